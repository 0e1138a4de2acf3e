"""By what an order that waits can be paid."""

from commerce.charges.kinds import added_kinds
from commerce.gateways.fees import CashOnDeliveryFee, may_have_fee
from commerce.gateways.of_order import payments_of
from commerce.gateways.words import MethodWords, offered_methods
from markets.lookup import language_of

from .charges import charges_of


def other_methods(order, *, edition: str) -> list[MethodWords]:
    """By what else an order can be paid at its price, in the reader's words. A method with a fee
    is none of them: with it the order costs something else, and is placed anew. So does an order
    that has the fee in its price, and where an app charges by the way to pay, every order."""
    now = payments_of(order).current.gateway
    if any(kind.depends_on_payment for kind in added_kinds()):
        return []
    if may_have_fee(now) and CashOnDeliveryFee.code in {one.code for one in charges_of(order)}:
        return []
    offered = _offered(order, edition)
    return [words for words in offered if words.gateway != now and not words.fee]


def methods_with_a_fee(order, *, edition: str) -> list[MethodWords]:
    """By what else its cart can be ordered anew, at another price."""
    return [words for words in _offered(order, edition) if words.fee]


def _offered(order, edition: str) -> list[MethodWords]:
    return offered_methods(
        order.placement.market,
        language_of(edition),
        region=order.shipping_address.state if order.shipping_address else "",
    )
