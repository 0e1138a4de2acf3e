"""What stands around every page: brand, announcement, menu, footer, contact details."""

from __future__ import annotations

from ..categories import CATEGORIES
from ..schema import Brand, ContactChannel, FooterColumn, MenuItem, Words

BRAND = Brand(
    name="Raíz",
    legal_name="Raíz Botánica S.A.S.",
    tagline=Words("Plantas con nombre propio", "Plants we know by name"),
    description=Words(
        "Cuidado de la piel, el cabello y la casa, hecho en Rionegro, Colombia, con plantas de "
        "origen conocido.",
        "Care for skin, hair and home, made in Rionegro, Colombia, with plants of known origin.",
    ),
    announcements={
        "co": Words(
            "Envío gratis en Colombia desde $180.000",
            "Free shipping in Colombia on orders of $180,000 COP or more",
        ),
        "mx": Words(
            "Envío gratis en México desde $899",
            "Free shipping in Mexico on orders of $899 MXN or more",
        ),
        "us": Words(
            "Envío gratis en Estados Unidos desde $60",
            "Free shipping in the U.S. on orders of $60 or more",
        ),
    },
    demo_notice=Words(
        "Raíz es una empresa inventada para mostrar Vitrina. Aquí no se vende ni se envía nada.",
        "Raíz is an invented company that shows what Vitrina does. Nothing is sold or shipped.",
    ),
)

CONTACT = {
    "co": ContactChannel(
        email="hola@raiz.example",
        phone="+576045550142",
        hours=Words(
            "Lunes a viernes de 8 a.m. a 6 p.m., sábados hasta el mediodía (hora de Colombia)",
            "Monday to Friday, 8 a.m. to 6 p.m., Saturdays until noon (Colombia time)",
        ),
        address=("Vereda El Tablazo, bodega 4", "Rionegro, Antioquia", "Colombia"),
    ),
    "mx": ContactChannel(
        email="hola.mx@raiz.example",
        phone="+523355550142",
        hours=Words(
            "Lunes a viernes de 9 a.m. a 6 p.m. (hora del centro de México)",
            "Monday to Friday, 9 a.m. to 6 p.m. (Mexico City time)",
        ),
        address=("Calle Los Encinos 210", "Zapopan, Jalisco", "México"),
    ),
    "us": ContactChannel(
        email="hello@raiz.example",
        phone="+17135550142",
        hours=Words(
            "Lunes a viernes de 9 a.m. a 5 p.m. (hora de Houston)",
            "Monday to Friday, 9 a.m. to 5 p.m. Central",
        ),
        address=("4100 Harrow Street, Suite 12", "Houston, Texas", "USA"),
    ),
}


def _category_entries() -> tuple[MenuItem, ...]:
    return tuple(
        MenuItem(
            category.title,
            f"category:{category.key}",
            tuple(MenuItem(child.title, f"category:{child.key}") for child in category.children),
            scene=category.scene,
        )
        for category in CATEGORIES
    )


MENU = (
    *_category_entries(),
    MenuItem(Words("Ofertas", "Offers"), "offers"),
    MenuItem(
        Words("Nosotros", "About us"),
        "page:history",
        (
            MenuItem(Words("Nuestra historia", "Our story"), "page:history"),
            MenuItem(Words("Ingredientes", "Ingredients"), "page:ingredients"),
            MenuItem(Words("Servicios y beneficios", "Services and benefits"), "page:services"),
            MenuItem(Words("Academia", "Academy"), "page:academy"),
            MenuItem(Words("Sé consultora", "Become a consultant"), "page:consultants"),
        ),
        scene="mountains",
    ),
)
"""Main menu, two levels; an entry with a ``scene`` opens with that picture."""

FOOTER = (
    FooterColumn(
        Words("Comprar", "Shop"),
        (
            MenuItem(Words("Todo el catálogo", "Shop all"), "catalogue"),
            MenuItem(Words("Novedades", "New"), "list:new-products"),
            MenuItem(Words("Los más vendidos", "Best sellers"), "list:best-sellers"),
            *(MenuItem(category.title, f"category:{category.key}") for category in CATEGORIES),
            MenuItem(Words("Ofertas", "Offers"), "offers"),
        ),
    ),
    FooterColumn(
        Words("Ayuda", "Help"),
        (
            MenuItem(Words("Preguntas frecuentes", "FAQ"), "page:faq"),
            MenuItem(Words("Envíos y devoluciones", "Shipping and returns"), "page:shipping"),
            MenuItem(Words("Servicios y beneficios", "Services and benefits"), "page:services"),
            MenuItem(Words("Contacto", "Contact"), "contact"),
        ),
    ),
    FooterColumn(
        Words("Raíz", "Raíz"),
        (
            MenuItem(Words("Nuestra historia", "Our story"), "page:history"),
            MenuItem(Words("Ingredientes", "Ingredients"), "page:ingredients"),
            MenuItem(Words("Academia", "Academy"), "page:academy"),
            MenuItem(Words("Sé consultora", "Become a consultant"), "page:consultants"),
        ),
    ),
    FooterColumn(
        Words("Legal", "Legal"),
        (
            MenuItem(Words("Condiciones de venta", "Terms of sale"), "page:terms"),
            MenuItem(Words("Privacidad y cookies", "Privacy and cookies"), "page:privacy"),
        ),
    ),
)
