"""The catalogue's six categories and their subcategories."""

from __future__ import annotations

from collections.abc import Iterator

from .categories_colour_and_home import FRAGRANCE, MAKEUP, RITUAL
from .markup import prose
from .schema import CategorySeed, Words

FACE = CategorySeed(
    key="face",
    title=Words("Cuidado facial", "Face care"),
    summary=Words(
        "Limpiar, tratar, proteger: tres pasos y pocas fórmulas.",
        "Cleanse, nourish, protect: three steps and few formulas.",
    ),
    description=prose(
        es=(
            "Una rutina que se cumple vale más que diez frascos en el baño. Por eso nuestro "
            "cuidado facial cabe en una repisa: algo para limpiar, algo para nutrir y algo para "
            "proteger, mañana y noche.",
            "En cada producto decimos de dónde viene la planta principal y cuánto lleva.",
        ),
        en=(
            "A routine you keep is worth more than ten bottles in the cabinet. So our face care "
            "fits on one shelf: something to cleanse, something to nourish, something to protect, "
            "morning and night.",
            "Every product says where its main plant comes from and how much of it is inside.",
        ),
    ),
    scene="face",
    children=(
        CategorySeed(
            key="face-cleanse",
            title=Words("Limpieza", "Cleansers and masks"),
            summary=Words(
                "Quitan el día sin dejar la piel tirante.",
                "They take the day off without leaving skin tight.",
            ),
            description=prose(
                es=(
                    "Aceite para el maquillaje y el protector solar, gel para el resto, tónico si "
                    "te gusta y una mascarilla para el domingo.",
                ),
                en=(
                    "Oil for makeup and sunscreen, gel for everything else, a toner if you like "
                    "one, and a mask for Sundays.",
                ),
            ),
            scene="face",
        ),
        CategorySeed(
            key="face-serums",
            title=Words("Sérums y aceites", "Serums and oils"),
            summary=Words("Unas gotas antes de la crema.", "A few drops before your cream."),
            description=prose(
                es=(
                    "Son las fórmulas más concentradas que hacemos y las que menos se gastan: un "
                    "frasco de 30 ml dura unos tres meses.",
                ),
                en=(
                    "The most concentrated formulas we make, and the slowest to run out: a 1 fl oz "
                    "bottle lasts about three months.",
                ),
            ),
            scene="rosehip",
        ),
        CategorySeed(
            key="face-care",
            title=Words("Cremas y protección", "Creams and protection"),
            summary=Words(
                "Hidratación de día, de noche y bajo el sol.",
                "Moisture for day, for night and under the sun.",
            ),
            description=prose(
                es=(
                    "Cremas de día y de noche en dos tamaños: el pequeño para probar o viajar, el "
                    "grande para quedarse.",
                ),
                en=(
                    "Day and night creams in two sizes: a small one to try or travel with, a "
                    "large one to keep.",
                ),
            ),
            scene="calendula",
        ),
    ),
)

BODY = CategorySeed(
    key="body",
    title=Words("Cuerpo", "Body"),
    summary=Words(
        "Mantequillas, aceites y exfoliantes para la piel de todos los días.",
        "Butters, oils and scrubs for everyday skin.",
    ),
    description=prose(
        es=(
            "La piel del cuerpo pide poco: que no la reseques y que la nutras mientras está "
            "húmeda. Trabajamos con cacao, copoazú, avena y café, plantas que en Colombia se "
            "compran por bultos y se conocen por su nombre.",
        ),
        en=(
            "Body skin asks for little: do not dry it out, and feed it while it is still damp. We "
            "work with cacao, cupuaçu, oats and coffee, which in Colombia are bought by the sack "
            "and known by the farm.",
        ),
    ),
    scene="body",
    children=(
        CategorySeed(
            key="body-care",
            title=Words("Cremas y aceites", "Creams and oils"),
            summary=Words(
                "Para después del baño, para las manos, para los codos.",
                "For after the shower, for hands, for elbows.",
            ),
            description=prose(
                es=(
                    "Texturas para cada clima: loción en tierra caliente, mantequilla en tierra "
                    "fría, aceite cuando quieras brillo en las piernas.",
                ),
                en=(
                    "A texture for each climate: lotion where it is hot, butter where it is cold, "
                    "oil when you want a sheen on your legs.",
                ),
            ),
            scene="cacao",
        ),
        CategorySeed(
            key="body-bath",
            title=Words("Baño y exfoliación", "Bath and scrubs"),
            summary=Words(
                "Café molido, panela y sales para el agua.",
                "Ground coffee, raw sugar and salts for the water.",
            ),
            description=prose(
                es=("Una vez por semana basta. Después, la crema se absorbe mejor.",),
                en=("Once a week is enough. Cream sinks in better afterward.",),
            ),
            scene="body",
        ),
    ),
)

HAIR = CategorySeed(
    key="hair",
    title=Words("Cabello", "Hair"),
    summary=Words(
        "Lavar con suavidad y nutrir donde hace falta.",
        "Wash gently, and nourish where hair needs it.",
    ),
    description=prose(
        es=(
            "Hacemos un champú líquido, uno sólido y lo que viene después. Sirven para cabello "
            "liso, ondulado, crespo o chino; cambia la cantidad, no la fórmula, y en cada página "
            "te decimos cuánto usar.",
        ),
        en=(
            "We make one liquid shampoo, one solid one, and what comes after. They work on "
            "straight, wavy, curly and coily hair; what changes is how much you use, and each "
            "page tells you.",
        ),
    ),
    scene="hair",
    children=(
        CategorySeed(
            key="hair-wash",
            title=Words("Lavado", "Wash"),
            summary=Words(
                "Champú y acondicionador sin sulfatos.",
                "Sulfate-free shampoo and conditioner.",
            ),
            description=prose(
                es=("Espuman menos que un champú común. Limpian igual.",),
                en=("They foam less than an ordinary shampoo. They clean just as well.",),
            ),
            scene="hair",
        ),
        CategorySeed(
            key="hair-care",
            title=Words("Tratamiento y peinado", "Masks, oils and styling"),
            summary=Words(
                "Mascarilla, aceite para puntas y bruma para peinar.",
                "A mask, an oil for the ends and a mist for combing.",
            ),
            description=prose(
                es=("Para los largos y las puntas, que son la parte más vieja del cabello.",),
                en=("For lengths and ends, which are the oldest part of your hair.",),
            ),
            scene="hair",
        ),
    ),
)

CATEGORIES = (FACE, BODY, HAIR, MAKEUP, FRAGRANCE, RITUAL)
"""The whole tree, in the order of the menu."""


def walk(categories: tuple[CategorySeed, ...] = CATEGORIES) -> Iterator[CategorySeed]:
    """Every category, each before its children."""
    for category in categories:
        yield category
        yield from walk(category.children)


LEAF_KEYS = tuple(category.key for category in walk() if not category.children)
"""The categories that hold products."""
