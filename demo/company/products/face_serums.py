"""Face serums and oils."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, VariantSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-101",
        category="face-serums",
        shape="dropper",
        colour="#B5702C",
        tint="#F1E3D3",
        title=Words("Sérum de noche de rosa mosqueta", "Rosehip night serum"),
        summary=Words(
            "Aceite seco que se absorbe rápido y deja la piel suave al despertar.",
            "A dry oil that sinks in fast and leaves skin soft by morning.",
        ),
        description=prose(
            es=(
                "La rosa mosqueta no crece en Colombia: la compramos en el sur de Chile, a una "
                "cooperativa que la prensa en frío la misma semana en que la cosecha. Es un "
                "aceite seco. Tres gotas alcanzan para todo el rostro y no manchan la almohada.",
                "La mezclamos con escualano de caña, que la hace más ligera, y con bakuchiol, un "
                "extracto de semillas que usamos al 1 %. No lleva perfume: lo que hueles es la "
                "semilla, un poco a hierba y un poco a nuez.",
                "Frasco de vidrio ámbar con gotero. El de 30 ml dura unos tres meses.",
            ),
            en=(
                "Rosehip does not grow in Colombia, so we buy it in southern Chile, from a "
                "co-op that cold-presses the seed the same week it is picked. It is a dry oil. "
                "Three drops cover your whole face and leave nothing on the pillow.",
                "We blend it with squalane from sugar cane, which makes it lighter, and with "
                "bakuchiol, a seed extract we use at 1%. There is no added fragrance: what you "
                "smell is the seed itself, part grass, part walnut.",
                "Amber glass with a dropper. The 1 fl oz bottle lasts about three months.",
            ),
        ),
        how_to_use=steps(
            es=(
                "De noche, con el rostro limpio y todavía húmedo.",
                "Calienta tres gotas entre las manos y presiona sobre cara y cuello.",
                "Espera dos minutos antes de la crema.",
            ),
            en=(
                "At night, on a clean face that is still damp.",
                "Warm three drops between your hands and press onto face and neck.",
                "Wait two minutes before your cream.",
            ),
        ),
        ingredients=composition(
            "Rosa Canina Seed Oil, Squalane, Simmondsia Chinensis (Jojoba) Seed Oil, Bakuchiol, "
            "Tocopherol, Rosmarinus Officinalis (Rosemary) Leaf Extract",
            es="Seis ingredientes; más de la mitad del frasco es aceite de rosa mosqueta.",
            en="Six ingredients; more than half of the bottle is rosehip oil.",
        ),
        tags=Words(
            "rosa mosqueta, noche, aceite, bakuchiol, sin perfume",
            "rosehip, night, oil, bakuchiol, fragrance-free",
        ),
        prices={"co": ("119000", None), "mx": ("589", None), "us": ("32.00", None)},
        stock={"co": 140, "mx": 90, "us": 75},
        variants=(
            VariantSeed(
                "15",
                size="15ml",
                prices={"co": ("69000", None), "mx": ("349", None), "us": ("19.00", None)},
                stock={"co": 60, "mx": 45, "us": 4},
            ),
            VariantSeed("30", size="30ml"),
        ),
        launched_days_ago=1460,
        featured=True,
        seo_title=Words(
            "Sérum de noche de rosa mosqueta y bakuchiol",
            "Rosehip and bakuchiol night serum",
        ),
        seo_description=Words(
            "Aceite seco de rosa mosqueta prensada en frío, con escualano de caña y bakuchiol al "
            "1 %. Sin perfume. En frasco de 15 y de 30 ml.",
            "A dry oil of cold-pressed rosehip with sugar cane squalane and 1% bakuchiol. No "
            "added fragrance. In 0.5 and 1 fl oz bottles.",
        ),
    ),
    ProductSeed(
        sku="RZ-102",
        category="face-serums",
        shape="dropper",
        colour="#D9772B",
        tint="#F6E6D4",
        title=Words("Sérum de camu camu y vitamina C", "Camu camu vitamin C serum"),
        summary=Words(
            "Sérum al agua para la mañana: tono más parejo y piel luminosa.",
            "A water-light morning serum for a more even, brighter look.",
        ),
        description=prose(
            es=(
                "El camu camu es una fruta de orilla de río, roja y muy ácida. La compramos en "
                "pulpa a recolectores del Putumayo, que la bajan en canoa cuando el agua sube y "
                "las ramas quedan a la mano.",
                "La acompañamos con un derivado estable de vitamina C al 10 %. Es un sérum al "
                "agua, sin aceites, así que va bien debajo del protector y del maquillaje. El "
                "color naranja es de la fruta y se aclara con el tiempo; es normal.",
                "Frasco de 30 ml. Guárdalo lejos de la ventana y úsalo en los tres meses "
                "siguientes a abrirlo.",
            ),
            en=(
                "Camu camu is a riverbank fruit, red and very tart. We buy the pulp from pickers "
                "in Putumayo, who bring it down by canoe when the water is high and the branches "
                "are within reach.",
                "With it goes a stable form of vitamin C, at 10%. The serum is water based, with "
                "no oils, so it sits well under sunscreen and makeup. The orange color comes from "
                "the fruit and fades over time, as it should.",
                "1 fl oz. Keep it away from the window and finish it within three months of "
                "opening.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Cada mañana, cuatro gotas sobre el rostro limpio y seco.",
                "Extiende con las yemas, sin frotar, hasta la mandíbula.",
                "Termina siempre con protector solar.",
            ),
            en=(
                "Every morning, four drops on a clean, dry face.",
                "Spread with your fingertips, without rubbing, out to the jaw.",
                "Always finish with sunscreen.",
            ),
        ),
        ingredients=composition(
            "Aqua (Water), 3-O-Ethyl Ascorbic Acid, Propanediol, Glycerin, Myrciaria Dubia Fruit "
            "Extract, Sodium Hyaluronate, Citric Acid, Xanthan Gum, Phenoxyethanol, "
            "Ethylhexylglycerin",
            es="Vitamina C al 10 % y pulpa de camu camu, en agua y glicerina vegetal.",
            en="Vitamin C at 10% and camu camu pulp, in water and plant glycerin.",
        ),
        tags=Words(
            "vitamina C, camu camu, mañana, luminosidad, sin aceite",
            "vitamin C, camu camu, morning, brightening, oil-free",
        ),
        prices={"co": ("109000", "129000"), "mx": ("549", "649"), "us": ("29.00", "34.00")},
        stock={"co": 95, "mx": 70, "us": 50},
        size="30ml",
        launched_days_ago=420,
    ),
    ProductSeed(
        sku="RZ-103",
        category="face-serums",
        shape="dropper",
        colour="#A89A4E",
        tint="#ECE9D8",
        title=Words("Aceite facial de sacha inchi", "Sacha inchi face oil"),
        summary=Words(
            "Un solo ingrediente, prensado en frío, para piel seca.",
            "One ingredient, cold-pressed, for dry skin.",
        ),
        description=prose(
            es=(
                "El sacha inchi es una enredadera que da unas estrellas verdes con cinco semillas "
                "adentro. Héctor Yule las cultiva en el norte del Cauca, entre matas de plátano, "
                "y nos manda las semillas tostadas apenas lo justo para abrirlas.",
                "Aquí no hay fórmula: es el aceite, filtrado y envasado. Es más ligero que el de "
                "oliva y más goloso que el de jojoba. Úsalo solo o agrega una gota a tu crema. "
                "Frasco de 30 ml.",
            ),
            en=(
                "Sacha inchi is a vine that bears green stars with five seeds inside. Héctor Yule "
                "grows it in northern Cauca, between rows of plantain, and sends us the seeds "
                "toasted just enough to open.",
                "There is no formula here: it is the oil, filtered and bottled, 1 fl oz of it. "
                "Lighter than olive, richer than jojoba. Wear it alone or stir a drop into your "
                "cream.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Dos o tres gotas sobre la piel húmeda, mañana o noche.",
                "También sirve en cutículas y en las puntas del cabello.",
            ),
            en=(
                "Two or three drops on damp skin, morning or night.",
                "It also works on cuticles and on the ends of your hair.",
            ),
        ),
        ingredients=composition(
            "Plukenetia Volubilis Seed Oil, Tocopherol",
            es="Aceite de sacha inchi y un poco de vitamina E para que no se oxide.",
            en="Sacha inchi oil, and a little vitamin E so it keeps.",
        ),
        tags=Words(
            "sacha inchi, aceite, piel seca, sin perfume, vegano",
            "sacha inchi, oil, dry skin, fragrance-free, vegan",
        ),
        prices={"co": ("84000", None), "mx": ("429", None), "us": ("24.00", None)},
        stock={"co": 70, "mx": 40, "us": 0},
        size="30ml",
        launched_days_ago=820,
    ),
)
