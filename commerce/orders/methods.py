"""The other payment methods of a pending order."""

from commerce.charges.kinds import added_kinds
from commerce.gateways.fees import CashOnDeliveryFee, may_have_fee
from commerce.gateways.of_order import payments_of
from commerce.gateways.registry import get_gateway
from commerce.gateways.words import MethodWords, offered_methods
from markets.lookup import language_of

from .attempt_limit import may_try_another
from .charges import charges_of


def other_methods(order, *, edition: str) -> list[MethodWords]:
    """The other payment methods that keep the order's total, with texts for the reader.

    A method with a fee changes the total, so the order has to be placed again; it is not among
    them. None if the order's total includes such a fee, or if an app has charges that depend on the
    payment method."""
    now = payments_of(order).current.gateway
    if any(kind.depends_on_payment for kind in added_kinds()):
        return []
    if may_have_fee(now) and CashOnDeliveryFee.code in {one.code for one in charges_of(order)}:
        return []
    offered = _offered(order, edition)
    return [words for words in offered if words.gateway != now and not words.fee]


def methods_left(order, *, edition: str) -> list[MethodWords]:
    """Of ``other_methods`` those that the order may still be paid by: once it was tried too often,
    those whose money a person of the company sees come."""
    offered = other_methods(order, edition=edition)
    if not offered or may_try_another(order):
        return offered
    return [words for words in offered if get_gateway(words.gateway).confirmed_by_staff]


def methods_with_a_fee(order, *, edition: str) -> list[MethodWords]:
    """Payment methods with a fee: to use one, the cart is ordered again, with another total."""
    return [words for words in _offered(order, edition) if words.fee]


def _offered(order, edition: str) -> list[MethodWords]:
    return offered_methods(
        order.placement.market,
        language_of(edition),
        region=order.shipping_address.state if order.shipping_address else "",
    )
