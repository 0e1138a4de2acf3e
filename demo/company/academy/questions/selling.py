"""Questions about selling."""

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

SELLING = about(
    "selling",
    one(
        "selling-first",
        "easy",
        Words("¿Qué va primero en una conversación?", "What comes first in a conversation?"),
        right("Preguntar qué usa hoy", "Asking what she uses today"),
        wrong("Mostrar el producto nuevo", "Showing the new product"),
        wrong("Decir el descuento", "Naming the discount"),
        wrong(
            "Contar tu historia",
            "Telling your story",
            Words("Puede esperar: primero escucha.", "It can wait: listen first."),
        ),
    ),
    one(
        "selling-how-many",
        "easy",
        Words(
            "¿Cuántos productos conviene recomendar la primera vez?",
            "How many products is it best to recommend the first time?",
        ),
        right("Uno", "One"),
        wrong(
            "Cuatro, para que se note",
            "Four, so that it shows",
            Words(
                "Si algo arde, no sabrá cuál fue.", "If something stings, she will not know which."
            ),
        ),
        wrong("Los que alcance a pagar", "As many as she can pay for"),
        feedback=Words("De a uno, con una semana entre ellos.", "One at a time, a week apart."),
    ),
    true_false(
        "selling-no",
        "easy",
        Words(
            "Después de un «no, gracias» se pregunta una vez más con otro descuento.",
            "After a “no, thank you” you ask once more with another discount.",
        ),
        False,
        Words("Un no es una respuesta.", "A no is an answer."),
    ),
    several(
        "selling-not-done",
        "medium",
        Words("¿Qué no hacemos? Marca todas.", "What do we not do? Mark all."),
        right("Inventar que quedan pocas unidades", "Make up that few are left"),
        right("Escribir tres veces después de un silencio", "Write three times after a silence"),
        right(
            "Agregar a alguien a un grupo sin preguntar", "Add somebody to a group without asking"
        ),
        wrong("Ayudar con una devolución", "Help with a return"),
        wrong("Decir que otra marca le sirve más", "Say that another brand suits her better"),
    ),
    order(
        "selling-visit",
        "medium",
        Words("Ordena una visita.", "Put a visit in order."),
        Words("Preguntar", "Ask"),
        Words("Probar un producto en su piel", "Try one product on her skin"),
        Words("Decir el precio y cuánto dura", "Say the price and how long it lasts"),
        Words("Callar y esperar", "Be quiet and wait"),
    ),
    match(
        "selling-three-noes",
        "medium",
        Words("¿Qué haces con cada respuesta?", "What do you do with each answer?"),
        (
            Words("«No, gracias»", "“No, thank you”"),
            Words("Agradecer y cambiar de tema", "Thank her and change the subject"),
        ),
        (
            Words("«Ahora no»", "“Not now”"),
            Words(
                "Preguntar una vez si quiere que le recuerdes",
                "Ask once whether she wants a reminder",
            ),
        ),
        (
            Words("«No me convence»", "“I am not convinced”"),
            Words("Preguntar qué le faltó", "Ask what was missing"),
        ),
        others=(Words("Ofrecer un descuento mayor", "Offer a larger discount"),),
    ),
    one(
        "selling-health",
        "easy",
        Words(
            "Te preguntan si una crema se puede usar en el embarazo. ¿Qué contestas?",
            "You are asked whether a cream can be used while pregnant. What do you answer?",
        ),
        right(
            "Que le pregunte a su médica; le consigues la fórmula",
            "To ask her doctor; you will get her the formula",
        ),
        wrong(
            "Que sí, porque es de plantas",
            "Yes, since it is made of plants",
            Words("Una planta también puede no convenir.", "A plant may be unsuitable as well."),
        ),
        wrong(
            "Que no, por si acaso",
            "No, just in case",
            Words("Tampoco te toca decidirlo.", "That is not for you to decide either."),
        ),
    ),
    true_false(
        "selling-say-you-earn",
        "easy",
        Words(
            "Hay que decir que ganas con lo que vendes.",
            "You have to say that you earn by what you sell.",
        ),
        True,
        Words("Al comienzo, en una frase.", "At the beginning, in one sentence."),
    ),
    several(
        "selling-notebook",
        "medium",
        Words(
            "¿Qué se anota en la libreta? Marca todas.", "What goes into the notebook? Mark all."
        ),
        right("Qué usa", "What she uses"),
        right("Qué le molesta", "What bothers her"),
        right("Qué le mostraste", "What you showed her"),
        wrong(
            "Sus enfermedades",
            "Her illnesses",
            Words("Es información de otra persona.", "That is somebody else's information."),
        ),
        wrong("Lo que contó de su vecina", "What she said about her neighbor"),
    ),
    number(
        "selling-days-after",
        "medium",
        Words(
            "¿A los cuántos días de que le llegó el pedido le escribes para saber cómo le fue?",
            "How many days after the order arrives do you write to ask how it went?",
        ),
        "3",
        unit=Words("días", "days"),
        feedback=Words("Sin ofrecer nada.", "Offering nothing."),
    ),
    number(
        "selling-return-days",
        "easy",
        Words(
            "¿Cuántos días tiene para devolver quien compra?",
            "How many days does a buyer have to return?",
        ),
        "30",
        unit=Words("días", "days"),
    ),
    one(
        "selling-cash",
        "medium",
        Words(
            "Una clienta te paga en efectivo. ¿Qué haces?",
            "A customer pays you in cash. What do you do?",
        ),
        right(
            "Pides el mismo día y le muestras el número",
            "Order the same day and show her the number",
        ),
        wrong(
            "Esperas a juntar más pedidos",
            "Wait until you have more orders",
            Words(
                "No se guarda dinero de pedidos sin hacer.",
                "No money is kept for orders that have not been placed.",
            ),
        ),
        wrong(
            "Le pides los datos de su tarjeta",
            "Ask for her card details",
            Words(
                "Cada quien paga en la tienda con la suya.",
                "Everybody pays in the store with their own.",
            ),
        ),
    ),
    short_text(
        "selling-my-site",
        "medium",
        Words(
            "¿Cómo se llama en tu cuenta la parte donde pones foto, saludo y favoritos?",
            "What is the part of your account called where you put photo, greeting and favorites?",
        ),
        AcceptedSeed(Words("Mi sitio", "My site")),
        AcceptedSeed(
            Words("Mi página", "My page"),
            50,
            Words("Es una parte de Mi sitio.", "It is a part of My site."),
        ),
    ),
)
