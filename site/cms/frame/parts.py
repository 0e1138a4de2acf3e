"""The cached HTML of header, footer and blocks: rendered once for many pages.

A part is cached with the version of the frame (``frame.site_frame``), so an edit of menu, brand or
footer drops it. Within a version the key is the edition, the current menu entries and the present
announcement. Two things that differ by page are placeholders, filled for each page: the prefix of
links (one part serves every seller's site), and the links of the country switch.
"""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import get_template
from django.urls import get_script_prefix
from django.utils import timezone
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from markets.lookup import all_editions

from ..page_cache import freshness
from ..page_cache.prefix import PREFIX_SLOT, open_prefix, under_prefix
from .storefront import Storefront

SWITCH_TEMPLATE = "components/country_switch.html"
SWITCH_SLOT = "<!--country-switch-->"
MOST_KEPT = 4096


def draw(template_name: str, storefront, *, keep: bool) -> SafeString:
    """The HTML of a part of the frame. Its template may use ``storefront`` only, and no visitor.

    ``keep=False`` renders it without the cache: for a developer who edits templates, and for the
    pattern pages, whose storefront is a sample.
    """
    if not keep or not isinstance(storefront, Storefront):
        return _render(template_name, {"storefront": storefront})
    year = timezone.localdate().year
    freshness.expires_at(timezone.make_aware(datetime(year + 1, 1, 1)))
    key = (template_name, storefront.current_entries, storefront.announced, year)
    part = _kept(
        storefront,
        key,
        lambda: _render(
            template_name, {"storefront": storefront, "switch_slot": mark_safe(SWITCH_SLOT)}
        ),
    )
    if SWITCH_SLOT in part:
        part = part.replace(SWITCH_SLOT, _switch(storefront))
    return mark_safe(part)


def _switch(storefront: Storefront) -> str:
    """The country switch with this page's addresses."""
    html = _kept(
        storefront,
        (SWITCH_TEMPLATE,),
        lambda: _render(SWITCH_TEMPLATE, {"switch": storefront.switch_to(_address_slot)}),
    )
    for edition in all_editions():
        slot = _address_slot(edition)
        html = html.replace(slot, escape(storefront.address_in(edition)))
    return html


def _address_slot(edition: str) -> str:
    return f"[address:{edition}]"


def _kept(storefront: Storefront, key: tuple, render: Callable[[], str]) -> str:
    parts = storefront.site_frame.parts
    key = (storefront.edition, *key)
    found = parts.get(key)
    if found is None:
        if len(parts) >= MOST_KEPT:
            parts.clear()
        with open_prefix():
            found = parts[key] = render()
    return under_prefix(found)


def _render(template_name: str, values: dict) -> SafeString:
    return get_template(template_name).render(values)


def cached_block(storefront: Storefront, key: tuple, render: Callable[[], str]) -> SafeString:
    """The HTML of a block that is the same for everybody, rendered once per version.

    ``key`` names the block; edition and prefix are added here.
    """
    return mark_safe(_kept(storefront, ("block", *key), render))


def find_block(storefront: Storefront, key: tuple) -> SafeString | None:
    """What ``cached_block`` has under the key; None where it has not been rendered yet."""
    found = storefront.site_frame.parts.get((storefront.edition, "block", *key))
    return mark_safe(under_prefix(found)) if found is not None else None


@lru_cache(maxsize=4096)
def _memo(template_name: str, language: str, values: str) -> SafeString:
    return _render(template_name, json.loads(values))


def render_seller_part(
    template_name: str, storefront: Storefront, *, keep: bool = True
) -> SafeString:
    """The HTML of a part that every page of a seller's site has, cached by the values it shows. Its
    template may use ``seller`` and ``home_url`` only.
    """
    seller = storefront.seller
    values = {
        "seller": {"name": seller.name, "card": dict(seller.card)},
        "home_url": storefront.home_url,
    }
    if not keep:
        return _render(template_name, values)
    written = json.dumps(values, cls=DjangoJSONEncoder)
    if prefix := get_script_prefix().rstrip("/"):
        written = written.replace(f'"{prefix}/', f'"{PREFIX_SLOT}/')
    return mark_safe(under_prefix(_memo(template_name, get_language() or "", written)))


def render_seller_parts(request, template_names: Iterable[str]) -> dict[str, str]:
    """The parts of a cached page that show whose site it is (``page_cache.slots.fill_with``)."""
    storefront = Storefront(request)
    return {name: render_seller_part(name, storefront) for name in template_names}
