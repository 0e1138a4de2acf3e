from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from people import portal

register = template.Library()


@register.simple_tag(takes_context=True)
def account_menu(context) -> list[dict]:
    """The links beside every page of the account: the overview and the visitor's tiles."""
    request = context["request"]
    links = [{"label": _("Overview"), "url": reverse("account")}]
    links += [{"label": tile["label"], "url": tile["url"]} for tile in portal.links_for(request)]
    # The most specific link is the current one: `/account/` starts them all.
    here = [link for link in links if request.path.startswith(link["url"])]
    for link in links:
        link["current"] = bool(here) and link is max(here, key=lambda one: len(one["url"]))
    return links
