"""The words of the contact page; the form itself belongs to the page type."""

from __future__ import annotations

from ..markup import prose
from ..schema import Block, PageSeed, Words

CONTACT_PAGE = PageSeed(
    key="contact",
    slug=Words("contacto", "contact"),
    title=Words("Escríbenos", "Contact us"),
    summary=Words(
        "Una duda, un pedido, una idea: contesta una persona, el mismo día hábil.",
        "A question, an order, an idea: a person replies, the same business day.",
    ),
    blocks=(
        Block(
            "rich_text",
            {
                "html": prose(
                    es=(
                        "Cuéntanos en qué te ayudamos. Si es sobre un pedido, escribe el número; "
                        "si es sobre tu piel, dinos qué usas hoy. Contesta una persona, el mismo "
                        "día hábil.",
                    ),
                    en=(
                        "Tell us how we can help. If it is about an order, include the number; if "
                        "it is about your skin, tell us what you use now. A person replies, the "
                        "same business day.",
                    ),
                )
            },
        ),
        Block(
            "features",
            {
                "title": Words("Otras maneras de encontrarnos", "Other ways to reach us"),
                "items": (
                    {
                        "title": Words("Por teléfono", "By phone"),
                        "text": Words(
                            "Colombia +57 604 555 0142. México +52 33 5555 0142. Estados Unidos "
                            "+1 713 555 0142.",
                            "United States +1 713 555 0142. Colombia +57 604 555 0142. Mexico "
                            "+52 33 5555 0142.",
                        ),
                        "icon": "phone",
                    },
                    {
                        "title": Words("Por correo", "By email"),
                        "text": Words(
                            "hola@raiz.example en Colombia, hola.mx@raiz.example en México y "
                            "hello@raiz.example en Estados Unidos.",
                            "hello@raiz.example in the United States, hola@raiz.example in "
                            "Colombia and hola.mx@raiz.example in Mexico.",
                        ),
                        "icon": "mail",
                    },
                    {
                        "title": Words("Quiero ser consultora", "I want to be a consultant"),
                        "text": Words(
                            "Dinos tu nombre y tu ciudad; te llama la consultora más cercana.",
                            "Tell us your name and city; the nearest consultant will call you.",
                        ),
                        "icon": "users",
                        "link": "page:consultants",
                    },
                ),
            },
        ),
    ),
)

CONTACT_TOPICS = (
    Words("Un pedido", "An order"),
    Words("Un producto o mi piel", "A product, or my skin"),
    Words("Una devolución", "A return"),
    Words("Ser consultora", "Becoming a consultant"),
    Words("Mis datos personales", "My personal data"),
    Words("Otra cosa", "Something else"),
)
"""What a message may be about, for the form's list of subjects."""

CONTACT_THANKS = Words(
    "Recibimos tu mensaje. Te contestamos al correo que nos dejaste, el mismo día hábil o el "
    "siguiente.",
    "We have your message. We will reply to the email you gave us, the same business day or the "
    "next.",
)

CONTACT_CONSENT = prose(
    es=(
        "Acepto que Raíz use estos datos para contestarme, como explica "
        '<a href="page:privacy">privacidad y cookies</a>.',
    ),
    en=(
        "I agree that Raíz uses these details to answer me, as "
        '<a href="page:privacy">privacy and cookies</a> explains.',
    ),
)
"""What the box under the form says."""
