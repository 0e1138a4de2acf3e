"""Herbal teas."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-601",
        category="ritual-tea",
        shape="sachet",
        colour="#D9C36A",
        tint="#F3EFD9",
        title=Words("Infusión de manzanilla y cedrón", "Chamomile and lemon verbena tea"),
        summary=Words(
            "Flor entera y hoja ancha, para después de la comida.",
            "Whole flowers and broad leaves, for after dinner.",
        ),
        description=prose(
            es=(
                "La misma manzanilla del gel limpiador, ahora para tomar. Se seca a la sombra en "
                "la finca de los Montoya, en El Carmen de Viboral, y llega con la flor entera, no "
                "en polvo.",
                "El cedrón le da un sabor a limón sin acidez. Suelta, sin bolsitas: una cucharada "
                "por taza y cinco minutos de paciencia. Sobre de 40 gramos, unas veinte tazas.",
            ),
            en=(
                "The chamomile in our gel cleanser, this time to drink. The Montoya family dries "
                "it in the shade on their farm in El Carmen de Viboral, and it reaches you as "
                "whole flowers, not dust.",
                "Lemon verbena adds a taste of lemon without the sourness. It is loose: one "
                "tablespoon a cup and five minutes of patience. 1.4 oz, about twenty cups.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Una cucharada por taza de agua recién hervida.",
                "Tapa, espera cinco minutos y cuela.",
            ),
            en=(
                "One tablespoon per cup of just-boiled water.",
                "Cover, wait five minutes and strain.",
            ),
        ),
        ingredients=composition(
            "Matricaria chamomilla, Aloysia citrodora",
            es="Flor de manzanilla (60 %) y hoja de cedrón (40 %). Sin cafeína, sin azúcar.",
            en="Chamomile flower (60%) and lemon verbena leaf (40%). No caffeine, no sugar.",
        ),
        tags=Words(
            "infusión, té, manzanilla, cedrón, sin cafeína",
            "tea, herbal, chamomile, verbena, caffeine-free",
        ),
        prices={"co": ("24000", None), "mx": ("129", None), "us": ("9.00", None)},
        stock={"co": 180, "mx": 120, "us": 90},
        size="40g",
        launched_days_ago=960,
        tax_class="food",
    ),
    ProductSeed(
        sku="RZ-602",
        category="ritual-tea",
        shape="tin",
        colour="#6B4230",
        tint="#EBDDD2",
        title=Words("Infusión de cáscara de cacao", "Cacao husk tea"),
        summary=Words(
            "Sabe a chocolate, se toma como té y no lleva azúcar.",
            "It tastes of chocolate, drinks like tea and has no sugar.",
        ),
        description=prose(
            es=(
                "Cuando se tuesta el cacao para hacer chocolate, la cáscara se bota. Nosotros la "
                "recogemos en una fábrica de San Vicente de Chucurí, la limpiamos y le ponemos "
                "canela y un poco de clavo.",
                "Sale una taza oscura, con olor a merienda en casa de la abuela. Admite leche. "
                "Lata de 100 gramos, unas treinta tazas. Solo en Colombia y México.",
            ),
            en=(
                "When cacao is roasted for chocolate, the husk is thrown out. We collect it in "
                "San Vicente de Chucurí, clean it, and add cinnamon and a little clove.",
                "It makes a dark cup that smells of an afternoon at your grandmother's. Milk is "
                "welcome. 3.5 oz tin, about thirty cups. Sold in Colombia and Mexico only.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Dos cucharaditas por taza; hierve tres minutos a fuego bajo.",
                "Cuela y sirve sola o con leche.",
            ),
            en=(
                "Two teaspoons per cup; simmer for three minutes.",
                "Strain and serve plain or with milk.",
            ),
        ),
        ingredients=composition(
            "Theobroma cacao, Cinnamomum verum, Syzygium aromaticum",
            es="Cáscara de cacao tostada (90 %), canela y clavo. Contiene algo de teobromina.",
            en="Roasted cacao husk (90%), cinnamon and clove. Contains some theobromine.",
        ),
        tags=Words("infusión, té, cacao, canela, chocolate", "tea, cacao, cinnamon, chocolate"),
        prices={"co": ("32000", None), "mx": ("169", None)},
        stock={"co": 110, "mx": 80},
        size="100g",
        launched_days_ago=380,
        tax_class="food",
    ),
)
