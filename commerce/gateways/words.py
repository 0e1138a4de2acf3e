"""What payment methods are called in a language."""

from dataclasses import dataclass, replace
from decimal import Decimal

from markets.lookup import get_market

from .base import Gateway
from .fees import may_have_fee
from .models import PaymentMethod, PaymentMethodCopy
from .registry import all_gateways, gateway_name


@dataclass(frozen=True)
class MethodWords:
    """A payment method as a shopper reads it. ``instructions`` is HTML."""

    gateway: str
    name: str
    note: str = ""
    instructions: str = ""
    # What it adds to an order, in the market's currency; only of what is offered.
    fee: Decimal = Decimal(0)


def _words(gateway_code: str, copies: list[PaymentMethodCopy], language: str) -> MethodWords:
    own = [copy for copy in copies if copy.locale.language_code == language]
    best = (own or copies or [None])[0]
    if best is None:
        return MethodWords(gateway_code, gateway_name(gateway_code))
    return MethodWords(gateway_code, best.name, best.note, best.instructions)


def _takes_money_online(gateway: Gateway) -> bool:
    by_people = gateway.confirmed_by_staff or gateway.paid_on_delivery
    return not by_people and not gateway.is_rehearsal


def method_words(market_code: str, gateway_code: str, language: str) -> MethodWords:
    copies = PaymentMethodCopy.objects.filter(
        method__market=market_code, method__gateway=gateway_code
    ).select_related("locale")
    return _words(gateway_code, list(copies), language)


def offered_methods(market_code: str, language: str, *, region: str) -> list[MethodWords]:
    """The methods a market's shopper may choose from, in the company's order.

    ``region``: where the order goes; "" where nobody knows yet leaves out what is for some regions
    only (``markets.regions``).
    """
    rows = PaymentMethod.objects.filter(
        market=market_code, is_active=True, gateway__in=all_gateways()
    )
    market, gateways = get_market(market_code), all_gateways()
    methods = [
        method
        for method in rows
        if method.reaches(region) and gateways[method.gateway].serves(market)
    ]
    if any(_takes_money_online(gateways[method.gateway]) for method in methods):
        methods = [one for one in methods if not gateways[one.gateway].is_rehearsal]
    copies: dict[int, list[PaymentMethodCopy]] = {}
    for copy in PaymentMethodCopy.objects.filter(method__in=methods).select_related("locale"):
        copies.setdefault(copy.method_id, []).append(copy)
    return [
        replace(
            _words(method.gateway, copies.get(method.pk, []), language),
            fee=method.fee if may_have_fee(method.gateway) else Decimal(0),
        )
        for method in methods
    ]
