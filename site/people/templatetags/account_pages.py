from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from people import portal, registration

register = template.Library()

# Pages that lie behind a tile without being below it.
BEHIND = {"account_security": ("/password/", "/second-factor/")}


@register.simple_tag(takes_context=True)
def account_menu(context) -> list[dict]:
    """The links beside every page of the account: the overview and the visitor's tiles. A page
    that lies elsewhere says with ``account_here`` which link's address it belongs to."""
    request = context["request"]
    home = reverse("account")
    links = [{"label": _("Overview"), "url": home}]
    links += [{"label": tile["label"], "url": tile["url"]} for tile in portal.links_for(request)]
    below = "/" + request.path.removeprefix(home)
    behind = {reverse(name) for name, prefixes in BEHIND.items() if below.startswith(prefixes)}
    # The most specific link is the current one: the overview's address starts them all.
    here = [link["url"] for link in links if request.path.startswith(link["url"])]
    current = next(iter(behind), max(here, key=len, default=context.get("account_here", "")))
    for link in links:
        link["current"] = link["url"] == current
    return links


@register.simple_tag(takes_context=True)
def registration_open(context) -> bool:
    """Whether one may register on this site (``people.registration``)."""
    return registration.is_open(context["request"])
