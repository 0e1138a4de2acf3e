"""Candles and soaps."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, Words

CANDLE_USE = steps(
    es=(
        "La primera vez, déjala prendida hasta que toda la superficie se derrita.",
        "Corta la mecha a medio centímetro antes de encenderla de nuevo.",
        "No la dejes sola ni cerca de una cortina.",
    ),
    en=(
        "The first time, let it burn until the whole surface has melted.",
        "Trim the wick to a quarter inch before you light it again.",
        "Do not leave it alone or near a curtain.",
    ),
)

PRODUCTS = (
    ProductSeed(
        sku="RZ-611",
        category="ritual-home",
        shape="candle",
        colour="#8A5A3C",
        tint="#EEE0D3",
        title=Words("Vela de café y cardamomo", "Coffee and cardamom candle"),
        summary=Words(
            "La cocina a las siete, antes de que se levanten los demás.",
            "The kitchen at seven, before anyone else is up.",
        ),
        description=prose(
            es=(
                "Cera de soya y de palma de productores certificados, mecha de algodón sin plomo, "
                "y un aroma que tardó once intentos: el café se quema fácil y los primeros olían "
                "a caucho.",
                "La vierten a mano en el taller de Amparo Giraldo, en Marinilla, que firma cada "
                "lote. Cuando se acabe, lava el vaso con agua caliente: queda un buen vaso.",
                "180 gramos, unas cuarenta horas.",
            ),
            en=(
                "Soy wax, palm wax from certified growers, a lead-free cotton wick, and a scent "
                "that took eleven tries: coffee burns easily, and the first ones smelled of tires.",
                "Amparo Giraldo's workshop in Marinilla pours it by hand and signs every batch. "
                "When it is finished, wash the glass with hot water: it is a good glass.",
                "6.3 oz, about forty hours.",
            ),
        ),
        how_to_use=CANDLE_USE,
        ingredients=composition(
            "Glycine Soja Wax, Elaeis Guineensis Wax, Parfum (Fragrance), Elettaria Cardamomum "
            "Seed Oil, Linalool",
            es="Cera vegetal y un 7 % de perfume, con aceite esencial de cardamomo.",
            en="Plant wax and 7% fragrance, with cardamom essential oil.",
        ),
        tags=Words("vela, café, cardamomo, hogar", "candle, coffee, cardamom, home"),
        prices={"co": ("62000", None), "mx": ("319", None), "us": ("22.00", None)},
        stock={"co": 90, "mx": 60, "us": 55},
        size="180g",
        launched_days_ago=1150,
    ),
    ProductSeed(
        sku="RZ-612",
        category="ritual-home",
        shape="candle",
        colour="#D9772B",
        tint="#F8E5D3",
        title=Words("Vela de naranja y clavo", "Orange and clove candle"),
        summary=Words(
            "Cáscara en la olla y especias: huele a casa con visita.",
            "Peel in the pot and spices: it smells of a house with guests.",
        ),
        description=prose(
            es=(
                "Sale en diciembre y se queda porque la gente la pide en marzo. La naranja es la "
                "misma del aceite corporal; el clavo viene entero y lo molemos el día anterior.",
                "Se nota en una sala grande sin marear. Si vas a cocinar, préndela media hora "
                "después.",
                "180 gramos, unas cuarenta horas.",
            ),
            en=(
                "It first came out for December and it stayed, because people kept asking for it "
                "in March. The orange is the one in our body oil; the clove arrives whole and we "
                "grind it the day before.",
                "It fills a large living room without being too much. If you have been cooking, "
                "light it half an hour later.",
                "6.3 oz, about forty hours.",
            ),
        ),
        how_to_use=CANDLE_USE,
        ingredients=composition(
            "Glycine Soja Wax, Elaeis Guineensis Wax, Citrus Aurantium Dulcis (Orange) Peel Oil, "
            "Parfum (Fragrance), Eugenia Caryophyllus (Clove) Bud Oil, Limonene, Eugenol",
            es="Cera vegetal, aceite de cáscara de naranja y clavo molido en casa.",
            en="Plant wax, orange peel oil and clove we grind ourselves.",
        ),
        tags=Words("vela, naranja, clavo, regalo, hogar", "candle, orange, clove, gift, home"),
        prices={"co": ("52000", "62000"), "mx": ("269", "319"), "us": ("18.00", "22.00")},
        stock={"co": 75, "mx": 50, "us": 45},
        size="180g",
        launched_days_ago=340,
    ),
    ProductSeed(
        sku="RZ-613",
        category="ritual-home",
        shape="soap",
        colour="#E3B04B",
        tint="#F6EDD8",
        title=Words("Jabón de caléndula y avena", "Calendula and oat soap"),
        summary=Words(
            "Barra curada seis semanas; espuma cremosa que no reseca.",
            "A bar rested for six weeks; a creamy lather that does not dry skin.",
        ),
        description=prose(
            es=(
                "Jabón de aceite de oliva, coco y cacao, hecho en frío. Las seis semanas de reposo "
                "no son adorno: en ese tiempo pierde agua, se vuelve más suave y dura el doble.",
                "Los pétalos que ves son de la parcela de Rosalba y la avena es en hojuela fina. "
                "Barra de 100 gramos, envuelta en papel.",
            ),
            en=(
                "Olive, coconut and cacao soap, made cold. The six weeks of rest are not for show: "
                "in that time it loses water, grows gentler and comes to last twice as long.",
                "The petals you see are from Rosalba's plot and the oats are finely rolled. 3.5 oz "
                "bar, wrapped in paper.",
            ),
        ),
        how_to_use=steps(
            es=("Para manos y cuerpo.", "Déjalo en una jabonera que escurra."),
            en=("For hands and body.", "Keep it in a dish that drains."),
        ),
        ingredients=composition(
            "Sodium Olivate, Sodium Cocoate, Aqua (Water), Sodium Cocoa Butterate, Glycerin, "
            "Avena Sativa (Oat) Kernel Flour, Calendula Officinalis Flower, Tocopherol",
            es="Aceites vegetales saponificados, avena y pétalos; sin perfume ni color.",
            en="Saponified plant oils, oats and petals; no added fragrance or color.",
        ),
        tags=Words("jabón, caléndula, avena, sin perfume", "soap, calendula, oat, fragrance-free"),
        prices={"co": ("18000", None), "mx": ("95", None), "us": ("7.00", None)},
        stock={"co": 260, "mx": 200, "us": 150},
        size="100g",
        launched_days_ago=2300,
    ),
    ProductSeed(
        sku="RZ-614",
        category="ritual-home",
        shape="soap",
        colour="#A8543A",
        tint="#F0DED5",
        title=Words("Jabón de arcilla roja", "Red clay soap"),
        summary=Words(
            "Para piel grasa y manos de taller; limpia a fondo y enjuaga fácil.",
            "For oily skin and workshop hands; cleans deep and rinses easily.",
        ),
        description=prose(
            es=(
                "La misma arcilla de Ráquira de la mascarilla, en un jabón que no le tiene miedo a "
                "la grasa de bicicleta. Aun así lo puedes usar en el cuerpo: la arcilla va molida "
                "como harina.",
                "Huele a limonaria (en México, zacate limón). Barra de 100 gramos, envuelta en "
                "papel.",
            ),
            en=(
                "The Ráquira clay from our mask, in a soap that is not afraid of bicycle grease. "
                "You can still use it on your body: the clay is milled as fine as flour.",
                "It smells of lemongrass. 3.5 oz bar, wrapped in paper.",
            ),
        ),
        how_to_use=steps(
            es=("Para manos y cuerpo; no para el rostro si es seco.", "Enjuaga con agua tibia."),
            en=("For hands and body; not for your face if it is dry.", "Rinse with warm water."),
        ),
        ingredients=composition(
            "Sodium Olivate, Sodium Cocoate, Aqua (Water), Illite, Glycerin, Cymbopogon Citratus "
            "Leaf Oil, Tocopherol, Citral, Geraniol",
            es="Aceites vegetales saponificados, arcilla lavada y limonaria.",
            en="Saponified plant oils, washed clay and lemongrass.",
        ),
        tags=Words("jabón, arcilla, limonaria, manos", "soap, clay, lemongrass, hands"),
        prices={"co": ("18000", None), "mx": ("95", None), "us": ("7.00", None)},
        stock={"co": 0, "mx": 170, "us": 130},
        size="100g",
        launched_days_ago=1600,
    ),
)
