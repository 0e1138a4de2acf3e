"""The page that is every consultant's front door, and what visitors wrote to some of them."""

from __future__ import annotations

from .schema import Words

CONSULTANT_PAGE = {
    "title": Words("Tu consultora", "Your consultant"),
    "summary": Words(
        "Productos de Raíz elegidos y explicados por la persona que te atiende.",
        "Raíz products, chosen and explained by the person who looks after you.",
    ),
    "eyebrow": Words("Te atiende en Raíz", "Your Raíz consultant"),
    "greeting": Words(
        "Hola, soy {first_name}. Pregúntame lo que quieras: para eso estoy.",
        "Hello, I am {first_name}. Ask me anything: that is what I am here for.",
    ),
    "favourites": Words("Lo que {first_name} usa en casa", "What {first_name} uses at home"),
    "featured": Words("Para empezar", "To begin with"),
    "story": Words("Quién es {first_name}", "Who {first_name} is"),
    "contact": Words("Habla con {first_name}", "Talk to {first_name}"),
    "contact_text": Words(
        "Contesta en persona, casi siempre el mismo día.",
        "Answers in person, nearly always the same day.",
    ),
    "join": Words("Compra con {first_name}", "Shop with {first_name}"),
    "join_text": Words(
        "Crea tu cuenta aquí y {first_name} te acompaña desde hoy: te guarda las novedades y "
        "está contigo en cada pedido.",
        "Create your account here and {first_name} becomes your consultant: with you for what is "
        "new and for every order.",
    ),
    "join_label": Words("Crear mi cuenta", "Create my account"),
    "share": Words("Comparte este sitio", "Share this site"),
    "share_text": Words(
        "Quien lo abra compra con {first_name}.", "Whoever opens it shops with {first_name}."
    ),
}

MESSAGES = (
    ("lili-gomez", "Natalia Uribe", "natalia.uribe@correo.example", "es-co", "RZ-101",
     "Hola Lili, tengo la piel mixta y este sérum me llama la atención. ¿Lo puedo usar con "
     "vitamina C por la mañana?", 2),
    ("lili-gomez", "Jorge Castañeda", "jorge.castaneda@correo.example", "es-co", "",
     "Quiero regalarle algo a mi mamá que cumple 70. No usa perfume. ¿Qué me recomiendas?", 6),
    ("lili-gomez", "Sara Molina", "sara.molina@correo.example", "es-co", "RZ-611",
     "¿La vela de café vuelve en diciembre? Quisiera tres.", 19),
    ("camila-restrepo", "Jenna Ortiz", "jenna.ortiz@mail.example", "en-us", "RZ-123",
     "Hi Camila! Is the sunscreen fine for a six-year-old? We are at the beach all weekend.", 1),
)  # fmt: skip
"""Alias, who wrote, from where, about which product, what, and how many days ago."""

BOUND_CUSTOMERS = {
    "paula.henao@correo.example": "lili-gomez",
    "ximena.orozco@correo.example": "ximena-villarreal",
    "jorge.castaneda@correo.example": "marta-ruiz",
    "lucia.benavides@mail.example": "camila-restrepo",
}
"""Who came by whose link; the others shop with the company directly."""
