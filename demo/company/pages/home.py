"""The home page."""

from __future__ import annotations

from ..markup import prose
from ..scenes import SCENES
from ..schema import Block, PageSeed, Words

HOME = PageSeed(
    key="home",
    slug=Words("inicio", "home"),
    title=Words("Raíz: plantas con nombre propio", "Raíz: plants we know by name"),
    summary=Words(
        "Cuidado de la piel, el cabello y la casa con plantas de origen conocido. Hecho en "
        "Colombia, recomendado por personas que lo usan.",
        "Care for skin, hair and home from plants of known origin. Made in Colombia, recommended "
        "by people who use it.",
    ),
    blocks=(
        Block(
            "hero",
            {
                "title": Words("Plantas con nombre propio", "Plants we know by name"),
                "text": Words(
                    "Sabemos quién cultivó la caléndula de tu crema y en qué montaña. Con eso "
                    "hacemos pocas fórmulas, cortas y claras, para la piel, el cabello y la casa.",
                    "We can tell you who grew the calendula in your cream, and on which mountain. "
                    "From there we make a few short, plain formulas for skin, hair and home.",
                ),
                "button_label": Words("Ver el catálogo", "Shop the catalog"),
                "button_link": "catalogue",
                "image": "workbench",
            },
        ),
        Block(
            "products",
            {
                "title": Words("Lo que más se repite", "What people come back for"),
                "skus": (
                    "RZ-121",
                    "RZ-101",
                    "RZ-204",
                    "RZ-301",
                    "RZ-401",
                    "RZ-501",
                    "RZ-211",
                    "RZ-621",
                ),
            },
        ),
        Block(
            "features",
            {
                "title": Words("Por dónde empezar", "Where to start"),
                "items": (
                    {
                        "title": Words("Para el rostro", "For your face"),
                        "text": Words(
                            "Tres pasos que caben en una repisa.",
                            "Three steps that fit on one shelf.",
                        ),
                        "scene": "face",
                        "link": "category:face",
                    },
                    {
                        "title": Words("Para el cuerpo", "For your body"),
                        "text": Words(
                            "Cacao, avena y café, según el clima.",
                            "Cacao, oats and coffee, to suit the weather.",
                        ),
                        "scene": "body",
                        "link": "category:body",
                    },
                    {
                        "title": Words("Para el cabello", "For your hair"),
                        "text": Words(
                            "Romero, linaza y sábila, sin sulfatos.",
                            "Rosemary, flaxseed and aloe, with no sulfates.",
                        ),
                        "scene": "hair",
                        "link": "category:hair",
                    },
                ),
            },
        ),
        Block(
            "image",
            {
                "scene": "mountains",
                "alt": SCENES["mountains"],
                "caption": Words(
                    "La Ceja, Antioquia: la parcela de Rosalba es la del invernadero.",
                    "La Ceja, Antioquia. Rosalba's plot is the one with the greenhouse.",
                ),
            },
        ),
        Block(
            "rich_text",
            {
                "html": prose(
                    es=(
                        "<strong>Empezamos en 2011 con cuarenta frascos y una mesa "
                        "plegable.</strong> Elena sabía de química; Rosalba, de caléndula. Hoy "
                        "compramos a veintiuna familias y cooperativas, y seguimos escribiendo en "
                        "cada etiqueta de dónde viene lo que hay adentro.",
                        '<a href="page:history">Lee la historia completa</a>',
                    ),
                    en=(
                        "<strong>We began in 2011 with forty jars and a folding table.</strong> "
                        "Elena knew chemistry; Rosalba knew calendula. Today we buy from "
                        "twenty-one families and co-ops, and every label still says where the "
                        "contents come from.",
                        '<a href="page:history">Read the whole story</a>',
                    ),
                )
            },
        ),
        Block(
            "gallery",
            {
                "title": Words("Así quedan en la piel", "How they look on skin"),
                "scenes": (
                    {
                        "scene": "skin_cream",
                        "alt": SCENES["skin_cream"],
                        "caption": Words(
                            "Crema de día: se absorbe en un minuto.",
                            "Day cream: gone into the skin in a minute.",
                        ),
                    },
                    {
                        "scene": "skin_oil",
                        "alt": SCENES["skin_oil"],
                        "caption": Words(
                            "Aceite facial: dos gotas alcanzan.",
                            "Face oil: two drops are enough.",
                        ),
                    },
                    {
                        "scene": "skin_tint",
                        "alt": SCENES["skin_tint"],
                        "caption": Words(
                            "Tinte ligero: empareja sin tapar.",
                            "Light tint: evens out, hides nothing.",
                        ),
                    },
                    {
                        "scene": "skin_blush",
                        "alt": SCENES["skin_blush"],
                        "caption": Words(
                            "Rubor de achiote: se funde con los dedos.",
                            "Annatto blush: blend it with your fingers.",
                        ),
                    },
                ),
            },
        ),
        Block(
            "carousel",
            {
                "title": Words("Recién llegados", "Just arrived"),
                "source": "new",
                "action": Words("Ver novedades", "See what is new"),
                "link": "list:new-products",
            },
        ),
        Block(
            "quote",
            {
                "text": Words(
                    "No vendo cremas. Pregunto cómo tienes la piel, escucho, y a veces te digo que "
                    "no necesitas nada.",
                    "I do not sell creams. I ask how your skin is doing, I listen, and sometimes I "
                    "tell you that you need nothing.",
                ),
                "author": Words(
                    "Nubia Restrepo, consultora desde 2011", "Nubia Restrepo, consultant since 2011"
                ),
            },
        ),
        Block(
            "banner",
            {
                "title": Words("Encuentra quien te asesore", "Find your consultant"),
                "text": Words(
                    "Dinos en qué ciudad vives y te presentamos a una consultora o un consultor "
                    "cerca de ti.",
                    "Tell us your city and we introduce you to a consultant who lives near you.",
                ),
                "button_label": Words("Buscar a alguien cerca", "Introduce me"),
                "link": "contact",
                "scene": "market_table",
                "tone": "sand",
            },
        ),
        Block(
            "features",
            {
                "title": Words("Con lo que puedes contar", "What you can count on"),
                "items": (
                    {
                        "title": Words("Alguien que responde", "Someone who answers"),
                        "text": Words(
                            "Escribe con una duda y te contesta una persona, el mismo día hábil.",
                            "Write with a question and a person replies, the same business day.",
                        ),
                        "icon": "message",
                    },
                    {
                        "title": Words("Treinta días para decidir", "Thirty days to decide"),
                        "text": Words(
                            "Si algo no te va, lo devuelves, aunque esté abierto.",
                            "If something does not suit you, send it back, even opened.",
                        ),
                        "icon": "return",
                    },
                    {
                        "title": Words("Envases que vuelven", "Jars that come back"),
                        "text": Words(
                            "Recibimos el vidrio vacío y te lo descontamos de la siguiente compra.",
                            "We take back empty glass and credit it to your next order.",
                        ),
                        "icon": "leaf",
                    },
                ),
            },
        ),
        Block(
            "carousel",
            {
                "title": Words("Lo que más se llevan aquí", "What people here buy most"),
                "source": "best",
                "action": Words("Ver los más vendidos", "See best sellers"),
                "link": "list:best-sellers",
            },
        ),
        Block(
            "banner",
            {
                "title": Words("El kit de inicio", "The starter kit"),
                "text": Words(
                    "Seis productos en tamaño pequeño para conocernos, en una caja que se puede "
                    "regalar tal cual.",
                    "Six products in small sizes to get to know us, in a box ready to give.",
                ),
                "button_label": Words("Ver el kit", "See the kit"),
                "link": "product:RZ-631",
                "scene": "parcel",
            },
        ),
        Block(
            "banner",
            {
                "title": Words("Vende lo que usas", "Sell what you use"),
                "text": Words(
                    "Más de mil ochocientas personas lo hacen en tres países, a su ritmo y sin "
                    "guardar inventario.",
                    "More than eighteen hundred people do, in three countries, at their own pace "
                    "and with no stock.",
                ),
                "button_label": Words("Conoce cómo funciona", "See how it works"),
                "link": "page:consultants",
                "scene": "consultant",
                "side": "start",
                "tone": "blush",
            },
        ),
    ),
)
