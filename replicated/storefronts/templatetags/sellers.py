from urllib.parse import quote

from django import template
from django.utils.translation import gettext as _

from .. import contacts, presentation

register = template.Library()


@register.filter
def named(text, seller) -> str:
    """``{{ value.title|named:seller }}``: "{name}" in the text is the consultant's name, and
    "{first_name}" what one calls them."""
    text = str(text or "")
    return text.replace("{name}", seller.name).replace("{first_name}", first_name(seller))


@register.filter
def first_name(seller) -> str:
    """What one calls them in passing. ``seller`` may be a dict of what is shown of one."""
    name = seller["name"] if isinstance(seller, dict) else seller.name
    return name.split()[0] if name.split() else name


@register.simple_tag
def contact_lines(seller) -> dict:
    """Ways to reach them: ``direct`` (phone, WhatsApp, mail) and ``social``."""
    card = seller["card"] if isinstance(seller, dict) else seller.card
    found = contacts.lines(card.get("contact"))
    return {
        "direct": [line for line in found if not line.is_social],
        "social": [line for line in found if line.is_social],
    }


@register.simple_tag
def seller_words(seller, key: str) -> dict:
    """Their greeting or story: ``text``, and ``lang`` where it is not the page's."""
    text, lang = presentation.words(seller, key)
    return {"text": text, "lang": lang}


@register.simple_tag
def share_links(seller) -> dict:
    """Their personal link and the ways to pass it on."""
    link = presentation.personal_link(seller)
    text = _("Check out my shop: %(link)s") % {"link": link}
    return {"link": link, "whatsapp": f"https://wa.me/?text={quote(text)}"}
