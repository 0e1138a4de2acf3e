"""Which pictures a product has, and in which order."""

from collections.abc import Iterator
from dataclasses import dataclass

from commerce.listings.pictures import specs_for
from demo.company import COLOURS_BY_KEY, SIZES_BY_KEY, alt_text
from demo.company.schema import ProductSeed

from .drawing import Drawing
from .picture_desk import Picture

# One of ``commerce.listings.pictures.WIDTHS``: what is drawn between two of them is cut to the
# smaller one, and the next takes twice as long.
SIZE = (640, 800)
_VIEWS_ES = {
    "front": "frente",
    "group": "con su planta",
    "texture": "textura",
    "box": "abierto",
}


@dataclass(frozen=True)
class Shot:
    """One photo of a product: its picture, and the key of the colour that it shows alone."""

    picture: Picture
    colour: str | None = None


def shots(seed: ProductSeed) -> list[Shot]:
    """The photos of a product: first what a card shows and what it shows under the pointer."""
    colours = list(dict.fromkeys(variant.colour for variant in seed.variants if variant.colour))
    if colours:
        fronts = [_shot(seed, "front", colour) for colour in colours]
        return [fronts[0], _shot(seed, "group"), *fronts[1:]]
    rest = ["group", "box" if seed.shape == "box_set" else "texture"]
    return [_shot(seed, view) for view in ("front", *rest)]


def all_shots(seeds) -> Iterator[Picture]:
    for seed in seeds:
        for shot in shots(seed):
            yield shot.picture


def _shot(seed: ProductSeed, view: str, colour: str | None = None) -> Shot:
    shade = COLOURS_BY_KEY[colour] if colour else None
    alt = alt_text(seed.shape, view, seed.title, shade.label if shade else None)
    named = ", ".join(filter(None, [seed.title.es, shade and shade.label.es, _VIEWS_ES[view]]))
    detail = SIZES_BY_KEY[seed.size].label.es if seed.size else ""
    picture = Picture(
        title=named,
        description=alt.es,
        file_name="-".join(filter(None, [seed.sku.lower(), colour, view])),
        drawing=Drawing.of(
            "product",
            shape=seed.shape,
            colour=shade.hex if shade else seed.colour,
            tint=seed.tint,
            name=seed.title.es,
            view=view,
            size=SIZE,
            detail=detail,
        ),
        specs=specs_for,
    )
    return Shot(picture, colour)
