"""Cleansers, toner and mask for the face."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, VariantSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-111",
        category="face-cleanse",
        shape="pump",
        colour="#C98A3A",
        tint="#F3E6D2",
        title=Words("Aceite limpiador de moringa", "Moringa cleansing oil"),
        summary=Words(
            "Disuelve maquillaje y protector solar; se va con agua.",
            "Melts makeup and sunscreen; rinses off with water.",
        ),
        description=prose(
            es=(
                "El aceite limpia lo que el jabón arrastra a la fuerza. Este se pone sobre la piel "
                "seca, se masajea un minuto y, al tocar el agua, se vuelve leche y se enjuaga sin "
                "dejar película.",
                "La moringa viene de La Guajira, donde los árboles crecen casi sin riego. Es un "
                "aceite muy estable, que aguanta el calor del baño sin ponerse rancio.",
                "Frasco de 150 ml con dosificador.",
            ),
            en=(
                "Oil lifts what soap has to scrub. Smooth this one over dry skin, massage for a "
                "minute, add water: it turns to milk and rinses away with no film.",
                "The moringa comes from La Guajira, Colombia's desert, where the trees get by on "
                "almost no water. The oil is very stable and will not turn in a warm bathroom.",
                "5.1 fl oz, with a pump.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Dos dosis en las manos secas, sobre el rostro seco.",
                "Masajea un minuto, también sobre los párpados cerrados.",
                "Moja las manos, masajea hasta que se vuelva blanco y enjuaga.",
            ),
            en=(
                "Two pumps in dry hands, over a dry face.",
                "Massage for a minute, closed eyelids included.",
                "Wet your hands, massage until it turns white, and rinse.",
            ),
        ),
        ingredients=composition(
            "Helianthus Annuus (Sunflower) Seed Oil, Moringa Oleifera Seed Oil, Polyglyceryl-4 "
            "Oleate, Caprylic/Capric Triglyceride, Tocopherol, Citrus Aurantium Dulcis (Orange) "
            "Peel Oil, Limonene",
            es="Aceites de girasol y moringa, y un emulsionante vegetal que los deja enjuagarse.",
            en="Sunflower and moringa oils, and a plant emulsifier that lets them rinse off.",
        ),
        tags=Words(
            "limpiador, aceite, desmaquillante, moringa", "cleanser, oil, makeup remover, moringa"
        ),
        prices={"co": ("79000", None), "mx": ("399", None), "us": ("22.00", None)},
        stock={"co": 110, "mx": 80, "us": 60},
        size="150ml",
        launched_days_ago=980,
    ),
    ProductSeed(
        sku="RZ-112",
        category="face-cleanse",
        shape="tube",
        colour="#9DAF8F",
        tint="#E6EBDF",
        title=Words("Gel limpiador de avena y manzanilla", "Oat and chamomile gel cleanser"),
        summary=Words(
            "Espuma corta para mañana y noche, sin sensación tirante.",
            "A short lather for morning and night that never feels tight.",
        ),
        description=prose(
            es=(
                "Lo formulamos para la hermana de Elena, que se lavaba la cara solo con agua "
                "porque todo lo demás la dejaba tirante. Hace poca espuma, y esa poca se va "
                "rápido.",
                "La avena se remoja dos días antes de filtrarla; la manzanilla se seca en la "
                "finca y llega en bultos que perfuman la bodega entera.",
                "En tubo de 50 ml para el viaje y de 150 ml para la casa.",
            ),
            en=(
                "We made it for Elena's sister, who washed her face with plain water because "
                "anything else left it tight. It lathers a little, and that little rinses fast.",
                "The oats soak for two days before we strain them; the chamomile is dried on the "
                "farm and arrives in sacks that scent the whole warehouse.",
                "In a 1.7 fl oz tube for trips and a 5.1 fl oz tube for home.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Una porción como una uva sobre el rostro mojado.",
                "Masajea treinta segundos y enjuaga con agua tibia.",
            ),
            en=(
                "A grape-size amount on a wet face.",
                "Massage for thirty seconds and rinse with lukewarm water.",
            ),
        ),
        ingredients=composition(
            "Aqua (Water), Decyl Glucoside, Glycerin, Coco-Betaine, Avena Sativa (Oat) Kernel "
            "Extract, Chamomilla Recutita Flower Extract, Xanthan Gum, Lactic Acid, Sodium "
            "Benzoate, Potassium Sorbate",
            es="Limpia con tensioactivos de coco y maíz; no lleva sulfatos ni perfume.",
            en="It cleans with coconut and corn surfactants; no sulfates, no added fragrance.",
        ),
        tags=Words(
            "limpiador, gel, avena, manzanilla, sin perfume, piel sensible",
            "cleanser, gel, oat, chamomile, fragrance-free, sensitive skin",
        ),
        prices={"co": ("59000", None), "mx": ("299", None), "us": ("17.00", None)},
        stock={"co": 160, "mx": 120, "us": 90},
        variants=(
            VariantSeed(
                "50",
                size="50ml",
                prices={"co": ("29000", None), "mx": ("149", None), "us": ("9.00", None)},
            ),
            VariantSeed("150", size="150ml"),
        ),
        launched_days_ago=1700,
    ),
    ProductSeed(
        sku="RZ-113",
        category="face-cleanse",
        shape="bottle",
        colour="#D8A5A0",
        tint="#F5E6E2",
        title=Words("Tónico de agua de rosas", "Rose water toner"),
        summary=Words(
            "Refresca después de limpiar y prepara la piel para el sérum.",
            "Refreshes after cleansing and readies skin for serum.",
        ),
        description=prose(
            es=(
                "Destilamos pétalos de las rosas que los cultivos de la Sabana no exportan por "
                "tener el tallo corto. El agua que queda huele a rosa de jardín, no a talco.",
                "Le sumamos glicerina y un poco de hamamelis sin alcohol. No es un paso "
                "obligatorio; es un paso agradable, sobre todo donde el agua es dura.",
                "Botella de vidrio de 200 ml.",
            ),
            en=(
                "We distill petals from roses that the growers near Bogotá cannot export because "
                "the stems are short. The water that remains smells of a garden, not of powder.",
                "We add glycerin and a little alcohol-free witch hazel. It is not a step you have "
                "to take; it is a pleasant one, most of all where the water is hard.",
                "Glass bottle, 6.8 fl oz.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Vierte un poco en las manos y presiona sobre el rostro limpio.",
                "Aplica el sérum mientras la piel sigue húmeda.",
            ),
            en=(
                "Pour a little into your hands and press onto a clean face.",
                "Apply serum while skin is still damp.",
            ),
        ),
        ingredients=composition(
            "Rosa Hybrid Flower Water, Glycerin, Hamamelis Virginiana (Witch Hazel) Leaf Water, "
            "Sodium Hyaluronate, Citric Acid, Sodium Benzoate, Potassium Sorbate, Citronellol, "
            "Geraniol",
            es="Nueve de cada diez partes son agua de rosas; los dos últimos nombres son su aroma.",
            en="Nine parts in ten are rose water; the last two names are its own scent.",
        ),
        tags=Words("tónico, rosas, hamamelis, sin alcohol", "toner, rose, witch hazel, no alcohol"),
        prices={"co": ("52000", None), "mx": ("269", None), "us": ("16.00", None)},
        stock={"co": 85, "mx": 60, "us": 45},
        size="200ml",
        launched_days_ago=1250,
    ),
    ProductSeed(
        sku="RZ-114",
        category="face-cleanse",
        shape="jar",
        colour="#B65A38",
        tint="#F0DDD2",
        title=Words("Mascarilla de arcilla roja y achiote", "Red clay and annatto mask"),
        summary=Words(
            "Diez minutos los domingos: poros más limpios, piel lisa al tacto.",
            "Ten minutes on Sunday: clearer pores and skin that feels smooth.",
        ),
        description=prose(
            es=(
                "La arcilla es de Ráquira, el pueblo de los alfareros. La lavamos tres veces para "
                "quitarle la arena. El achiote le da el color de teja y un aceite suave que evita "
                "que la mascarilla se agriete en la cara.",
                "Viene lista en crema: no hay que mezclar nada. No la dejes secar del todo; "
                "cuando cambie de color en los bordes, es hora de enjuagar.",
                "Frasco de 100 gramos, unas doce aplicaciones.",
            ),
            en=(
                "The clay is from Ráquira, a potters' town in the Colombian highlands. We wash "
                "it three times to get the sand out. Annatto gives it the color of roof tile and "
                "a mild oil that keeps the mask from cracking on your face.",
                "It comes as a ready cream, with nothing to mix. Do not let it dry all the way: "
                "when the edges change color, it is time to rinse.",
                "3.5 oz, about twelve masks.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Una capa fina sobre el rostro limpio, lejos de ojos y labios.",
                "Espera diez minutos y retira con una toalla tibia.",
                "Una vez por semana; dos si tu piel es grasa.",
            ),
            en=(
                "A thin layer on a clean face, away from eyes and lips.",
                "Wait ten minutes and take it off with a warm towel.",
                "Once a week, or twice if your skin is oily.",
            ),
        ),
        ingredients=composition(
            "Aqua (Water), Kaolin, Illite, Glycerin, Helianthus Annuus (Sunflower) Seed Oil, "
            "Cetearyl Alcohol, Bixa Orellana Seed Oil, Glyceryl Stearate, Xanthan Gum, "
            "Phenoxyethanol, Ethylhexylglycerin",
            es="Dos arcillas lavadas y aceite de achiote; el color es de ellas.",
            en="Two washed clays and annatto oil; the color is their own.",
        ),
        tags=Words("mascarilla, arcilla, achiote, piel grasa", "mask, clay, annatto, oily skin"),
        prices={"co": ("64000", None), "mx": ("329", None), "us": ("19.00", None)},
        stock={"co": 75, "mx": 55, "us": 40},
        size="100g",
        launched_days_ago=640,
    ),
)
