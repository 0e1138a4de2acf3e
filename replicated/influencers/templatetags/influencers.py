from django import template
from django.utils.translation import gettext as _

from markets.storefront_urls import in_edition

from .. import tree

register = template.Library()


@register.simple_tag
def own_page_chips(page, own_pages) -> list[dict]:
    """The pages of a site for ``components/chips.html``, with the current one marked."""
    return [
        {
            "label": _("Home") if own.depth == tree.HOME_DEPTH else own.title,
            "url": in_edition(tree.split(own)[1]),
            "current": own.pk == page.pk,
        }
        for own in own_pages
    ]
