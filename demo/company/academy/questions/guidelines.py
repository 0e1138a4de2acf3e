"""Questions about what one may say and post."""

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

GUIDELINES = about(
    "guidelines",
    one(
        "guidelines-name",
        "easy",
        Words("¿Cómo te presentas?", "How do you introduce yourself?"),
        right("Con tu nombre, como consultora de Raíz", "By your name, as a Raíz consultant"),
        wrong(
            "Como Raíz Colombia",
            "As Raíz Colombia",
            Words("Parece que hablara la empresa.", "It sounds as if the company were speaking."),
        ),
        wrong("Como soporte de Raíz", "As Raíz support"),
        wrong("Como distribuidora autorizada", "As an authorized distributor"),
    ),
    several(
        "guidelines-verbs",
        "easy",
        Words(
            "¿Qué puedes decir de una crema? Marca todas.", "What may you say of a cream? Mark all."
        ),
        right("Hidrata", "It moisturizes"),
        right("Suaviza", "It softens"),
        right("Se absorbe rápido", "It sinks in fast"),
        wrong("Regenera", "It regenerates"),
        wrong("Borra las manchas", "It erases dark spots"),
    ),
    true_false(
        "guidelines-before-after",
        "easy",
        Words(
            "Un antes y después sirve si las dos fotos son tuyas.",
            "A before and after is fine if both pictures are yours.",
        ),
        False,
        Words(
            "Dos fotos con luz distinta son una promesa sin palabras.",
            "Two pictures in different light are a promise without words.",
        ),
    ),
    one(
        "guidelines-testimonial",
        "medium",
        Words(
            "«A mi suegra se le quitó con esta crema». ¿Se puede publicar?",
            "“My mother-in-law's went away with this cream.” May you post it?",
        ),
        right("No: afirma una cura con otra boca", "No: it claims a cure with another mouth"),
        wrong("Sí, porque es verdad", "Yes, because it is true"),
        wrong(
            "Sí, si ella lo permite",
            "Yes, if she allows it",
            Words(
                "Su permiso no cambia lo que se afirma.",
                "Her permission does not change what is claimed.",
            ),
        ),
    ),
    true_false(
        "guidelines-income",
        "easy",
        Words(
            "Puedes publicar una captura de lo que ganaste si es real.",
            "You may post a screenshot of what you earned if it is real.",
        ),
        False,
        Words(
            "Quien la lee entiende una promesa de ingresos.",
            "Whoever reads it understands a promise of income.",
        ),
    ),
    several(
        "guidelines-picture",
        "medium",
        Words(
            "¿Qué revisas antes de publicar la foto de una clienta? Marca todas.",
            "What do you check before you post a customer's picture? Mark all.",
        ),
        right("Que haya dado permiso por escrito", "That she gave permission in writing"),
        right("Que no haya niños", "That there are no children in it"),
        right("Que no se lea ninguna dirección", "That no address can be read"),
        wrong(
            "Que el filtro le favorezca",
            "That the filter suits her",
            Words("Sobre la piel, ningún filtro.", "No filter on skin."),
        ),
    ),
    match(
        "guidelines-whose",
        "medium",
        Words("¿Qué haces con cada foto?", "What do you do with each picture?"),
        (Words("La tomaste tú", "You took it"), Words("Usarla", "Use it")),
        (
            Words("Es de la tienda", "It is from the store"),
            Words("Compartirla con su enlace, sin recortarla", "Share it with its link, uncropped"),
        ),
        (
            Words("La encontraste en internet", "You found it on the internet"),
            Words("No usarla", "Do not use it"),
        ),
        (
            Words("Es de otra consultora", "It is another consultant's"),
            Words("Pedírsela y nombrarla", "Ask her and name her"),
        ),
    ),
    order(
        "guidelines-complaint",
        "medium",
        Words(
            "Alguien dice en público que un producto le hizo daño. Ordena lo que haces.",
            "Somebody says in public that a product hurt them. Put what you do in order.",
        ),
        Words("Contestar una vez, en corto", "Answer once, briefly"),
        Words("Escribirle en privado", "Write to them in private"),
        Words("Decirle que lo suspenda y consulte", "Tell them to stop using it and see a doctor"),
        Words("Avisar a la empresa ese mismo día", "Tell the company that same day"),
    ),
    one(
        "guidelines-where-you-sell",
        "medium",
        Words("¿Dónde se dice que vendes?", "Where do you say that you sell?"),
        right("Al comienzo de cada publicación", "At the beginning of each post"),
        wrong(
            "Solo en el perfil",
            "Only in your profile",
            Words("Mucha gente nunca lo abre.", "Many people never open it."),
        ),
        wrong("Al final, entre las etiquetas", "At the end, among the hashtags"),
        wrong("Solo si preguntan", "Only if somebody asks"),
    ),
    number(
        "guidelines-reply-days",
        "hard",
        Words(
            "Si mandas un texto para revisar, ¿en cuántos días hábiles te contestamos?",
            "If you send in a text to be checked, within how many business days do we reply?",
        ),
        "2",
        unit=Words("días", "days"),
    ),
    short_text(
        "guidelines-sunscreen-country",
        "medium",
        Words(
            "¿En cuál de nuestros países no se ofrece el protector solar?",
            "In which of our countries is the sunscreen not offered?",
        ),
        AcceptedSeed(Words("Estados Unidos", "United States")),
        AcceptedSeed(Words("en Estados Unidos", "the United States")),
        AcceptedSeed(Words("EE. UU.", "USA")),
        AcceptedSeed(Words("EEUU", "US")),
    ),
)
