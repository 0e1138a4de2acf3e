"""The lines below the buy button: delivery time, shipping cost, returns, payment methods.

Cached per version of the storefront: every product page shows them, and they hardly change.
"""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.addresses.routing import page_path
from cms.content.references import References
from cms.page_cache.versioned import Versioned
from commerce.addresses.formats import region_name
from commerce.delivery.options import DeliveryOption, delivery_options
from commerce.gateways.words import offered_methods
from commerce.policies.lookup import policy_of
from commerce.pricing.tax import Destination
from markets.lookup import language_of, market_of
from markets.money import format_money
from markets.storefront_urls import in_edition

# The most regions that are listed; with more, the address form says where it is delivered.
MOST_NAMED = 3


def buying_terms(edition: str) -> list[dict]:
    """The lines for every product in an edition: [{icon, text, url}].

    They come from what the company entered for delivery, returns and payment; without an entry
    there is no line. Delivery is described by the methods that reach most of the market, with the
    regions that they do not reach. ``url``: a link on the current site, "" for none.
    """
    # Cached for all sites: the prefix of a consultant's site is added to links here.
    return [
        {
            "icon": line["icon"],
            "text": line["text"],
            "url": in_edition(line["path"], edition) if line["path"] else "",
        }
        for line in _lines.current(edition)
    ]


def _line(icon: str, text: str, path: str = "") -> dict:
    return {"icon": icon, "text": text, "path": path}


def _read(edition: str) -> list[dict]:
    # In no region: what is for some only is left out.
    nowhere = Destination()
    options = delivery_options(edition=edition, destination=nowhere, goods_shown=Decimal(0))
    lines = _delivery_lines(options, edition) + _returns_lines(edition)
    methods = offered_methods(market_of(edition).code, language_of(edition), region=nowhere.region)
    if methods:
        names = ", ".join(method.name for method in methods)
        lines.append(_line("wallet", _("Payment methods: %(methods)s") % {"methods": names}))
    return lines


_lines = Versioned(lambda _version, edition: _read(edition))


def _delivery_lines(options: list[DeliveryOption], edition: str) -> list[dict]:
    # The first that is brought to the door by its price; what costs nothing anyway is collected.
    option = next((one for one in options if one.price), next(iter(options), None))
    if option is None:
        return []
    values = {"name": option.name, "price": option.price_text, "days": option.days_text}
    text = _("%(name)s: %(price)s, %(days)s") if option.price else _("%(name)s: %(days)s")
    lines = [_line("truck", _with_exceptions(text % values, option, edition))]
    least = option.method.free_from
    if option.price and least:
        amount = format_money(least, market_of(edition).currency, edition)
        text = _("Free on orders of %(amount)s or more") % {"amount": amount}
        lines.append(_line("gift", text))
    return lines


def _with_exceptions(terms: str, option: DeliveryOption, edition: str) -> str:
    """The text with the regions where it does not apply: a page is the same for a whole market."""
    codes = option.method.exceptions
    if not codes:
        return terms
    if len(codes) > MOST_NAMED:
        return _("%(terms)s (not available in some regions)") % {"terms": terms}
    country = market_of(edition).country
    regions = ", ".join(region_name(country, code) for code in codes)
    return _("%(terms)s (not available in %(regions)s)") % {
        "terms": terms,
        "regions": regions,
    }


def _returns_lines(edition: str) -> list[dict]:
    policy = policy_of(market_of(edition).code)
    days = policy.returns_days
    if not days:
        return []
    if policy.returns_free:
        text = ngettext(
            "Free returns within %(days)d day", "Free returns within %(days)d days", days
        )
    else:
        text = ngettext("Returns within %(days)d day", "Returns within %(days)d days", days)
    page = policy.returns_page_id and References().page_in(
        policy.returns_page_id, language_of(edition)
    )
    return [_line("return", text % {"days": days}, page_path(page) if page else "")]
