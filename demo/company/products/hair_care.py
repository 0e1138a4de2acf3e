"""Hair masks, oils and styling."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-311",
        category="hair-care",
        shape="jar",
        colour="#7C8B4F",
        tint="#E9ECDC",
        title=Words("Mascarilla capilar de aguacate", "Avocado hair mask"),
        summary=Words(
            "Veinte minutos por semana para cabello seco o teñido.",
            "Twenty minutes a week for dry or colored hair.",
        ),
        description=prose(
            es=(
                "El aguacate de la casa, pero sin pedacitos en el desagüe. Usamos el aceite de los "
                "aguacates que no pasan la talla de exportación, prensado en Sonsón.",
                "Es espesa y hay que trabajarla por mechones. A cambio, el cabello queda con "
                "cuerpo y se deja peinar durante varios días.",
                "Frasco de 250 gramos.",
            ),
            en=(
                "The avocado mask people make at home, minus the bits in the drain. We use oil "
                "from avocados that miss the export size, pressed in the town of Sonsón.",
                "It is thick, and you have to work it in strand by strand. In return, hair has "
                "body and is easy to comb for several days.",
                "8.8 oz jar.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Sobre cabello lavado y escurrido, de medios a puntas.",
                "Envuelve en una toalla tibia veinte minutos y enjuaga bien.",
                "Una vez por semana; dos en temporada de mar o piscina.",
            ),
            en=(
                "On washed, towel-dried hair, from the middle to the ends.",
                "Wrap in a warm towel for twenty minutes and rinse well.",
                "Once a week, or twice in the season of sea and pool.",
            ),
        ),
        ingredients=composition(
            "Aqua (Water), Cetearyl Alcohol, Persea Gratissima (Avocado) Oil, Glycerin, "
            "Behentrimonium Methosulfate, Hydrolyzed Quinoa, Butyrospermum Parkii (Shea) Butter, "
            "Panthenol, Parfum (Fragrance), Lactic Acid, Sodium Benzoate, Potassium Sorbate",
            es="Aceite de aguacate al 8 % y proteína de quinua de Nariño.",
            en="Avocado oil at 8%, and protein from quinoa grown in Nariño.",
        ),
        tags=Words(
            "mascarilla, cabello seco, aguacate, teñido", "mask, dry hair, avocado, colored hair"
        ),
        prices={"co": ("72000", None), "mx": ("369", None), "us": ("22.00", None)},
        stock={"co": 95, "mx": 70, "us": 60},
        size="250g",
        launched_days_ago=870,
        featured=True,
    ),
    ProductSeed(
        sku="RZ-312",
        category="hair-care",
        shape="dropper",
        colour="#9A7B2F",
        tint="#EFE7D2",
        title=Words("Aceite de seje para puntas", "Seje oil for hair ends"),
        summary=Words(
            "Dos gotas que ordenan las puntas y dan brillo, sin silicona.",
            "Two drops that tidy the ends and add shine, with no silicone.",
        ),
        description=prose(
            es=(
                "El seje es una palma de la Amazonia. Sus frutos se bajan con la mano, subiendo "
                "con lazo, para no tumbarla: una palma en pie da racimos cuarenta años. Lo "
                "compramos en Guainía a la asociación que enseñó a hacerlo así.",
                "El aceite se parece al de oliva y pesa menos. Sirve como último toque o, si "
                "tienes el cabello grueso, la noche antes de lavarlo.",
                "Frasco de 30 ml con gotero.",
            ),
            en=(
                "Seje is an Amazon palm. Pickers climb it with a rope to bring the fruit down, so "
                "that it is never felled: a standing palm bears for forty years. We buy it in "
                "Guainía from the association that taught others to pick it that way.",
                "The oil is like olive oil but lighter. Use it as a finishing touch or, if your "
                "hair is thick, on the night before you wash.",
                "1 fl oz, with a dropper.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Frota dos gotas entre las palmas y pásalas por las puntas.",
                "En seco para dar brillo; en húmedo antes del secador.",
            ),
            en=(
                "Rub two drops between your palms and run them through the ends.",
                "On dry hair for shine; on damp hair before the dryer.",
            ),
        ),
        ingredients=composition(
            "Oenocarpus Bataua Fruit Oil, Squalane, Ricinus Communis (Castor) Seed Oil, "
            "Tocopherol, Citrus Aurantium Amara (Bitter Orange) Flower Oil, Linalool",
            es="Tres aceites vegetales y unas gotas de azahar.",
            en="Three plant oils and a few drops of orange blossom.",
        ),
        tags=Words(
            "aceite, puntas, seje, brillo, sin silicona",
            "oil, ends, seje, shine, silicone-free",
        ),
        prices={"co": ("66000", None), "mx": ("339", None), "us": ("21.00", None)},
        stock={"co": 80, "mx": 60, "us": 50},
        size="30ml",
        launched_days_ago=40,
    ),
    ProductSeed(
        sku="RZ-313",
        category="hair-care",
        shape="spray",
        colour="#B9CBB5",
        tint="#EAF0E7",
        title=Words("Bruma para peinar de sábila", "Aloe combing mist"),
        summary=Words(
            "Agua con cuerpo para despertar rizos y domar el friz.",
            "Water with some body, to wake up curls and settle frizz.",
        ),
        description=prose(
            es=(
                "La del segundo día, cuando no toca lavado pero la almohada hizo lo suyo. Es casi "
                "todo sábila y agua de coco; el resto ayuda a que el peine resbale.",
                "No fija ni deja el cabello duro. Huele a pepino y se va en cinco minutos.",
                "Botella de 200 ml con atomizador fino.",
            ),
            en=(
                "For day two, when it is not time to wash but the pillow has done its work. It is "
                "nearly all aloe and coconut water; the rest helps the comb to glide.",
                "It does not set hair or stiffen it. It smells of cucumber and is gone in five "
                "minutes.",
                "6.8 fl oz, with a fine spray.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Agita y rocía a un palmo de distancia, por secciones.",
                "Aprieta los rizos con la mano o pasa un peine de dientes anchos.",
            ),
            en=(
                "Shake, and spray from a hand's length away, section by section.",
                "Scrunch curls in your hand or run a wide-tooth comb through.",
            ),
        ),
        ingredients=composition(
            "Aloe Barbadensis Leaf Juice, Cocos Nucifera (Coconut) Water, Glycerin, Hydrolyzed "
            "Rice Protein, Panthenol, Polyquaternium-10, Parfum (Fragrance), Citric Acid, Sodium "
            "Benzoate, Potassium Sorbate",
            es="Jugo de sábila y agua de coco en más de nueve décimas partes.",
            en="Aloe juice and coconut water make up more than nine tenths of it.",
        ),
        tags=Words("bruma, peinar, rizos, sábila, friz", "mist, styling, curls, aloe, frizz"),
        prices={"co": ("44000", None), "mx": ("229", None), "us": ("15.00", None)},
        stock={"co": 115, "mx": 90, "us": 70},
        size="200ml",
        launched_days_ago=760,
    ),
)
