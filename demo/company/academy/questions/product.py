"""Questions about the products."""

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

PRODUCT = about(
    "product",
    one(
        "product-cleansing-oil",
        "easy",
        Words(
            "¿Cómo se usa el aceite limpiador de moringa?", "How is the moringa cleansing oil used?"
        ),
        right("Sobre el rostro seco, y luego se enjuaga", "On a dry face, then rinsed off"),
        wrong(
            "Sobre el rostro mojado",
            "On a wet face",
            Words(
                "Con agua se vuelve leche antes de disolver nada.",
                "With water it turns to milk before it dissolves anything.",
            ),
        ),
        wrong("Después de la crema de noche", "After the night cream"),
        wrong("Se deja puesto toda la noche", "Left on all night"),
    ),
    number(
        "product-serum-drops",
        "easy",
        Words(
            "¿Cuántas gotas de sérum de rosa mosqueta alcanzan para el rostro?",
            "How many drops of the rosehip serum are enough for the face?",
        ),
        "3",
        unit=Words("gotas", "drops"),
    ),
    order(
        "product-evening",
        "medium",
        Words(
            "Ordena la noche de quien usó maquillaje.",
            "Put the evening of somebody who wore makeup in order.",
        ),
        Words("Aceite limpiador", "Cleansing oil"),
        Words("Gel limpiador", "Gel cleanser"),
        Words("Sérum de rosa mosqueta", "Rosehip serum"),
        Words("Crema de noche", "Night cream"),
        feedback=Words(
            "Entre el sérum y la crema se esperan dos minutos.",
            "Wait two minutes between serum and cream.",
        ),
    ),
    true_false(
        "product-sunscreen-us",
        "easy",
        Words(
            "El protector solar mineral se vende en los tres países.",
            "The mineral sunscreen is sold in all three countries.",
        ),
        False,
        Words(
            "Solo en Colombia y México: en Estados Unidos se registra como medicamento y aún "
            "no lo tenemos.",
            "Only in Colombia and Mexico: in the United States a sunscreen is registered as a "
            "drug, and ours is not yet.",
        ),
    ),
    several(
        "product-starter-kit",
        "medium",
        Words("¿Qué trae el kit de inicio? Marca todas.", "What is in the starter kit? Mark all."),
        right("Gel limpiador pequeño", "A small gel cleanser"),
        right("Crema de manos pequeña", "A small hand cream"),
        right("Jabón de caléndula", "The calendula soap"),
        wrong("Protector solar", "A sunscreen"),
        wrong("Agua de perfume", "An eau de parfum"),
    ),
    match(
        "product-amounts",
        "medium",
        Words("¿Qué cantidad se usa de cada uno?", "How much is used of each?"),
        (Words("Gel limpiador", "Gel cleanser"), Words("Una uva", "A grape")),
        (Words("Crema de día", "Day cream"), Words("Una avellana", "A hazelnut")),
        (Words("Crema de noche", "Night cream"), Words("Una almendra", "An almond")),
        (Words("Crema de manos", "Hand cream"), Words("Un garbanzo", "A chickpea")),
    ),
    number(
        "product-cream-months",
        "medium",
        Words(
            "¿Cuántos meses dura una crema después de abierta?",
            "For how many months does a cream keep once opened?",
        ),
        "6",
        unit=Words("meses", "months"),
        feedback=Words(
            "Seis las cremas, doce los aceites, tres el sérum de camu camu.",
            "Six for creams, twelve for oils, three for the camu camu serum.",
        ),
    ),
    one(
        "product-night-cream",
        "medium",
        Words(
            "¿Para quién es sobre todo la crema de noche de copoazú?",
            "Whom is the cupuaçu night cream for, above all?",
        ),
        right("Para piel seca o clima frío", "Dry skin or cold weather"),
        wrong("Para piel grasa en tierra caliente", "Oily skin in hot country"),
        wrong("Para quitar el maquillaje", "Taking off makeup"),
        wrong("Para antes de tomar el sol", "Before going out in the sun"),
    ),
    true_false(
        "product-vegan",
        "medium",
        Words("Todos los productos de Raíz son veganos.", "All Raíz products are vegan."),
        False,
        Words(
            "Casi todos. El bálsamo labial lleva cera de abejas y el labial en tono Cereza "
            "lleva carmín.",
            "Nearly all. The lip balm has beeswax, and the lipstick in Cherry has carmine.",
        ),
    ),
    one(
        "product-mask",
        "medium",
        Words("¿Cuándo se enjuaga la mascarilla de arcilla?", "When is the clay mask rinsed off?"),
        right(
            "A los diez minutos, antes de que seque del todo",
            "After ten minutes, before it dries all the way",
        ),
        wrong(
            "Cuando se agriete",
            "When it cracks",
            Words("Entonces ya es tarde: reseca.", "By then it is late: it dries skin out."),
        ),
        wrong("A la mañana siguiente", "The next morning"),
    ),
    several(
        "product-candle",
        "easy",
        Words("¿Qué se hace con una vela? Marca todas.", "What do you do with a candle? Mark all."),
        right(
            "La primera vez, dejar que se derrita toda la superficie",
            "The first time, let the whole surface melt",
        ),
        right("Cortar la mecha antes de prenderla", "Trim the wick before lighting it"),
        right("No dejarla sola", "Never leave it alone"),
        wrong("Ponerla cerca de la cortina", "Put it near the curtain"),
        wrong("Moverla con la cera líquida", "Move it while the wax is liquid"),
    ),
    short_text(
        "product-tea-flower",
        "medium",
        Words(
            "¿Qué flor va con el cedrón en la infusión de la noche?",
            "Which flower goes with the lemon verbena in the evening tea?",
        ),
        AcceptedSeed(Words("manzanilla", "chamomile")),
        AcceptedSeed(Words("la manzanilla", "camomile")),
        AcceptedSeed(
            Words("caléndula", "calendula"),
            0,
            Words(
                "La caléndula va en las cremas y el jabón.", "Calendula goes into creams and soap."
            ),
        ),
    ),
    number(
        "product-calendula-share",
        "hard",
        Words(
            "¿Qué porcentaje de la crema de día es aceite macerado de caléndula?",
            "What percentage of the day cream is calendula-infused oil?",
        ),
        "20",
        unit=Words("%", "%"),
        feedback=Words("Uno de cada cinco gramos.", "One gram in five."),
    ),
)
