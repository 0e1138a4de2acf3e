"""Services and benefits."""

from __future__ import annotations

from ..scenes import SCENES
from ..schema import Block, PageSeed, Words

SERVICES = PageSeed(
    key="services",
    slug=Words("servicios-y-beneficios", "services-and-benefits"),
    title=Words("Servicios y beneficios", "Services and benefits"),
    summary=Words(
        "Asesoría personal, entregas, devoluciones, envoltura de regalo y envases que vuelven.",
        "Personal advice, shipping, returns, gift wrapping and jars that come back.",
    ),
    blocks=(
        Block(
            "hero",
            {
                "title": Words("Comprar en compañía", "Shopping with company"),
                "text": Words(
                    "Todo lo que viene con un producto de Raíz y no cabe en el frasco.",
                    "Everything that comes with a Raíz product and does not fit in the jar.",
                ),
                "button_label": Words("Pedir asesoría", "Ask for advice"),
                "button_link": "contact",
                "image": "conversation",
            },
        ),
        Block(
            "features",
            {
                "title": Words("Lo que hacemos por ti", "What we do for you"),
                "items": (
                    {
                        "title": Words("Asesoría personal", "Personal advice"),
                        "text": Words(
                            "Cuéntanos cómo es tu piel, qué usas y cuánto quieres gastar. Una "
                            "consultora te propone una rutina de tres pasos, sin costo.",
                            "Tell us about your skin, what you use and what you want to spend. A "
                            "consultant suggests a three-step routine, free of charge.",
                        ),
                        "icon": "message",
                    },
                    {
                        "title": Words("Entrega que avisa", "Delivery that tells you"),
                        "text": Words(
                            "Te escribimos cuando el paquete sale y el día que llega.",
                            "We email you when your package ships and on the day it arrives.",
                        ),
                        "icon": "truck",
                        "link": "page:shipping",
                    },
                    {
                        "title": Words("Treinta días para devolver", "Thirty days to return"),
                        "text": Words(
                            "También si ya lo abriste: una piel no se conoce en la tienda.",
                            "Even if you have opened it: nobody can tell in a store.",
                        ),
                        "icon": "return",
                        "link": "page:shipping",
                    },
                    {
                        "title": Words("Envoltura de regalo", "Gift wrapping"),
                        "text": Words(
                            "Papel de algodón, cinta y una tarjeta escrita a mano con tus "
                            "palabras. Sin costo; pídela en las notas del pedido.",
                            "Cotton paper, a ribbon and a card handwritten in your words. Free; "
                            "ask for it in your order notes.",
                        ),
                        "icon": "gift",
                    },
                    {
                        "title": Words("Muestras en cada caja", "Samples in every box"),
                        "text": Words(
                            "Dos, escogidas por quien empaca según lo que llevas.",
                            "Two, picked by the person packing to go with what you bought.",
                        ),
                        "icon": "flower",
                    },
                    {
                        "title": Words("Envases que vuelven", "Jars that come back"),
                        "text": Words(
                            "Cada frasco de vidrio vacío descuenta de tu siguiente compra.",
                            "Every empty glass jar is credited to your next order.",
                        ),
                        "icon": "leaf",
                    },
                ),
            },
        ),
        Block(
            "image",
            {
                "scene": "gift",
                "alt": SCENES["gift"],
                "caption": Words(
                    "Las tarjetas las escribe Gloria, que tiene la mejor letra de la bodega.",
                    "Gloria writes the cards; she has the best handwriting in the warehouse.",
                ),
            },
        ),
        Block(
            "products",
            {
                "title": Words("Listos para regalar", "Ready to give"),
                "category": "ritual-gifts",
            },
        ),
        Block(
            "cta",
            {
                "title": Words("¿No sabes por dónde empezar?", "Not sure where to start?"),
                "text": Words(
                    "Escríbenos tres líneas sobre tu piel y te contestamos con una idea.",
                    "Write us three lines about your skin and we will reply with an idea.",
                ),
                "button_label": Words("Escribir", "Contact us"),
                "button_link": "contact",
            },
        ),
    ),
)
