"""Questions about skin."""

from __future__ import annotations

from ...schema import Words
from .schema import (
    AcceptedSeed,
    about,
    match,
    number,
    one,
    order,
    right,
    several,
    short_text,
    true_false,
    wrong,
)

SKIN = about(
    "skin",
    one(
        "skin-combination",
        "easy",
        Words(
            "Brilla en la frente y la nariz, y las mejillas tiran. ¿Qué tipo de piel es?",
            "It shines on the forehead and nose, and the cheeks feel tight. What kind of skin "
            "is it?",
        ),
        right("Mixta", "Combination"),
        wrong(
            "Seca",
            "Dry",
            Words("Una piel seca tira en toda la cara.", "Dry skin feels tight all over."),
        ),
        wrong(
            "Grasa",
            "Oily",
            Words(
                "Una piel grasa brilla también en las mejillas.",
                "Oily skin shines on the cheeks as well.",
            ),
        ),
        wrong(
            "Sensible",
            "Sensitive",
            Words(
                "Sensible es la que se enrojece o arde con facilidad.",
                "Sensitive is the one that turns red or stings easily.",
            ),
        ),
    ),
    one(
        "skin-oily-needs",
        "easy",
        Words("¿Qué pide una piel grasa?", "What does oily skin ask for?"),
        right("Agua y limpieza suave", "Water and gentle cleansing"),
        wrong(
            "Jabón fuerte tres veces al día",
            "Strong soap three times a day",
            Words("Si la resecas, produce más grasa.", "If you dry it out, it makes more oil."),
        ),
        wrong(
            "Nada de hidratación",
            "No moisturizer at all",
            Words("También necesita agua.", "It needs water, too."),
        ),
        wrong(
            "Alcohol después de lavarla",
            "Rubbing alcohol after washing",
            Words(
                "Reseca, y la piel responde con más grasa.",
                "It dries skin out, which answers with more oil.",
            ),
        ),
    ),
    true_false(
        "skin-changes",
        "easy",
        Words(
            "El tipo de piel puede cambiar con el clima y con la edad.",
            "A kind of skin can change with the weather and with age.",
        ),
        True,
        Words(
            "Por eso conviene repetir la prueba del pañuelo cuando cambie el clima.",
            "That is why it pays to repeat the tissue test when the weather turns.",
        ),
    ),
    true_false(
        "skin-clouds",
        "easy",
        Words(
            "En un día nublado no hace falta proteger la piel del sol.",
            "On a cloudy day skin needs no protection from the sun.",
        ),
        False,
        Words("De día, todos los días, también con nubes.", "By day, every day, under clouds too."),
    ),
    order(
        "skin-morning-order",
        "medium",
        Words("Ordena los pasos de la mañana.", "Put the steps of the morning in order."),
        Words("Limpiar", "Cleanse"),
        Words("Sérum", "Serum"),
        Words("Crema", "Cream"),
        Words("Protector solar", "Sunscreen"),
        feedback=Words(
            "De lo más ligero a lo más espeso, y el protector al final.",
            "From the lightest to the richest, and sunscreen last.",
        ),
    ),
    order(
        "skin-tissue-test",
        "medium",
        Words("Ordena la prueba del pañuelo.", "Put the tissue test in order."),
        Words("Lavar la cara con un limpiador suave", "Wash your face with a gentle cleanser"),
        Words("Secar sin frotar", "Pat dry"),
        Words("Esperar sin ponerse nada", "Wait with nothing on"),
        Words("Apoyar el pañuelo", "Press the tissue on"),
        Words("Mirarlo a contraluz", "Hold it to the light"),
    ),
    number(
        "skin-tissue-minutes",
        "easy",
        Words(
            "¿Cuántos minutos se espera en la prueba del pañuelo?",
            "How many minutes do you wait in the tissue test?",
        ),
        "20",
        unit=Words("min", "min"),
        feedback=Words(
            "Veinte minutos, sin crema ni tónico.", "Twenty minutes, with no cream and no toner."
        ),
    ),
    number(
        "skin-sunscreen-fingers",
        "medium",
        Words(
            "¿Cuántos dedos de protector se usan para cara y cuello?",
            "How many fingers of sunscreen are used for face and neck?",
        ),
        "2",
        unit=Words("dedos", "fingers"),
    ),
    number(
        "skin-sunscreen-hours",
        "medium",
        Words(
            "Si estás al sol, ¿cada cuántas horas se repite el protector?",
            "Out in the sun, after how many hours is sunscreen applied again?",
        ),
        "2",
        unit=Words("horas", "hours"),
        feedback=Words(
            "Y después de cuarenta minutos en el agua.", "And after forty minutes in the water."
        ),
    ),
    several(
        "skin-sensitive-rules",
        "medium",
        Words(
            "¿Qué conviene a una piel sensible? Marca todas.",
            "What suits sensitive skin? Mark all.",
        ),
        right("Pocos productos", "Few products"),
        right("Sin perfume", "No fragrance"),
        right("Probar antes en el antebrazo", "Trying it on the forearm first"),
        wrong(
            "Empezar cuatro productos el mismo día",
            "Starting four products on the same day",
            Words(
                "Si algo arde, no sabrás cuál fue.", "If something stings, you will not know which."
            ),
        ),
        wrong("Exfoliar a diario", "Scrubbing every day"),
    ),
    match(
        "skin-match-needs",
        "medium",
        Words("¿Qué pide cada piel?", "What does each skin ask for?"),
        (Words("Seca", "Dry"), Words("Cremas y aceites", "Creams and oils")),
        (Words("Grasa", "Oily"), Words("Agua y limpieza suave", "Water and gentle cleansing")),
        (Words("Mixta", "Combination"), Words("Cuidado por zonas", "Care by zones")),
        (
            Words("Sensible", "Sensitive"),
            Words("Pocas cosas, sin perfume", "Few things, unscented"),
        ),
        others=(Words("Lavarla cuatro veces al día", "Washing it four times a day"),),
    ),
    one(
        "skin-doctor",
        "easy",
        Words(
            "Alguien te muestra una mancha que ha crecido. ¿Qué le dices?",
            "Somebody shows you a spot that has grown. What do you say?",
        ),
        right("Que la vea un médico", "That a doctor should look at it"),
        wrong(
            "Que use la mascarilla de arcilla",
            "To use the clay mask",
            Words("Una mancha que crece no es cosmética.", "A spot that grows is not cosmetics."),
        ),
        wrong(
            "Que espere un mes",
            "To wait for a month",
            Words(
                "No hay que esperar para preguntar.", "There is no reason to wait before asking."
            ),
        ),
    ),
    short_text(
        "skin-oil-last",
        "medium",
        Words(
            "En la noche, si usas sérum, crema y aceite, ¿cuál va al final?",
            "At night, if you use serum, cream and oil, which one goes on last?",
        ),
        AcceptedSeed(Words("aceite", "oil")),
        AcceptedSeed(Words("el aceite", "the oil")),
        AcceptedSeed(
            Words("crema", "cream"),
            0,
            Words(
                "La crema va antes: lo más ligero primero y el aceite al final.",
                "Cream comes before: the lightest first, oil at the end.",
            ),
        ),
    ),
)
