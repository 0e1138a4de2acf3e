"""The company's telephone, mail and chat, as editors write them and visitors press them."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale

from cms.content.contact_lines import address_of
from cms.content.models.navigation import ContactLineBlock
from cms.models import Footer

from .factories import make_contact_page

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(
    ("kind", "text", "country", "leads_to"),
    [
        ("phone", "+57 601 555 0101", "CO", "tel:+576015550101"),
        ("phone", "(713) 555-0142", "US", "tel:7135550142"),
        # The hours and the days beside it are no part of the number.
        ("phone", "Línea de atención 24 horas: 604 5550142", "CO", "tel:6045550142"),
        ("phone", "Helpline (713) 555-0142, Mon to Fri 9 to 5", "US", "tel:7135550142"),
        ("phone", "01 8000 555 014", "CO", "tel:018000555014"),
        ("phone", "#633", "CO", "tel:%23633"),
        ("phone", "Pregunta en la tienda", "CO", ""),
        ("phone", "", "CO", ""),
        # A chat is opened by the whole number, wherever it is read.
        ("chat", "300 555 0101", "CO", "https://wa.me/573005550101"),
        ("chat", "WhatsApp: +57 300 555 0101", "MX", "https://wa.me/573005550101"),
        ("chat", "por WhatsApp", "CO", ""),
        ("email", "hola@example.com", "CO", "mailto:hola@example.com"),
        ("email", "Escríbenos: hola@example.com.", "CO", "mailto:hola@example.com"),
        ("email", "hola arroba example", "CO", ""),
        ("text", "Lunes a viernes, 604 5550142", "CO", ""),
    ],
)
def test_a_line_leads_where_its_number_or_address_says(kind, text, country, leads_to):
    assert address_of(kind, text, country) == leads_to


def test_the_helpline_stands_in_the_footer_and_on_the_contact_page(client, db):
    make_contact_page()
    line = {"kind": "phone", "text": "Línea de atención: (604) 555 0142", "markets": ["co"]}
    Footer.objects.create(locale=Locale.get_default(), contact=[("line", line)])

    link = '<a href="tel:6045550142">Línea de atención: (604) 555 0142</a>'
    assert client.get("/es-co/").content.decode().count(link) == 1
    assert client.get("/es-co/contacto/").content.decode().count(link) == 2
    assert "tel:" not in client.get("/es-mx/").content.decode()


@pytest.mark.parametrize("kind", ["phone", "chat", "email"])
def test_a_line_that_nobody_can_press_is_not_published(kind):
    block = ContactLineBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"kind": kind, "text": "Llámanos cuando quieras"}))
