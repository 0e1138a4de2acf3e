"""The second half of the category tree: make-up, fragrance, and the goods for the home."""

from __future__ import annotations

from .markup import prose
from .schema import CategorySeed, Words

MAKEUP = CategorySeed(
    key="makeup",
    title=Words("Maquillaje", "Makeup"),
    summary=Words(
        "Pocos tonos, bien escogidos, con nombres de lo que se parecen.",
        "Few shades, well chosen, named after what they look like.",
    ),
    description=prose(
        es=(
            "Probamos cada tono en pieles de las tres ciudades donde trabajamos antes de darle "
            "nombre. Si en tu pantalla dudas entre dos, escríbele a tu consultora: tiene las "
            "muestras.",
        ),
        en=(
            "We try every shade on skin in the three cities we work from before we name it. If "
            "you are torn between two on a screen, write to your consultant, who has samples.",
        ),
    ),
    scene="makeup",
    children=(
        CategorySeed(
            key="makeup-lips",
            title=Words("Labios", "Lips"),
            summary=Words(
                "Labiales cremosos y bálsamos con color.",
                "Creamy lipsticks and tinted balms.",
            ),
            description=prose(
                es=("Cera de candelilla, aceite de ricino y pigmentos minerales.",),
                en=("Candelilla wax, castor oil and mineral pigments.",),
            ),
            scene="makeup",
        ),
        CategorySeed(
            key="makeup-face",
            title=Words("Rostro", "Complexion"),
            summary=Words(
                "Tinte ligero y rubores que se funden con los dedos.",
                "A light tint and blushes that blend with your fingers.",
            ),
            description=prose(
                es=("Cobertura ligera: tus pecas se siguen viendo.",),
                en=("Light coverage: your freckles still show.",),
            ),
            scene="makeup",
        ),
        CategorySeed(
            key="makeup-eyes",
            title=Words("Ojos y uñas", "Eyes and nails"),
            summary=Words(
                "Sombras en tonos de páramo, lápices y esmaltes.",
                "Eyeshadow in highland tones, pencils and nail lacquer.",
            ),
            description=prose(
                es=("Colores que combinan entre ellos, para que no tengas que pensar a las seis.",),
                en=("Colors that go together, so you need not think at six in the morning.",),
            ),
            scene="makeup",
        ),
    ),
)

FRAGRANCE = CategorySeed(
    key="fragrance",
    title=Words("Fragancias", "Fragrance"),
    summary=Words(
        "Perfumes que huelen a lugares: un huerto, una lluvia, un bosque.",
        "Perfumes that smell like places: an orchard, a rain, a forest.",
    ),
    description=prose(
        es=(
            "Las compone Irene Salcedo en nuestro laboratorio de Rionegro, con aceites esenciales "
            "de la región y moléculas de perfumería cuando la planta no se puede o no se debe "
            "cosechar.",
        ),
        en=(
            "Irene Salcedo composes them in our lab in Rionegro, with essential oils from the "
            "region, and with perfumery molecules where a plant cannot or should not be picked.",
        ),
    ),
    scene="fragrance",
    children=(
        CategorySeed(
            key="fragrance-eau",
            title=Words("Aguas de perfume", "Eaux de parfum"),
            summary=Words(
                "Tres perfumes y un estuche para conocerlos.",
                "Three perfumes, and a set to meet them all.",
            ),
            description=prose(
                es=("Entre seis y ocho horas en la piel, más en una bufanda.",),
                en=("Six to eight hours on skin, longer on a scarf.",),
            ),
            scene="fragrance",
        ),
        CategorySeed(
            key="fragrance-mist",
            title=Words("Brumas y aceites", "Mists and oils"),
            summary=Words(
                "Más ligeras, para el cuerpo y la ropa.",
                "Lighter, for body and clothes.",
            ),
            description=prose(
                es=("Para llevar en el bolso y volver a usar al mediodía.",),
                en=("To carry in your bag and use again at noon.",),
            ),
            scene="orange_grove",
        ),
    ),
)

RITUAL = CategorySeed(
    key="ritual",
    title=Words("Hogar y ritual", "Home and ritual"),
    summary=Words(
        "Infusiones, velas, jabones y textiles para bajar el ritmo.",
        "Teas, candles, soaps and textiles for slowing down.",
    ),
    description=prose(
        es=(
            "Lo que acompaña el cuidado: el agua caliente, la luz baja, una bata que seca. Casi "
            "todo lo hacen talleres pequeños con los que trabajamos hace años, y sus nombres "
            "están en cada página.",
        ),
        en=(
            "What goes with taking care of yourself: hot water, low light, a robe that dries you. "
            "Small workshops we have known for years make almost all of it, and each page names "
            "them.",
        ),
    ),
    scene="ritual",
    children=(
        CategorySeed(
            key="ritual-tea",
            title=Words("Infusiones", "Teas"),
            summary=Words(
                "Hierbas y cáscaras de cacao, sin cafeína añadida.",
                "Herbs and cacao husk, with no caffeine added.",
            ),
            description=prose(
                es=("Secadas a la sombra y empacadas por lotes pequeños.",),
                en=("Dried in the shade and packed in small batches.",),
            ),
            scene="ritual",
        ),
        CategorySeed(
            key="ritual-home",
            title=Words("Velas y jabones", "Candles and soaps"),
            summary=Words(
                "Cera vegetal y jabón curado seis semanas.",
                "Plant wax, and soap rested for six weeks.",
            ),
            description=prose(
                es=("Huelen a cocina y a huerto, no a perfume de baño.",),
                en=("They smell of kitchen and orchard, not of air freshener.",),
            ),
            scene="ritual",
        ),
        CategorySeed(
            key="ritual-gifts",
            title=Words("Textiles y estuches", "Textiles and sets"),
            summary=Words(
                "Algodón que dura y cajas listas para regalar.",
                "Cotton that lasts, and boxes ready to give.",
            ),
            description=prose(
                es=("Tejidos en Boyacá y cosidos en Medellín.",),
                en=("Woven in Boyacá and sewn in Medellín.",),
            ),
            scene="gift",
        ),
    ),
)
