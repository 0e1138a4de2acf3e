"""Body creams and oils."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, VariantSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-201",
        category="body-care",
        shape="jar",
        colour="#6B4230",
        tint="#EADCD0",
        title=Words("Mantequilla corporal de cacao", "Cacao body butter"),
        summary=Words(
            "Densa y sin agua, para rodillas, codos y piel muy seca.",
            "Dense and water-free, for knees, elbows and very dry skin.",
        ),
        description=prose(
            es=(
                "Manteca de cacao de Arauca, sin desodorizar: por eso huele a chocolate de mesa. "
                "La batimos dos veces mientras se enfría, para que quede como crema pastelera y "
                "no como una barra.",
                "No lleva agua, así que un poco alcanza para mucho. En clima caliente se ablanda; "
                "media hora en la nevera la devuelve a su punto.",
                "En frasco de 100 y 200 ml.",
            ),
            en=(
                "Cacao butter from Arauca with its scent left in, which is why it smells like a "
                "chocolate bar. We whip it twice as it cools, so that it ends up like pastry "
                "cream and not like a candle.",
                "There is no water in it, so a little goes a long way. In hot weather it softens; "
                "half an hour in the fridge puts it right.",
                "In jars of 3.4 and 6.8 fl oz.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Después del baño, con la piel todavía húmeda.",
                "Derrite una porción como una nuez entre las manos y masajea.",
                "Espera tres minutos antes de vestirte.",
            ),
            en=(
                "After the shower, while your skin is still damp.",
                "Melt a walnut-size amount between your hands and massage it in.",
                "Wait three minutes before you dress.",
            ),
        ),
        ingredients=composition(
            "Theobroma Cacao (Cocoa) Seed Butter, Helianthus Annuus (Sunflower) Seed Oil, "
            "Butyrospermum Parkii (Shea) Butter, Cocos Nucifera (Coconut) Oil, Tocopherol",
            es="Cinco ingredientes, todos grasas vegetales, sin perfume añadido.",
            en="Five ingredients, all of them plant fats, with no added fragrance.",
        ),
        tags=Words(
            "mantequilla, cacao, piel seca, cuerpo, sin perfume",
            "body butter, cacao, cocoa, dry skin, fragrance-free",
        ),
        prices={"co": ("86000", None), "mx": ("429", None), "us": ("26.00", None)},
        stock={"co": 120, "mx": 85, "us": 65},
        variants=(
            VariantSeed(
                "100",
                size="100ml",
                prices={"co": ("52000", None), "mx": ("269", None), "us": ("16.00", None)},
            ),
            VariantSeed("200", size="200ml"),
        ),
        launched_days_ago=2100,
        featured=True,
    ),
    ProductSeed(
        sku="RZ-202",
        category="body-care",
        shape="pump",
        colour="#D9C9A8",
        tint="#F2ECDF",
        title=Words("Loción corporal de avena y coco", "Oat and coconut body lotion"),
        summary=Words(
            "Se absorbe en un minuto; para todos los días y toda la casa.",
            "Sinks in within a minute; for every day and everyone at home.",
        ),
        description=prose(
            es=(
                "La loción de tierra caliente: ligera, fresca, sin sensación de película. La "
                "pedían las consultoras de Cali y de Mérida, donde una mantequilla es demasiado.",
                "La leche de avena la hacemos nosotros. El coco es de Guapi, en el Pacífico, y se "
                "huele apenas al aplicarla.",
                "Con dosificador, en 250 y 400 ml.",
            ),
            en=(
                "This is the hot-weather lotion: light, cool, no film. Consultants in Cali and "
                "Mérida asked for it, because where they live a butter is too much.",
                "We make the oat milk ourselves. The coconut is from Guapi, on the Pacific coast, "
                "and you notice it only as you put it on.",
                "With a pump, in 8.5 and 13.5 fl oz.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Dos dosis por pierna, una por brazo.",
                "A cualquier hora; después del sol, guárdala antes en la nevera.",
            ),
            en=(
                "Two pumps for each leg, one for each arm.",
                "At any hour; after a day in the sun, keep it in the fridge first.",
            ),
        ),
        ingredients=composition(
            "Aqua (Water), Glycerin, Cocos Nucifera (Coconut) Oil, Avena Sativa (Oat) Kernel "
            "Extract, Caprylic/Capric Triglyceride, Cetearyl Alcohol, Cetearyl Glucoside, Aloe "
            "Barbadensis Leaf Juice, Xanthan Gum, Parfum (Fragrance), Sodium Benzoate, Potassium "
            "Sorbate",
            es="Avena, coco y sábila en una emulsión ligera, con muy poco perfume.",
            en="Oat, coconut and aloe in a light emulsion, with very little fragrance.",
        ),
        tags=Words(
            "loción, avena, coco, sábila, clima caliente",
            "lotion, oat, coconut, aloe, hot weather",
        ),
        prices={"co": ("68000", None), "mx": ("349", None), "us": ("22.00", None)},
        stock={"co": 170, "mx": 130, "us": 95},
        variants=(
            VariantSeed(
                "250",
                size="250ml",
                prices={"co": ("48000", None), "mx": ("249", None), "us": ("16.00", None)},
            ),
            VariantSeed("400", size="400ml"),
        ),
        launched_days_ago=1500,
    ),
    ProductSeed(
        sku="RZ-203",
        category="body-care",
        shape="bottle",
        colour="#D9772B",
        tint="#F7E4D2",
        title=Words("Aceite corporal de naranja y achiote", "Orange and annatto body oil"),
        summary=Words(
            "Aceite seco que deja brillo en las piernas y olor a cáscara fresca.",
            "A dry oil that leaves a sheen on legs and a scent of fresh peel.",
        ),
        description=prose(
            es=(
                "La cáscara viene de una fábrica de jugos del Quindío que antes la botaba. La "
                "prensamos en frío y, por cada tonelada, salen cuatro litros de aceite esencial.",
                "El achiote le da un tono dorado que no mancha la ropa una vez absorbido. Sobre "
                "piel morena se ve como cobre; sobre piel clara, como si hubieras ido a la playa.",
                "Botella de vidrio de 150 ml.",
            ),
            en=(
                "The peel comes from a juice plant in Quindío that used to throw it out. We "
                "cold-press it, and each ton gives about a gallon of essential oil.",
                "Annatto lends a golden tone that does not stain clothes once it is absorbed. On "
                "brown skin it looks like copper; on fair skin, like a day at the beach.",
                "Glass bottle, 5.1 fl oz.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Sobre piel húmeda, después del baño, en masaje largo.",
                "Deja secar dos minutos antes de vestirte de blanco.",
                "No lo uses justo antes de tomar el sol.",
            ),
            en=(
                "On damp skin after the shower, in long strokes.",
                "Let it dry for two minutes before you put on white.",
                "Do not wear it right before going out in the sun.",
            ),
        ),
        ingredients=composition(
            "Caprylic/Capric Triglyceride, Helianthus Annuus (Sunflower) Seed Oil, Bixa Orellana "
            "Seed Oil, Citrus Aurantium Dulcis (Orange) Peel Oil, Tocopherol, Limonene, Linalool",
            es="Aceites de girasol y achiote, con naranja prensada en frío.",
            en="Sunflower and annatto oils, with cold-pressed orange.",
        ),
        tags=Words("aceite, naranja, achiote, brillo, cuerpo", "oil, orange, annatto, sheen, body"),
        prices={"co": ("74000", "88000"), "mx": ("379", "449"), "us": ("24.00", None)},
        stock={"co": 90, "mx": 65, "us": 55},
        size="150ml",
        launched_days_ago=300,
    ),
    ProductSeed(
        sku="RZ-204",
        category="body-care",
        shape="tube",
        colour="#E09F3E",
        tint="#F6E9D3",
        title=Words("Crema de manos de caléndula", "Calendula hand cream"),
        summary=Words(
            "Para manos que lavan, siembran y escriben; no deja grasa.",
            "For hands that wash, plant and type; leaves no grease.",
        ),
        description=prose(
            es=(
                "La fórmula es de las enfermeras. Nubia Restrepo, nuestra primera consultora, "
                "llevó al hospital tres versiones y volvió con notas al margen: esta mancha, esta "
                "huele mucho, esta sí.",
                "Lleva el mismo macerado de caléndula de la crema de día y cera de arroz, que "
                "deja las manos secas al tacto. Puedes contestar el celular enseguida.",
                "En tubo de aluminio de 30 y 75 ml.",
            ),
            en=(
                "Nurses wrote this formula. Nubia Restrepo, our first consultant, took three "
                "versions to her hospital and came back with notes in the margin: this one "
                "stains, this one smells too much, this one yes.",
                "It has the same infused calendula as our day cream, and rice wax, which leaves "
                "hands dry to the touch. You can pick up your phone right away.",
                "In aluminum tubes of 1 and 2.5 fl oz.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Una porción como un garbanzo cada vez que te laves las manos.",
                "De noche, una capa más gruesa sobre nudillos y cutículas.",
            ),
            en=(
                "A chickpea-size amount each time you wash your hands.",
                "At night, a thicker layer on knuckles and cuticles.",
            ),
        ),
        ingredients=composition(
            "Aqua (Water), Glycerin, Helianthus Annuus (Sunflower) Seed Oil, Calendula Officinalis "
            "Flower Extract, Cetearyl Alcohol, Oryza Sativa (Rice) Bran Wax, Glyceryl Stearate "
            "Citrate, Panthenol, Tocopherol, Sodium Benzoate, Potassium Sorbate",
            es="Caléndula macerada, glicerina y cera de arroz; sin perfume.",
            en="Infused calendula, glycerin and rice wax; no added fragrance.",
        ),
        tags=Words(
            "manos, caléndula, sin perfume, bolso", "hands, calendula, fragrance-free, travel"
        ),
        prices={"co": ("38000", None), "mx": ("199", None), "us": ("12.00", None)},
        stock={"co": 220, "mx": 180, "us": 140},
        variants=(
            VariantSeed(
                "30",
                size="30ml",
                prices={"co": ("21000", None), "mx": ("109", None), "us": ("7.00", None)},
            ),
            VariantSeed("75", size="75ml"),
        ),
        launched_days_ago=2600,
    ),
)
