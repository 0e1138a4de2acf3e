"""What a buyer asks before the button: when it comes, what that costs, how to pay.

Kept in memory per storefront version: it is asked for on every product page and hardly changes.
"""

import threading
from decimal import Decimal

from django.utils.translation import gettext as _

from cms import chrome
from commerce.checkout.delivery import DeliveryOption, delivery_options
from commerce.gateways.words import offered_methods
from commerce.pricing.tax import Destination
from markets.lookup import language_of, market_of
from markets.money import format_money

_known: dict[str, tuple[str, list[dict]]] = {}
_lock = threading.Lock()


def promises_for(variant: str) -> list[dict]:
    """The lines below the buttons of every product in a variant: [{icon, text}].

    They say what the company has entered for delivery and payment, and nothing where it has
    entered nothing. Delivery is told by the methods that reach the whole market. Whoever asks
    may not write on them.
    """
    version = chrome.current().version
    known = _known.get(variant)
    if known and version and known[0] == version:
        return known[1]
    with _lock:
        _known[variant] = (version, _read(variant))
        return _known[variant][1]


def _read(variant: str) -> list[dict]:
    options = delivery_options(variant=variant, destination=Destination(), goods_shown=Decimal(0))
    everywhere = [option for option in options if not option.method.except_regions.strip()]
    lines = _delivery_lines(everywhere, variant)
    if methods := offered_methods(market_of(variant).code, language_of(variant)):
        names = ", ".join(method.name for method in methods)
        text = _("Payment methods: %(methods)s") % {"methods": names}
        lines.append({"icon": "wallet", "text": text})
    return lines


def _delivery_lines(options: list[DeliveryOption], variant: str) -> list[dict]:
    # The first that is brought to the door by its price; what costs nothing anyway is collected.
    option = next((one for one in options if one.price), next(iter(options), None))
    if option is None:
        return []
    values = {"name": option.name, "price": option.price_text, "days": option.days_text}
    text = _("%(name)s: %(price)s, %(days)s") if option.price else _("%(name)s: %(days)s")
    lines = [{"icon": "truck", "text": text % values}]
    least = option.method.free_from
    if option.price and least:
        amount = format_money(least, market_of(variant).currency, variant)
        lines.append(
            {"icon": "gift", "text": _("Free on orders of %(amount)s or more") % {"amount": amount}}
        )
    return lines
