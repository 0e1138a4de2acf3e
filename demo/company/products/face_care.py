"""Face creams and sun protection."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, VariantSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-121",
        category="face-care",
        shape="jar",
        colour="#E3B04B",
        tint="#F6EBD5",
        title=Words("Crema de día de caléndula", "Calendula day cream"),
        summary=Words(
            "Hidratación ligera, sin brillo, con la flor con que empezamos.",
            "Light moisture without shine, from the flower we began with.",
        ),
        description=prose(
            es=(
                "Es la nieta del primer bálsamo que vendimos. La caléndula sigue saliendo de la "
                "parcela de Rosalba Ibarra, en La Ceja: se corta a media mañana, cuando ya se "
                "secó el rocío, y se deja cuarenta días en aceite de girasol.",
                "Con ese aceite hacemos una crema ligera que se absorbe en un minuto y no se "
                "pelea con el maquillaje. El aroma es apenas de flor seca.",
                "En frasco de vidrio de 30 y 50 ml. Recibimos el envase vacío de vuelta.",
            ),
            en=(
                "This is the granddaughter of the first balm we sold. The calendula still comes "
                "from Rosalba Ibarra's plot in La Ceja: cut at midmorning, once the dew is gone, "
                "and left in sunflower oil for forty days.",
                "With that oil we make a light cream that sinks in within a minute and gets along "
                "with makeup. It smells faintly of dried flowers.",
                "In glass jars of 1 and 1.7 fl oz. We take the empty jar back.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Por la mañana, después del sérum, una porción como una avellana.",
                "Extiende del centro del rostro hacia afuera y sigue por el cuello.",
                "Encima, protector solar.",
            ),
            en=(
                "In the morning, after serum, a hazelnut-size amount.",
                "Spread from the center of your face outward, then down the neck.",
                "Sunscreen goes on top.",
            ),
        ),
        ingredients=composition(
            "Aqua (Water), Helianthus Annuus (Sunflower) Seed Oil, Glycerin, Calendula "
            "Officinalis Flower Extract, Cetearyl Olivate, Sorbitan Olivate, Squalane, Betaine, "
            "Tocopherol, Xanthan Gum, Sodium Benzoate, Potassium Sorbate",
            es="Uno de cada cinco gramos es aceite macerado de caléndula.",
            en="One gram in every five is calendula-infused oil.",
        ),
        tags=Words(
            "crema, día, caléndula, hidratante, piel mixta",
            "cream, day, calendula, moisturizer, combination skin",
        ),
        prices={"co": ("89000", None), "mx": ("449", None), "us": ("24.00", None)},
        stock={"co": 150, "mx": 110, "us": 85},
        variants=(
            VariantSeed(
                "30",
                size="30ml",
                prices={"co": ("62000", None), "mx": ("319", None), "us": ("17.00", None)},
            ),
            VariantSeed("50", size="50ml"),
        ),
        launched_days_ago=2900,
        featured=True,
        seo_description=Words(
            "Crema de día ligera con aceite de caléndula macerado cuarenta días. Se absorbe en un "
            "minuto y va bien bajo el maquillaje.",
            "A light day cream with calendula oil infused for forty days. It sinks in within a "
            "minute and sits well under makeup.",
        ),
    ),
    ProductSeed(
        sku="RZ-122",
        category="face-care",
        shape="jar",
        colour="#5B4A63",
        tint="#E8E1E6",
        title=Words("Crema de noche de copoazú", "Cupuaçu night cream"),
        summary=Words(
            "Crema untuosa para piel seca y noches frías.",
            "A rich cream for dry skin and cold nights.",
        ),
        description=prose(
            es=(
                "El copoazú es primo del cacao: de su semilla sale una manteca que se derrite a "
                "la temperatura de la mano y retiene mucha agua. La nuestra es del Caquetá, de "
                "fincas que lo siembran a la sombra de árboles que no tumban.",
                "La crema es densa, pero no pesada. Al principio parece demasiada; a los cinco "
                "minutos ya no está. En clima frío puedes usarla también de día.",
                "En frasco de vidrio violeta de 30 y 50 ml.",
            ),
            en=(
                "Cupuaçu is cacao's cousin. Its seed gives a butter that melts at the warmth of "
                "your hand and holds a good deal of water. Ours is from Caquetá, from farms that "
                "grow it in the shade of trees they leave standing.",
                "The cream is dense but not heavy. At first it looks like too much; five minutes "
                "later it is gone. In cold weather you can wear it by day as well.",
                "In violet glass jars of 1 and 1.7 fl oz.",
            ),
        ),
        how_to_use=steps(
            es=(
                "De noche, sobre la piel limpia o después del sérum.",
                "Derrite una porción como una almendra entre los dedos y presiona.",
                "Insiste en mejillas y cuello, donde la piel se reseca primero.",
            ),
            en=(
                "At night, on clean skin or over serum.",
                "Melt an almond-size amount between your fingers and press it in.",
                "Give cheeks and neck a little more: they dry out first.",
            ),
        ),
        ingredients=composition(
            "Aqua (Water), Theobroma Grandiflorum Seed Butter, Glycerin, Caprylic/Capric "
            "Triglyceride, Cetearyl Alcohol, Glyceryl Stearate, Passiflora Edulis Seed Oil, "
            "Panthenol, Tocopherol, Lavandula Angustifolia (Lavender) Oil, Sodium Benzoate, "
            "Potassium Sorbate, Linalool",
            es="Manteca de copoazú al 12 %, aceite de maracuyá y un toque de lavanda.",
            en="Cupuaçu butter at 12%, passion fruit oil and a touch of lavender.",
        ),
        tags=Words(
            "crema, noche, copoazú, piel seca, nutritiva",
            "cream, night, cupuacu, dry skin, nourishing",
        ),
        prices={"co": ("99000", None), "mx": ("489", None), "us": ("25.00", None)},
        stock={"co": 130, "mx": 95, "us": 70},
        variants=(
            VariantSeed(
                "30",
                size="30ml",
                prices={"co": ("68000", None), "mx": ("349", None), "us": ("18.00", None)},
            ),
            VariantSeed("50", size="50ml"),
        ),
        launched_days_ago=1100,
    ),
    ProductSeed(
        sku="RZ-123",
        category="face-care",
        shape="tube",
        colour="#E9C46A",
        tint="#F7EFDC",
        title=Words("Protector solar mineral FPS 50", "Mineral sunscreen SPF 50"),
        summary=Words(
            "Filtro de óxido de zinc, textura ligera, casi sin rastro blanco.",
            "Zinc oxide filter, light texture, next to no white cast.",
        ),
        description=prose(
            es=(
                "Dos años de pruebas para una sola cosa: que el óxido de zinc no deje la cara "
                "blanca. Lo logramos con una pizca de óxidos de hierro, que le dan un tono de "
                "trigo, y con un aceite de semilla de uva que lo extiende parejo.",
                "FPS 50 y protección UVA, medidos en laboratorio externo. Resiste cuarenta "
                "minutos en el agua; después, vuelve a aplicarlo.",
                "Tubo de 50 ml. Solo lo vendemos en Colombia y México.",
            ),
            en=(
                "Two years of trials for one thing: zinc oxide that does not leave your face "
                "white. A pinch of iron oxides gives it the tone of wheat, and grape seed oil "
                "helps it spread evenly.",
                "SPF 50 with UVA protection, measured by an outside lab. Holds for forty minutes "
                "in water; after that, apply it again.",
                "1.7 fl oz tube. We sell it in Colombia and Mexico only.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Cada mañana, como último paso antes del maquillaje.",
                "Dos dedos de producto para rostro y cuello.",
                "Repite cada dos horas si estás al sol.",
            ),
            en=(
                "Every morning, as the last step before makeup.",
                "Two fingers' worth for face and neck.",
                "Again every two hours if you are out in the sun.",
            ),
        ),
        ingredients=composition(
            "Zinc Oxide, Aqua (Water), Vitis Vinifera (Grape) Seed Oil, Caprylic/Capric "
            "Triglyceride, Coco-Caprylate, Polyglyceryl-3 Polyricinoleate, Glycerin, Iron Oxides "
            "(CI 77492, CI 77491), Tocopherol, Caprylyl Glycol",
            es="Un solo filtro, óxido de zinc al 21 %, y pigmentos minerales.",
            en="A single filter, zinc oxide at 21%, and mineral pigments.",
        ),
        tags=Words(
            "protector solar, FPS 50, mineral, zinc, día",
            "sunscreen, SPF 50, mineral, zinc, day",
        ),
        prices={"co": ("92000", None), "mx": ("459", None)},
        stock={"co": 180, "mx": 140},
        size="50ml",
        launched_days_ago=75,
    ),
)
