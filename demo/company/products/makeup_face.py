"""Colour for the complexion."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, VariantSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-411",
        category="makeup-face",
        shape="tube",
        colour="#DDB68F",
        tint="#F4EADF",
        title=Words("Tinte ligero para el rostro", "Light face tint"),
        summary=Words(
            "Empareja sin tapar; se extiende con los dedos en un minuto.",
            "Evens without covering; spreads with your fingers in a minute.",
        ),
        description=prose(
            es=(
                "Más que una crema con color y menos que una base. Cubre el enrojecimiento de las "
                "aletas de la nariz y deja ver las pecas.",
                "Cinco tonos que se adaptan más de lo que parece, porque la cobertura es ligera. "
                "Si estás entre dos, toma el más claro en época de lluvias y el más oscuro después "
                "de vacaciones.",
                "Tubo de 30 ml. No reemplaza al protector solar.",
            ),
            en=(
                "More than a tinted cream, less than a foundation. It hides the redness around "
                "your nose and lets your freckles show.",
                "The five shades stretch further than they look, because coverage is light. If "
                "you are between two, take the lighter one in winter and the deeper one after a "
                "vacation.",
                "1 fl oz tube. It does not replace your sunscreen.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Sobre la crema o el protector, cuando ya se absorbieron.",
                "Dos gotas del tamaño de una lenteja; extiende desde el centro.",
                "Agrega una tercera solo donde la necesites.",
            ),
            en=(
                "Over cream or sunscreen, once they have sunk in.",
                "Two lentil-size drops, spread from the center out.",
                "Add a third only where you want it.",
            ),
        ),
        ingredients=composition(
            "Aqua (Water), Squalane, Glycerin, Coco-Caprylate/Caprate, Titanium Dioxide (CI "
            "77891), Polyglyceryl-2 Dipolyhydroxystearate, Silica, Avena Sativa (Oat) Kernel "
            "Extract, Tocopherol, Iron Oxides (CI 77491, CI 77492, CI 77499), Phenoxyethanol, "
            "Ethylhexylglycerin",
            es="Escualano, avena y pigmentos minerales; sin perfume.",
            en="Squalane, oat and mineral pigments; no added fragrance.",
        ),
        tags=Words(
            "tinte, base ligera, rostro, tonos, sin perfume",
            "tint, light foundation, complexion, shades, fragrance-free",
        ),
        prices={"co": ("79000", None), "mx": ("399", None), "us": ("26.00", None)},
        stock={"co": 60, "mx": 50, "us": 45},
        variants=(
            VariantSeed("CON", colour="shell", size="30ml"),
            VariantSeed("TRI", colour="wheat", size="30ml"),
            VariantSeed("PAN", colour="panela", size="30ml"),
            VariantSeed("CAN", colour="cinnamon", size="30ml"),
            VariantSeed("CAC", colour="cocoa", size="30ml"),
        ),
        launched_days_ago=55,
    ),
    ProductSeed(
        sku="RZ-412",
        category="makeup-face",
        shape="compact",
        colour="#E8A06C",
        tint="#F8E8DB",
        title=Words("Rubor compacto de achiote", "Annatto pressed blush"),
        summary=Words(
            "Polvo fino que se funde con la piel, en cuatro tonos de fruta y tierra.",
            "A fine powder that melts into skin, in four shades of fruit and earth.",
        ),
        description=prose(
            es=(
                "El primer rubor de muchas abuelas fue una semilla de achiote frotada en la "
                "mejilla. Este es más parejo, pero la idea es la misma: color de planta, puesto "
                "donde te sonrojas cuando subes una escalera.",
                "El polvo se muele tres veces y se prensa sin talco. Se construye por capas: una "
                "para la mañana, dos para la noche.",
                "Estuche con espejo; la pastilla de color se cambia y el estuche se queda.",
            ),
            en=(
                "For many Colombian grandmothers the first blush was an annatto seed rubbed on "
                "the cheek. This one is more even, but the idea holds: plant color, worn where "
                "you flush after climbing stairs.",
                "The powder is milled three times and pressed without talc. It builds in layers: "
                "one for the morning, two for the evening.",
                "The compact has a mirror. The pan of color is replaced and the compact stays.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Con brocha o con el dedo, desde la manzana de la mejilla hacia la sien.",
                "Lo que quede en la brocha, en la punta de la nariz y el mentón.",
            ),
            en=(
                "With a brush or a finger, from the apple of the cheek toward the temple.",
                "What is left on the brush goes on the tip of your nose and chin.",
            ),
        ),
        ingredients=composition(
            "Mica, Zea Mays (Corn) Starch, Kaolin, Squalane, Magnesium Stearate, Bixa Orellana "
            "Seed Extract, Tocopherol. May contain: CI 77491, CI 77492, CI 77499, CI 77891",
            es="Mica, almidón de maíz y achiote; sin talco ni perfume.",
            en="Mica, corn starch and annatto; no talc, no added fragrance.",
        ),
        tags=Words(
            "rubor, mejillas, achiote, polvo, sin talco",
            "blush, cheeks, annatto, powder, talc-free",
        ),
        prices={"co": ("55000", "65000"), "mx": ("279", "329"), "us": ("18.00", "22.00")},
        stock={"co": 70, "mx": 60, "us": 50},
        variants=(
            VariantSeed("ALB", colour="apricot"),
            VariantSeed("GUA", colour="guava"),
            VariantSeed("PAL", colour="rosewood"),
            VariantSeed("TER", colour="terracotta"),
        ),
        launched_days_ago=720,
    ),
)
