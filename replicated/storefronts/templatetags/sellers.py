from urllib.parse import quote

from django import template
from django.utils.translation import gettext as _

from .. import contacts, presentation

register = template.Library()


@register.filter
def named(text, seller) -> str:
    """``{{ value.title|named:seller }}``: replace "{name}" in a text by the consultant's name, and
    "{first_name}" by their first name."""
    text = str(text or "")
    return text.replace("{name}", seller.name).replace("{first_name}", first_name(seller))


@register.filter
def first_name(seller) -> str:
    """A seller's first name. ``seller`` may be a dict with the values of one."""
    name = seller["name"] if isinstance(seller, dict) else seller.name
    return name.split()[0] if name.split() else name


@register.simple_tag
def contact_lines(seller) -> dict:
    """A seller's contact links: ``direct`` (phone, WhatsApp, email) and ``social``."""
    card = seller["card"] if isinstance(seller, dict) else seller.card
    found = contacts.lines(card.get("contact"))
    return {
        "direct": [line for line in found if not line.is_social],
        "social": [line for line in found if line.is_social],
    }


@register.simple_tag
def seller_words(seller, key: str) -> dict:
    """A seller's greeting or story: ``text``, and ``lang`` if it is not the page's language."""
    text, lang = presentation.words(seller, key)
    return {"text": text, "lang": lang}


@register.simple_tag
def share_links(seller) -> dict:
    """A seller's personal link, and links to share it."""
    link = presentation.personal_link(seller)
    text = _("Check out my shop: %(link)s") % {"link": link}
    return {"link": link, "whatsapp": f"https://wa.me/?text={quote(text)}"}
