"""Which charge at a provider a movement is of: the one that brought a payment, or another one that
came besides it by the same key of ours."""

from commerce.gateways.base import Movement, MovementKind
from commerce.gateways.models import Payment


def name_of_charge(movement: Movement) -> str:
    """The provider's name of it; "" where a refund or dispute does not say what it is of."""
    own = movement.reference if movement.kind == MovementKind.PAYMENT else ""
    return movement.payment_reference or own


def came_besides(movement: Movement, payment: Payment) -> bool:
    """Whether ``payment``, which was found by our key, was brought by another charge."""
    names = ("", payment.provider_reference)
    return (
        payment.has_come
        and payment.provider_reference != ""
        and (name_of_charge(movement) not in names)
    )
