from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from people import portal, registration

register = template.Library()

# Pages that lie behind a tile without being below it.
BEHIND = {"account_security": ("/password/", "/second-factor/")}


@register.simple_tag(takes_context=True)
def account_menu(context) -> list[dict]:
    """The links beside every page of the account, by group: first the overview alone, under no
    heading, then the visitor's tiles. A page that lies elsewhere says with ``account_here`` which
    link's address it belongs to.
    """
    request = context["request"]
    home = reverse("account")
    overview = {"label": _("Overview"), "url": home, "icon": "home"}
    # Its own page has the tiles with what stands behind each, and need not ask again.
    tiles = context.get("tiles") or portal.links_for(request)
    links = [overview, *tiles]
    below = "/" + request.path.removeprefix(home)
    behind = {reverse(name) for name, prefixes in BEHIND.items() if below.startswith(prefixes)}
    # The most specific link is the current one: the overview's address starts them all.
    here = [link["url"] for link in links if request.path.startswith(link["url"])]
    current = next(iter(behind), max(here, key=len, default=context.get("account_here", "")))
    for link in links:
        link["current"] = link["url"] == current
    return [{"key": "overview", "label": "", "links": [overview]}, *portal.grouped(tiles)]


@register.simple_tag(takes_context=True)
def registration_open(context) -> bool:
    """Whether one may register on this site (``people.registration``)."""
    return registration.is_open(context["request"])
