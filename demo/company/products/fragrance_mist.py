"""Body mists and perfumed oils."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-511",
        category="fragrance-mist",
        shape="spray",
        colour="#E08A3C",
        tint="#FAE9D8",
        title=Words("Bruma corporal de mandarina", "Tangerine body mist"),
        summary=Words(
            "Ligera y cítrica, para volver a empezar a mediodía.",
            "Light and citrus, for starting over at noon.",
        ),
        description=prose(
            es=(
                "Huele a mandarina recién pelada en un salón de clases: se nota enseguida y todos "
                "quieren un casco. Lleva muy poco alcohol y algo de sábila, así que no reseca.",
                "Es una bruma, no un perfume: dura dos horas y está hecha para repetir. También "
                "va bien en la almohada y en las cortinas.",
                "Botella de 150 ml.",
            ),
            en=(
                "It smells of a tangerine just peeled in a classroom: everyone notices and "
                "everyone wants a piece. It has very little alcohol and some aloe, so it does not "
                "dry your skin.",
                "It is a mist, not a perfume: it lasts two hours and is meant to be used again. "
                "Try it on the pillow and the curtains, too.",
                "5.1 fl oz.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Rocía sobre brazos, cuello y ropa clara sin preocuparte: no mancha.",
                "En días de calor, guárdala en la nevera.",
            ),
            en=(
                "Spray on arms, neck and light clothes without worry: it does not stain.",
                "On hot days, keep it in the fridge.",
            ),
        ),
        ingredients=composition(
            "Aqua (Water), Alcohol, Aloe Barbadensis Leaf Juice, Glycerin, Citrus Reticulata "
            "(Tangerine) Peel Oil, Polyglyceryl-4 Caprate, Parfum (Fragrance), Sodium Benzoate, "
            "Citric Acid, Limonene, Linalool",
            es="Agua, sábila y aceite de cáscara de mandarina del Quindío.",
            en="Water, aloe and oil from the peel of Quindío tangerines.",
        ),
        tags=Words("bruma, mandarina, cítrico, cuerpo", "mist, tangerine, citrus, body"),
        prices={"co": ("48000", None), "mx": ("249", None), "us": ("16.00", None)},
        stock={"co": 120, "mx": 100, "us": 85},
        size="150ml",
        launched_days_ago=25,
        featured=True,
    ),
    ProductSeed(
        sku="RZ-512",
        category="fragrance-mist",
        shape="dropper",
        colour="#6B5B3A",
        tint="#EBE4D6",
        title=Words("Aceite perfumado de vetiver", "Vetiver perfume oil"),
        summary=Words(
            "Raíz, humo suave y sal; se queda cerca de la piel.",
            "Root, soft smoke and salt; it stays close to your skin.",
        ),
        description=prose(
            es=(
                "El vetiver es todo raíz: lo que se destila es lo que agarra la tierra. Es el "
                "perfume más cercano a nuestro nombre y el preferido de Rosalba.",
                "En aceite no se evapora como en alcohol. Solo lo huele quien se acerca. Frasco de "
                "10 ml con gotero, para unos tres meses.",
            ),
            en=(
                "Vetiver is all root: what gets distilled is the part that holds the soil. It is "
                "the perfume closest to our name, which means root, and it is Rosalba's favorite.",
                "In oil it does not fly off as it would in alcohol. Only those who come near can "
                "smell it. 0.3 fl oz with a dropper, enough for about three months.",
            ),
        ),
        how_to_use=steps(
            es=("Una gota en cada muñeca y otra en la nuca.",),
            en=("One drop on each wrist and one on the nape of your neck.",),
        ),
        ingredients=composition(
            "Simmondsia Chinensis (Jojoba) Seed Oil, Caprylic/Capric Triglyceride, Vetiveria "
            "Zizanoides Root Oil, Parfum (Fragrance), Tocopherol, Linalool, Coumarin",
            es="Jojoba y vetiver de Santander al 12 %.",
            en="Jojoba, and vetiver from Santander at 12%.",
        ),
        tags=Words(
            "perfume, aceite, vetiver, raíz, sin alcohol",
            "perfume, oil, vetiver, root, alcohol-free",
        ),
        prices={"co": ("78000", None), "us": ("26.00", None)},
        stock={"co": 50, "us": 32},
        size="10ml",
        launched_days_ago=590,
    ),
)
