"""Shampoo and conditioner."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, VariantSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-301",
        category="hair-wash",
        shape="bottle",
        colour="#5E7361",
        tint="#E2E8DF",
        title=Words("Champú de romero", "Rosemary shampoo"),
        summary=Words(
            "Limpia el cuero cabelludo y deja el cabello suelto y liviano.",
            "Cleans the scalp and leaves hair loose and light.",
        ),
        description=prose(
            es=(
                "Romero de Boyacá, cortado en la mañana y destilado en la tarde. Usamos el aceite "
                "y también el agua que queda, que otros tiran.",
                "Sin sulfatos ni siliconas. La primera semana puede parecerte que limpia menos, "
                "porque hace menos espuma. Dale cuatro lavadas antes de decidir.",
                "En botella de 250 y 400 ml, de plástico reciclado.",
            ),
            en=(
                "Rosemary from Boyacá, cut in the morning and distilled in the afternoon. We use "
                "the oil, and also the water left behind, which others pour away.",
                "No sulfates, no silicones. In the first week it may seem to clean less, because "
                "it foams less. Give it four washes before you decide.",
                "In bottles of 8.5 and 13.5 fl oz, made of recycled plastic.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Moja bien el cabello. Una porción como una moneda basta para media melena.",
                "Masajea el cuero cabelludo, no las puntas, y enjuaga.",
                "Si usas mucho producto de peinado, repite.",
            ),
            en=(
                "Wet your hair well. A quarter-size amount is enough for shoulder length.",
                "Massage the scalp, not the ends, and rinse.",
                "If you wear a lot of styling product, do it twice.",
            ),
        ),
        ingredients=composition(
            "Rosmarinus Officinalis (Rosemary) Leaf Water, Coco-Glucoside, Sodium Cocoyl "
            "Glutamate, Glycerin, Cocamidopropyl Betaine, Hydrolyzed Rice Protein, Rosmarinus "
            "Officinalis (Rosemary) Leaf Oil, Guar Hydroxypropyltrimonium Chloride, Citric Acid, "
            "Sodium Benzoate, Limonene, Linalool",
            es="La base no es agua del grifo: es agua de romero.",
            en="The base is not tap water: it is rosemary water.",
        ),
        tags=Words(
            "champú, shampoo, romero, sin sulfatos, cabello graso",
            "shampoo, rosemary, sulfate-free, oily hair",
        ),
        prices={"co": ("59000", None), "mx": ("299", None), "us": ("19.00", None)},
        stock={"co": 190, "mx": 150, "us": 110},
        variants=(
            VariantSeed(
                "250",
                size="250ml",
                prices={"co": ("42000", None), "mx": ("219", None), "us": ("14.00", None)},
            ),
            VariantSeed("400", size="400ml"),
        ),
        launched_days_ago=1900,
        featured=True,
    ),
    ProductSeed(
        sku="RZ-302",
        category="hair-wash",
        shape="tin",
        colour="#A7B89A",
        tint="#E8EDE2",
        title=Words("Champú sólido de sábila", "Aloe shampoo bar"),
        summary=Words(
            "Una barra en lata que rinde como dos botellas.",
            "One bar in a tin that lasts as long as two bottles.",
        ),
        description=prose(
            es=(
                "Para quien viaja, para quien no quiere cargar agua y para quien ya tiene "
                "demasiadas botellas. No es jabón: tiene el mismo grado de acidez que un champú y "
                "no deja el cabello opaco.",
                "La sábila la secamos en hojuelas. La barra, de 80 gramos, dura sesenta lavadas "
                "si la dejas escurrir entre una y otra; para eso la lata tiene rejilla.",
            ),
            en=(
                "For people who travel, people who would rather not carry water, and people who "
                "already own too many bottles. It is not soap: its pH is that of a shampoo and "
                "it does not leave hair dull.",
                "We dry the aloe into flakes. The 2.8 oz bar lasts about sixty washes if you let "
                "it drain in between, which is why the tin has a rack.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Frota la barra entre las manos mojadas y lleva la espuma al cuero cabelludo.",
                "Enjuaga y deja la barra sobre la rejilla, con la lata abierta.",
            ),
            en=(
                "Rub the bar between wet hands and take the lather to your scalp.",
                "Rinse, and leave the bar on its rack with the tin open.",
            ),
        ),
        ingredients=composition(
            "Sodium Cocoyl Isethionate, Cetearyl Alcohol, Sodium Lauroyl Methyl Isethionate, "
            "Theobroma Cacao (Cocoa) Seed Butter, Aloe Barbadensis Leaf Juice Powder, Panthenol, "
            "Citric Acid, Cymbopogon Citratus Leaf Oil, Citral",
            es="Tensioactivos de coco en barra, sábila seca y aroma de limonaria.",
            en="Coconut surfactants in a bar, dried aloe and a scent of lemongrass.",
        ),
        tags=Words(
            "champú sólido, shampoo, barra, sábila, viaje, sin plástico",
            "shampoo bar, aloe, travel, plastic-free",
        ),
        prices={"co": ("36000", None), "mx": ("189", None), "us": ("13.00", None)},
        stock={"co": 130, "mx": 0, "us": 80},
        size="80g",
        launched_days_ago=540,
    ),
    ProductSeed(
        sku="RZ-303",
        category="hair-wash",
        shape="bottle",
        colour="#C2A878",
        tint="#F0E9DB",
        title=Words("Acondicionador de linaza", "Flaxseed conditioner"),
        summary=Words(
            "Desenreda sin peso; el peine pasa a la primera.",
            "Detangles without weight; the comb goes through the first time.",
        ),
        description=prose(
            es=(
                "En muchas casas se hierve linaza para peinar a las niñas antes del colegio. Eso "
                "hacemos, en ollas de cincuenta litros: el gel se cuela y se convierte en la "
                "base del acondicionador.",
                "Para cabello crespo o chino, deja una parte sin enjuagar y define con los "
                "dedos. Para cabello liso, úsalo solo de la mitad hacia abajo.",
                "En botella de 250 y 400 ml.",
            ),
            en=(
                "In many Colombian homes flaxseed is boiled to comb girls' hair before school. We "
                "do the same in thirteen-gallon pots: the gel is strained and becomes the base of "
                "the conditioner.",
                "If your hair is curly or coily, leave some in and shape it with your fingers. If "
                "it is straight, use it from the middle down only.",
                "In bottles of 8.5 and 13.5 fl oz.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Después del champú, de medios a puntas.",
                "Desenreda con los dedos, espera dos minutos y enjuaga.",
            ),
            en=(
                "After shampoo, from the middle to the ends.",
                "Detangle with your fingers, wait two minutes and rinse.",
            ),
        ),
        ingredients=composition(
            "Aqua (Water), Linum Usitatissimum (Flaxseed) Seed Extract, Cetearyl Alcohol, "
            "Behentrimonium Methosulfate, Glycerin, Oenocarpus Bataua Fruit Oil, Panthenol, "
            "Parfum (Fragrance), Lactic Acid, Sodium Benzoate, Potassium Sorbate",
            es="Gel de linaza cocida, un acondicionante de colza y aceite de seje.",
            en="Cooked flaxseed gel, a conditioner from canola and seje palm oil.",
        ),
        tags=Words(
            "acondicionador, linaza, rizos, chino, desenredar",
            "conditioner, flaxseed, curls, detangle",
        ),
        prices={"co": ("59000", None), "mx": ("299", None), "us": ("19.00", None)},
        stock={"co": 160, "mx": 125, "us": 100},
        variants=(
            VariantSeed(
                "250",
                size="250ml",
                prices={"co": ("42000", None), "mx": ("219", None), "us": ("14.00", None)},
            ),
            VariantSeed("400", size="400ml"),
        ),
        launched_days_ago=1880,
    ),
)
