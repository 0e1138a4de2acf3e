"""What the company has taught its search: words of its customers, and what it shows first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SynonymSeed:
    """``typed`` and ``meant`` as the merchandiser writes them, separated by commas."""

    language: str
    typed: str
    meant: str
    both_ways: bool = True


@dataclass(frozen=True)
class BestBetSeed:
    """Searches with the products and the page (by its key) that come first."""

    language: str
    searches: str
    skus: tuple[str, ...]
    page: str = ""
    text: str = ""


SYNONYMS = (
    SynonymSeed("es", "pintalabios, lápiz labial, barra de labios, lipstick", "labial"),
    SynonymSeed("es", "bloqueador, bloqueador solar, filtro solar", "protector solar"),
    SynonymSeed("es", "shampoo", "champú"),
    SynonymSeed("es", "perfume, fragancia, colonia", "agua de perfume"),
    SynonymSeed("es", "colorete", "rubor"),
    SynonymSeed("es", "pelo", "capilar, cabello, peinar"),
    SynonymSeed("es", "albornoz", "bata"),
    SynonymSeed("es", "pintauñas", "esmalte de uñas"),
    SynonymSeed("es", "anti edad, arrugas", "rosa mosqueta", both_ways=False),
    SynonymSeed("en", "rouge, lip color", "lipstick"),
    SynonymSeed("en", "sunblock, sun cream", "sunscreen"),
    SynonymSeed("en", "perfume, fragrance, cologne", "eau de parfum"),
    SynonymSeed("en", "bathrobe", "robe"),
    SynonymSeed("en", "creme", "cream"),
    SynonymSeed("en", "nail polish", "nail lacquer"),
    SynonymSeed("en", "anti aging, wrinkles", "rosehip", both_ways=False),
)

BEST_BETS = (
    BestBetSeed(
        "es",
        "regalo, regalos, regalo para mamá, navidad",
        ("RZ-632", "RZ-504"),
        page="services",
        text="Lo envolvemos para regalo y te ayudamos a escoger.",
    ),
    BestBetSeed(
        "en",
        "gift, gifts, gift for mom, christmas",
        ("RZ-632", "RZ-504"),
        page="services",
        text="We gift-wrap it, and help you choose.",
    ),
    BestBetSeed("es", "devolución, devolver, cambios, envío, envíos", (), page="shipping"),
    BestBetSeed("en", "return, returns, exchange, shipping, delivery", (), page="shipping"),
)
