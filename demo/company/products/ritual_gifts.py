"""Textiles and boxed sets."""

from __future__ import annotations

from ..markup import prose, steps
from ..schema import ProductSeed, VariantSeed, Words

TEXTILE_CARE = steps(
    es=(
        "Lava con agua fría y colores parecidos; seca a la sombra.",
        "La primera lavada puede soltar un poco de tinte: es normal.",
    ),
    en=(
        "Wash cold with like colors; dry in the shade.",
        "The first wash may release a little dye. That is normal.",
    ),
)

PRODUCTS = (
    ProductSeed(
        sku="RZ-621",
        category="ritual-gifts",
        shape="textile_robe",
        colour="#E6DCC8",
        tint="#F3EEE4",
        title=Words("Bata de algodón nido de abeja", "Waffle cotton robe"),
        summary=Words(
            "Seca rápido, pesa poco y tiene bolsillos de verdad.",
            "Dries fast, weighs little and has real pockets.",
        ),
        description=prose(
            es=(
                "El nido de abeja absorbe como una toalla gruesa y se seca en una tarde de lluvia. "
                "Lo tejen en Duitama con algodón del Tolima y lo cosen en Medellín, en el taller "
                "de Confecciones La Loma.",
                "Bolsillos donde cabe el celular, lazo que no se suelta, largo a media pierna. "
                "Tres colores: crudo sin teñir, salvia y naranja.",
                "S, M y L. Si estás entre dos tallas, escoge la menor: es amplia.",
            ),
            en=(
                "Waffle cloth takes up water like a thick towel and dries in one rainy afternoon. "
                "It is woven in Duitama with cotton from Tolima and sewn in Medellín, at the La "
                "Loma workshop.",
                "Pockets that fit a phone, a belt that stays tied, a length to midcalf. Three "
                "colors: undyed, sage and orange.",
                "S, M and L. If you are between two sizes, take the smaller: it runs large.",
            ),
        ),
        how_to_use=TEXTILE_CARE,
        ingredients=prose(
            es=(
                "100 % algodón colombiano, 240 gramos por metro cuadrado. Tintes reactivos en "
                "salvia y naranja; el crudo no lleva ninguno.",
            ),
            en=(
                "100% Colombian cotton, 7 oz per square yard. Reactive dyes in sage and orange; "
                "undyed has none.",
            ),
        ),
        tags=Words("bata, algodón, baño, regalo, textil", "robe, cotton, bath, gift, textile"),
        prices={"co": ("249000", None), "mx": ("1290", None), "us": ("79.00", None)},
        stock={"co": 18, "mx": 12, "us": 10},
        variants=(
            VariantSeed("CRU-S", colour="raw", size="s"),
            VariantSeed("CRU-M", colour="raw", size="m"),
            VariantSeed("CRU-L", colour="raw", size="l"),
            VariantSeed("SAL-S", colour="sage", size="s"),
            VariantSeed("SAL-M", colour="sage", size="m"),
            VariantSeed("SAL-L", colour="sage", size="l", stock={"us": 0}),
            VariantSeed("NAR-S", colour="orange", size="s"),
            VariantSeed("NAR-M", colour="orange", size="m"),
            VariantSeed("NAR-L", colour="orange", size="l", stock={"mx": 2}),
        ),
        launched_days_ago=480,
        featured=True,
    ),
    ProductSeed(
        sku="RZ-622",
        category="ritual-gifts",
        shape="textile_band",
        colour="#8FA188",
        tint="#E7ECE3",
        title=Words("Banda para el cabello", "Wash headband"),
        summary=Words(
            "Aparta el cabello mientras te lavas la cara; no aprieta.",
            "Keeps hair back while you wash your face, and does not pinch.",
        ),
        description=prose(
            es=(
                "Sobraba tela de las batas y sobraba agua en las mangas de todas. La banda salió "
                "de ahí: algodón por fuera, elástico ancho por dentro, un lazo "
                "que no se deshace.",
                "Una talla para casi todas las cabezas. Cuatro colores.",
            ),
            en=(
                "There was cloth left over from the robes, and water running down everyone's "
                "sleeves. Hence the headband: cotton outside, wide elastic inside, a bow "
                "that stays tied.",
                "One size for nearly every head. Four colors.",
            ),
        ),
        how_to_use=TEXTILE_CARE,
        ingredients=prose(
            es=(
                "95 % algodón, en retazos del mismo taller, y 5 % elastano. Si el elástico se "
                "vence, lo cambiamos.",
            ),
            en=(
                "95% cotton, in remnants from the same workshop, and 5% elastane. If the elastic "
                "wears out, we replace it.",
            ),
        ),
        tags=Words("banda, diadema, cabello, algodón", "headband, hair, cotton, spa"),
        prices={"co": ("29000", None), "mx": ("149", None), "us": ("10.00", None)},
        stock={"co": 85, "mx": 70, "us": 60},
        variants=(
            VariantSeed("CRU", colour="raw"),
            VariantSeed("SAL", colour="sage"),
            VariantSeed("NAR", colour="orange"),
            VariantSeed("LAG", colour="lagoon"),
        ),
        launched_days_ago=475,
    ),
    ProductSeed(
        sku="RZ-623",
        category="ritual-gifts",
        shape="textile_bag",
        colour="#B65A38",
        tint="#F2E0D7",
        title=Words("Bolsa de lona con cordón", "Drawstring canvas pouch"),
        summary=Words(
            "Se abre del todo, se cierra de un tirón y se lava en la máquina.",
            "Opens all the way, closes with one pull and goes in the wash.",
        ),
        description=prose(
            es=(
                "Lona de algodón con forro encerado: si se abre un frasco, no llega a la ropa. "
                "Mide 24 por 28 centímetros y le caben la crema de 50 ml, el gel de viaje, un "
                "cepillo de dientes y lo que compres allá.",
                "La cose la misma gente de las batas. Tres colores.",
            ),
            en=(
                "Cotton canvas with a waxed lining: if a jar opens, your clothes stay dry. "
                "It measures 9½ by 11 inches and takes a full-size cream, a travel gel, a "
                "toothbrush and whatever you buy while you are there.",
                "Sewn by the people who make the robes. Three colors.",
            ),
        ),
        how_to_use=TEXTILE_CARE,
        ingredients=prose(
            es=("Lona de algodón de 280 gramos, forro con cera de abejas y cordón de algodón.",),
            en=("8 oz cotton canvas, a lining coated with beeswax, and a cotton cord.",),
        ),
        tags=Words(
            "bolsa, cosmetiquera, neceser, viaje, lona", "pouch, toiletry bag, travel, canvas"
        ),
        prices={"co": ("58000", None), "mx": ("299", None), "us": ("19.00", None)},
        stock={"co": 65, "mx": 50, "us": 40},
        variants=(
            VariantSeed("CRU", colour="raw"),
            VariantSeed("TER", colour="terracotta"),
            VariantSeed("HOJ", colour="leaf"),
        ),
        launched_days_ago=90,
    ),
    ProductSeed(
        sku="RZ-631",
        category="ritual-gifts",
        shape="box_set",
        colour="#A8481F",
        tint="#F1E1D7",
        title=Words("Kit de inicio", "Starter kit"),
        summary=Words(
            "Seis productos para conocernos, o para empezar a recomendarnos.",
            "Six products to get to know us, or to start recommending us.",
        ),
        description=prose(
            es=(
                "Lo armamos pensando en la primera visita de una consultora: lo que se prueba en "
                "la mano, lo que se huele y lo que siempre preguntan. Pero lo compra cualquiera, y "
                "mucha gente lo regala.",
                "<strong>Trae:</strong> gel limpiador de 50 ml, crema de día de 30 ml, sérum de "
                "rosa mosqueta de 15 ml, crema de manos de 30 ml, jabón de caléndula y banda para "
                "el cabello en salvia, con una libreta de fichas de ingredientes.",
                "Por separado cuestan cerca de un tercio más.",
            ),
            en=(
                "We put it together with a consultant's first visit in mind: what people try on "
                "their hand, what they smell, what they always ask about. Anyone can buy it, and "
                "many give it as a present.",
                "<strong>Inside:</strong> the travel gel cleanser, the 1 fl oz day cream, the 0.5 "
                "fl oz rosehip serum, the small hand cream, a calendula soap and a sage headband, "
                "with a booklet of ingredient notes.",
                "Bought one by one, they cost about a third more.",
            ),
        ),
        how_to_use=steps(
            es=(
                "De noche: gel, sérum. De mañana: gel, crema de día.",
                "Después de dos semanas, cuéntanos qué te quedó gustando.",
            ),
            en=(
                "At night: gel, serum. In the morning: gel, day cream.",
                "After two weeks, tell us what you ended up liking.",
            ),
        ),
        ingredients=prose(
            es=(
                "La lista de cada producto está en su página y en su envase. Las dos cremas, el "
                "sérum y el gel van en el tamaño pequeño; el jabón y la banda, en el de siempre.",
            ),
            en=(
                "Each product's list is on its page and on its container. Cream, serum, gel and "
                "hand cream come in the small size; the soap and the headband in the usual one.",
            ),
        ),
        tags=Words(
            "kit, inicio, consultora, regalo, estuche", "starter kit, consultant, gift, set"
        ),
        prices={"co": ("169000", "228000"), "mx": ("869", "1170"), "us": ("52.00", "69.00")},
        stock={"co": 70, "mx": 50, "us": 40},
        launched_days_ago=260,
        featured=True,
        seo_description=Words(
            "Seis productos de Raíz en tamaño pequeño: limpieza, sérum, crema, manos, jabón y "
            "banda para el cabello.",
            "Six Raíz products in small sizes: cleanser, serum, cream, hand cream, soap and a "
            "wash headband.",
        ),
    ),
    ProductSeed(
        sku="RZ-632",
        category="ritual-gifts",
        shape="box_set",
        colour="#5E7361",
        tint="#E3E8E0",
        title=Words("Estuche Domingo", "Sunday set"),
        summary=Words(
            "Mascarilla, exfoliante, vela e infusión: una tarde completa en una caja.",
            "Mask, scrub, candle and tea: a whole afternoon in one box.",
        ),
        description=prose(
            es=(
                "Para quien no para nunca. Adentro están la mascarilla de arcilla, el exfoliante "
                "de café, la vela de café y cardamomo y la infusión de manzanilla, en el orden en "
                "que se usan.",
                "La caja es de cartón reciclado, con cinta de algodón y una tarjeta en blanco. Si "
                "nos dices qué escribir, la escribimos a mano.",
            ),
            en=(
                "For someone who never stops. Inside are the clay mask, the coffee scrub, the "
                "coffee and cardamom candle and the chamomile tea, in the order you use them.",
                "The box is recycled board with a cotton ribbon and a blank card. Tell us what to "
                "write and we will write it by hand.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Prende la vela y pon a hervir el agua.",
                "Mascarilla, exfoliante, ducha; después, la taza.",
            ),
            en=(
                "Light the candle and put the water on.",
                "Mask, scrub, shower; then the cup.",
            ),
        ),
        ingredients=prose(
            es=(
                "La lista de cada producto está en su página y en su envase. Todos van en el "
                "tamaño de siempre.",
            ),
            en=(
                "Each product's list is on its page and on its container. All of them come in "
                "the usual size.",
            ),
        ),
        tags=Words("estuche, regalo, domingo, vela", "gift set, sunday, candle, mask"),
        prices={"co": ("185000", None), "mx": ("949", None), "us": ("60.00", None)},
        stock={"co": 40, "mx": 30, "us": 25},
        launched_days_ago=150,
    ),
)
