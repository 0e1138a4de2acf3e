"""Scrubs and bath goods."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-211",
        category="body-bath",
        shape="jar",
        colour="#4A2E22",
        tint="#E8DACB",
        title=Words("Exfoliante de café y panela", "Coffee and raw sugar scrub"),
        summary=Words(
            "Grano fino que se derrite con el agua; la piel queda lisa.",
            "A fine grain that melts in water and leaves skin smooth.",
        ),
        description=prose(
            es=(
                "El café es de nuestra propia cafetera y de tres cafés de Rionegro que nos guardan "
                "los posos del día. Se secan al sol, se muelen otra vez y se tamizan, para que "
                "raspen parejo.",
                "La panela (piloncillo, si lees esto en México) se va derritiendo mientras "
                "masajeas: el exfoliante se vuelve más suave solo, justo cuando conviene.",
                "Frasco de 250 gramos, unos diez baños.",
            ),
            en=(
                "The coffee comes from our own pot and from three cafés in Rionegro that save us "
                "the day's grounds. We dry them in the sun, grind them again and sift them, so "
                "they scrub evenly.",
                "The sugar is panela, pressed cane that has not been refined. It melts as you "
                "massage, and the scrub turns gentler by itself, just when it should.",
                "8.8 oz, about ten showers.",
            ),
        ),
        how_to_use=steps(
            es=(
                "En la ducha, sobre piel mojada, con la llave cerrada.",
                "Masajea en círculos de los pies hacia arriba y enjuaga.",
                "Una vez por semana, nunca sobre piel recién depilada.",
            ),
            en=(
                "In the shower, on wet skin, with the water off.",
                "Massage in circles from your feet upward, then rinse.",
                "Once a week, and never on freshly shaved or waxed skin.",
            ),
        ),
        ingredients=composition(
            "Saccharum Officinarum (Sugar Cane) Sugar, Coffea Arabica Seed Powder, Cocos Nucifera "
            "(Coconut) Oil, Helianthus Annuus (Sunflower) Seed Oil, Polyglyceryl-4 Oleate, "
            "Tocopherol, Elettaria Cardamomum Seed Oil, Linalool",
            es="Panela, café recuperado y aceites vegetales; huele a tinto con cardamomo.",
            en="Raw sugar, recovered coffee and plant oils; it smells of coffee with cardamom.",
        ),
        tags=Words(
            "exfoliante, café, panela, piloncillo, baño", "scrub, coffee, raw sugar, panela, bath"
        ),
        prices={"co": ("58000", None), "mx": ("299", None), "us": ("18.00", None)},
        stock={"co": 100, "mx": 75, "us": 60},
        size="250g",
        launched_days_ago=1350,
        featured=True,
    ),
    ProductSeed(
        sku="RZ-212",
        category="body-bath",
        shape="sachet",
        colour="#8FA188",
        tint="#E4EAE0",
        title=Words("Sales de Zipaquirá con romero", "Zipaquirá salts with rosemary"),
        summary=Words(
            "Para un baño de pies largo o una tina, si tienes la suerte.",
            "For a long foot bath, or a tub if you are lucky enough.",
        ),
        description=prose(
            es=(
                "Sal de mina, gris y un poco húmeda, con romero y eucalipto secos. La idea es de "
                "las vendedoras de la plaza: un platón con agua caliente, un puñado de sales y "
                "veinte minutos sin contestar a nadie.",
                "Las hierbas vienen en una bolsita de algodón aparte, para que no tengas que "
                "recogerlas una por una. Sobre de 250 gramos. Solo en Colombia.",
            ),
            en=(
                "Mined salt, gray and slightly damp, with dried rosemary and eucalyptus. The idea "
                "comes from the women who sell at the market: a basin of hot water, a handful of "
                "salts and twenty minutes of answering nobody.",
                "The herbs come in a small cotton bag of their own, so you need not fish them out "
                "one by one. 8.8 oz sachet. Sold in Colombia only.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Dos cucharadas en un platón con agua caliente; cinco en la tina.",
                "Deja la bolsita de hierbas en el agua mientras dura el baño.",
            ),
            en=(
                "Two tablespoons in a basin of hot water; five in a tub.",
                "Leave the herb bag in the water as long as you are.",
            ),
        ),
        ingredients=composition(
            "Sodium Chloride, Rosmarinus Officinalis (Rosemary) Leaf, Eucalyptus Globulus Leaf, "
            "Rosmarinus Officinalis (Rosemary) Leaf Oil, Limonene",
            es="Sal, dos hierbas y un poco de su aceite.",
            en="Salt, two herbs and a little of their oil.",
        ),
        tags=Words("sales, baño, pies, romero, eucalipto", "salts, bath, feet, rosemary"),
        prices={"co": ("29000", None)},
        stock={"co": 140},
        size="250g",
        launched_days_ago=510,
    ),
)
