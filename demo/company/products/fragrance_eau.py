"""Eaux de parfum."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, VariantSeed, Words

HOW_TO_USE = steps(
    es=(
        "En cuello, muñecas y detrás de las rodillas, a un palmo de distancia.",
        "No frotes: espera a que seque.",
    ),
    en=(
        "On your neck, wrists and behind the knees, from a hand's length away.",
        "Do not rub it in: let it dry.",
    ),
)

PRODUCTS = (
    ProductSeed(
        sku="RZ-501",
        category="fragrance-eau",
        shape="spray",
        colour="#E8A06C",
        tint="#FAEBDD",
        title=Words("Azahar, agua de perfume", "Azahar eau de parfum"),
        summary=Words(
            "Un huerto de naranjos a las seis de la mañana: flor, hoja y cáscara.",
            "An orange grove at six in the morning: flower, leaf and peel.",
        ),
        description=prose(
            es=(
                "Irene creció en una casa de Támesis con catorce naranjos. Este perfume es la "
                "ventana abierta antes del colegio: primero la cáscara, luego la flor, al final "
                "la madera tibia del marco.",
                "La flor de azahar es natural, de Antioquia; la madera es una molécula, porque el "
                "árbol que huele así tarda ochenta años en crecer.",
                "En 50 y 100 ml. Dura entre seis y ocho horas.",
            ),
            en=(
                "Irene grew up in a house in Támesis with fourteen orange trees. This perfume is "
                "the window open before school: first the peel, then the blossom, and last the "
                "warm wood of the frame.",
                "The blossom is natural, from Antioquia. The wood is a molecule, because the tree "
                "that smells that way takes eighty years to grow.",
                "In 1.7 and 3.4 fl oz. It lasts six to eight hours.",
            ),
        ),
        how_to_use=HOW_TO_USE,
        ingredients=composition(
            "Alcohol Denat., Aqua (Water), Parfum (Fragrance), Citrus Aurantium Amara (Bitter "
            "Orange) Flower Oil, Citrus Aurantium Dulcis (Orange) Peel Oil, Limonene, Linalool, "
            "Geraniol, Farnesol",
            es="Alcohol de caña y un 16 % de perfume: azahar, petitgrain, naranja y cedro.",
            en="Cane alcohol and 16% perfume: orange blossom, petitgrain, orange and cedar.",
        ),
        tags=Words(
            "perfume, azahar, naranja, cítrico, floral",
            "perfume, orange blossom, orange, citrus, floral",
        ),
        prices={"co": ("219000", None), "mx": ("1090", None), "us": ("68.00", None)},
        stock={"co": 45, "mx": 35, "us": 30},
        variants=(
            VariantSeed(
                "50",
                size="50ml",
                prices={"co": ("139000", None), "mx": ("690", None), "us": ("42.00", None)},
            ),
            VariantSeed("100", size="100ml"),
        ),
        launched_days_ago=780,
        featured=True,
    ),
    ProductSeed(
        sku="RZ-502",
        category="fragrance-eau",
        shape="spray",
        colour="#7F95A3",
        tint="#E4EAEE",
        title=Words("Lluvia de las cinco, agua de perfume", "Five O'Clock Rain eau de parfum"),
        summary=Words(
            "Asfalto mojado, geranio de balcón y ropa recogida a tiempo.",
            "Wet pavement, balcony geraniums, laundry brought in on time.",
        ),
        description=prose(
            es=(
                "En Bogotá llueve a las cinco y todo el mundo lo sabe. Al olor de la primera "
                "lluvia sobre el cemento le sumamos geranio, hoja de tomate y un almizcle limpio "
                "que recuerda las sábanas.",
                "Es fresco sin ser cítrico y lo usan por igual hombres y mujeres.",
                "En 50 y 100 ml. Dura unas seis horas.",
            ),
            en=(
                "In Bogotá it rains at five and everybody knows it. To the smell of the first "
                "drops on concrete we added geranium, tomato leaf and a clean musk that brings "
                "bed linen to mind.",
                "It is fresh without being citrus, and men and women wear it alike.",
                "In 1.7 and 3.4 fl oz. It lasts about six hours.",
            ),
        ),
        how_to_use=HOW_TO_USE,
        ingredients=composition(
            "Alcohol Denat., Aqua (Water), Parfum (Fragrance), Pelargonium Graveolens (Geranium) "
            "Oil, Vetiveria Zizanoides Root Oil, Citronellol, Geraniol, Linalool, Citral",
            es="Alcohol de caña y un 15 % de perfume: geranio, hoja de tomate, vetiver, almizcle.",
            en="Cane alcohol and 15% perfume: geranium, tomato leaf, vetiver, musk.",
        ),
        tags=Words(
            "perfume, lluvia, geranio, fresco, unisex", "perfume, rain, geranium, fresh, unisex"
        ),
        prices={"co": ("219000", None), "mx": ("1090", None), "us": ("68.00", None)},
        stock={"co": 40, "mx": 30, "us": 28},
        variants=(
            VariantSeed(
                "50",
                size="50ml",
                prices={"co": ("139000", None), "mx": ("690", None), "us": ("42.00", None)},
            ),
            VariantSeed("100", size="100ml"),
        ),
        launched_days_ago=450,
    ),
    ProductSeed(
        sku="RZ-503",
        category="fragrance-eau",
        shape="spray",
        colour="#4F6355",
        tint="#E0E6E0",
        title=Words("Bosque de niebla, agua de perfume", "Cloud Forest eau de parfum"),
        summary=Words(
            "Musgo, cardamomo y madera húmeda, para los días fríos.",
            "Moss, cardamom and damp wood, for cold days.",
        ),
        description=prose(
            es=(
                "Entre Jardín y Riosucio la carretera se mete en una nube. Bajamos del carro, "
                "respiramos y tomamos notas: corteza, helecho, tierra, el cardamomo de la tienda "
                "donde paramos a calentar las manos.",
                "Es el más profundo de los tres. Empieza verde y termina casi dulce, sobre una "
                "resina parecida al incienso.",
                "En 50 y 100 ml. Dura unas ocho horas.",
            ),
            en=(
                "Between the towns of Jardín and Riosucio the road drives into a cloud. We got "
                "out, breathed and took notes: bark, fern, earth, and cardamom from the shop "
                "where we stopped to warm our hands.",
                "It is the deepest of the three. It begins green and ends almost sweet, on a resin "
                "close to incense.",
                "In 1.7 and 3.4 fl oz. It lasts about eight hours.",
            ),
        ),
        how_to_use=HOW_TO_USE,
        ingredients=composition(
            "Alcohol Denat., Aqua (Water), Parfum (Fragrance), Elettaria Cardamomum Seed Oil, "
            "Bursera Graveolens Wood Oil, Limonene, Linalool, Coumarin, Geraniol",
            es="Alcohol de caña y un 17 % de perfume: cardamomo, musgo, palo santo, cedro.",
            en="Cane alcohol and 17% perfume: cardamom, moss, palo santo, cedar.",
        ),
        tags=Words(
            "perfume, bosque, cardamomo, madera, invierno",
            "perfume, forest, cardamom, woody, winter",
        ),
        prices={"co": ("219000", None), "mx": ("1090", None), "us": ("68.00", None)},
        stock={"co": 38, "mx": 30, "us": 26},
        variants=(
            VariantSeed(
                "50",
                size="50ml",
                prices={"co": ("139000", None), "mx": ("690", None), "us": ("42.00", None)},
            ),
            VariantSeed("100", size="100ml", stock={"co": 3}),
        ),
        launched_days_ago=120,
    ),
    ProductSeed(
        sku="RZ-504",
        category="fragrance-eau",
        shape="box_set",
        colour="#C9A27C",
        tint="#F1E6DA",
        title=Words("Estuche Tres lugares", "Three Places set"),
        summary=Words(
            "Los tres perfumes en 10 ml, para probarlos en tu piel sin prisa.",
            "All three perfumes in travel size, to try on your skin in your own time.",
        ),
        description=prose(
            es=(
                "Un perfume no se escoge en una tira de papel. En este estuche van Azahar, Lluvia "
                "de las cinco y Bosque de niebla, en frascos de 10 ml con atomizador: unas dos "
                "semanas de uso cada uno.",
                "Adentro hay un bono por el valor del estuche para el tamaño de 100 ml del que te "
                "quedes.",
            ),
            en=(
                "You cannot choose a perfume from a strip of paper. This box holds Azahar, Five "
                "O'Clock Rain and Cloud Forest in 0.3 fl oz sprays: about two weeks of each.",
                "Inside is a voucher for the price of the set, good toward the 3.4 fl oz bottle of "
                "the one you keep.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Usa uno por día y pregunta en casa cuál recuerdan.",
                "Caben en el equipaje de mano.",
            ),
            en=(
                "Wear one a day, and ask at home which one they remember.",
                "They fit in carry-on luggage.",
            ),
        ),
        ingredients=composition(
            "Alcohol Denat., Aqua (Water), Parfum (Fragrance), Limonene, Linalool, Geraniol, "
            "Citronellol, Coumarin, Farnesol, Citral",
            es="La lista completa de cada perfume está en su página y en su frasco.",
            en="The full list for each perfume is on its page and on its bottle.",
        ),
        tags=Words("perfume, estuche, regalo, viaje", "perfume, set, gift, travel"),
        prices={"co": ("99000", None), "mx": ("490", None), "us": ("30.00", None)},
        stock={"co": 60, "mx": 40, "us": 35},
        launched_days_ago=118,
    ),
)
