"""Questions about the company and its plants."""

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

BRAND = about(
    "brand",
    one(
        "brand-begin",
        "easy",
        Words("¿Dónde empezó Raíz?", "Where did Raíz begin?"),
        right("En la plaza de La Ceja", "In the market square of La Ceja"),
        wrong("En una farmacia de Medellín", "In a drugstore in Medellín"),
        wrong(
            "En Guadalajara",
            "In Guadalajara",
            Words("A México llegamos en 2016.", "We came to Mexico in 2016."),
        ),
        wrong("En Houston", "In Houston", Words("Houston fue en 2021.", "Houston was in 2021.")),
    ),
    match(
        "brand-founders",
        "medium",
        Words("¿Quién es quién?", "Who is who?"),
        (
            Words("Rosalba Ibarra", "Rosalba Ibarra"),
            Words("Cultiva la caléndula", "Grows the calendula"),
        ),
        (
            Words("Elena Cárdenas", "Elena Cárdenas"),
            Words("Química farmacéutica", "Pharmaceutical chemist"),
        ),
        (
            Words("Nubia Restrepo", "Nubia Restrepo"),
            Words("Enfermera, la primera consultora", "Nurse, the first consultant"),
        ),
        others=(Words("Vierte las velas", "Pours the candles"),),
    ),
    number(
        "brand-forty-days",
        "easy",
        Words(
            "¿Cuántos días pasa la caléndula en aceite?",
            "For how many days is calendula left in oil?",
        ),
        "40",
        unit=Words("días", "days"),
    ),
    order(
        "brand-calendula",
        "medium",
        Words("Ordena el camino de la caléndula.", "Put the path of the calendula in order."),
        Words("Cortar a media mañana", "Cut at midmorning"),
        Words("Secar", "Dry"),
        Words("Cubrir con aceite y esperar", "Cover with oil and wait"),
        Words("Colar y filtrar", "Strain and filter"),
        Words("Hacer la crema", "Make the cream"),
    ),
    one(
        "brand-dew",
        "medium",
        Words(
            "¿Por qué se corta la caléndula a media mañana?", "Why is calendula cut at midmorning?"
        ),
        right("Porque ya se secó el rocío", "Because the dew is gone"),
        wrong("Porque huele más", "Because it smells stronger"),
        wrong("Porque hay más gente", "Because more people are there"),
        feedback=Words(
            "Una flor mojada se fermenta en el costal.", "A wet flower ferments in the sack."
        ),
    ),
    true_false(
        "brand-rosehip",
        "easy",
        Words(
            "La rosa mosqueta que usamos crece en Colombia.",
            "The rosehip we use grows in Colombia.",
        ),
        False,
        Words(
            "Viene del sur de Chile, y preferimos decirlo.",
            "It comes from southern Chile, and we would rather say so.",
        ),
    ),
    several(
        "brand-three-questions",
        "medium",
        Words(
            "¿Qué nos preguntamos antes de comprar una planta? Marca todas.",
            "What do we ask before we buy a plant? Mark all.",
        ),
        right("¿Quién la cultiva?", "Who grows it?"),
        right("¿Vuelve a crecer?", "Does it grow back?"),
        right("¿Se nota?", "Can you feel it?"),
        wrong("¿Está de moda?", "Is it in fashion?"),
        wrong("¿Suena bien en la etiqueta?", "Does it sound good on the label?"),
    ),
    match(
        "brand-places",
        "medium",
        Words("¿De dónde viene cada cosa?", "Where does each thing come from?"),
        (Words("Moringa", "Moringa"), Words("La Guajira", "La Guajira")),
        (Words("Arcilla roja", "Red clay"), Words("Ráquira", "Ráquira")),
        (Words("Candelilla", "Candelilla"), Words("Coahuila", "Coahuila")),
        (Words("Copoazú", "Cupuaçu"), Words("Caquetá", "Caquetá")),
        others=(Words("Sur de Chile", "Southern Chile"),),
    ),
    one(
        "brand-list-order",
        "medium",
        Words(
            "En una lista de ingredientes, ¿qué dice el orden?",
            "What does the order of an ingredient list say?",
        ),
        right(
            "De mayor a menor cantidad, hasta el uno por ciento",
            "From most to least, down to one percent",
        ),
        wrong("Es alfabético", "It is alphabetical"),
        wrong("Del más caro al más barato", "From the dearest to the cheapest"),
        wrong("Primero las plantas", "Plants first"),
    ),
    true_false(
        "brand-preservative",
        "medium",
        Words(
            "Encontrar un conservante en una crema con agua es buena señal.",
            "Finding a preservative in a cream with water is a good sign.",
        ),
        True,
        Words(
            "Sin conservante, una crema con agua se daña en una semana.",
            "Without one, a cream with water goes bad in a week.",
        ),
    ),
    several(
        "brand-leftovers",
        "medium",
        Words(
            "¿Qué materias primas nuestras eran sobras? Marca todas.",
            "Which of our raw materials were leftovers? Mark all.",
        ),
        right("Cáscara de naranja", "Orange peel"),
        right("Posos de café", "Coffee grounds"),
        right("Rosas de tallo corto", "Roses with short stems"),
        wrong("Manteca de copoazú", "Cupuaçu butter"),
    ),
    number(
        "brand-volunteers",
        "hard",
        Words(
            "¿Cuántas personas voluntarias prueban cada fórmula?",
            "How many volunteers try each formula?",
        ),
        "24",
        unit=Words("personas", "people"),
        feedback=Words(
            "Durante un mes, en Rionegro, Guadalajara y Houston.",
            "For a month, in Rionegro, Guadalajara and Houston.",
        ),
    ),
    short_text(
        "brand-aqua",
        "easy",
        Words(
            "En una lista de ingredientes, ¿qué es Aqua?", "In an ingredient list, what is Aqua?"
        ),
        AcceptedSeed(Words("agua", "water")),
        AcceptedSeed(Words("el agua", "plain water")),
    ),
)
