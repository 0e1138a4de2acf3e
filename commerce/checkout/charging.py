"""Add charges (shipping, fees, choices of apps) to a cart, for every step and for the order."""

from collections.abc import Mapping
from typing import Any

from commerce.cart.cart import Cart
from commerce.charges.kinds import OrderSoFar, charges_for
from commerce.charges.so_far import CartSoFar, GoodsLine
from commerce.delivery.options import DeliveryOption
from commerce.orders.choices import offered
from commerce.pricing.tax import Destination


def cart_so_far(cart: Cart) -> CartSoFar:
    """The cart as an input for charges and choices of apps."""
    return CartSoFar(**_so_far(cart))


def _so_far(cart: Cart) -> dict[str, Any]:
    return {
        "market": cart.market,
        "edition": cart.edition,
        "lines": tuple(
            GoodsLine(product=line.product, quantity=line.quantity, shown=line.shown)
            for line in cart.buyable
        ),
        "goods": cart.quote.goods_shown,
        "group": cart.group,
    }


def still_offered(
    choices: Mapping[str, Mapping[str, Any]], cart: Cart
) -> dict[str, Mapping[str, Any]]:
    """The answers to choices that are still offered for this cart."""
    if not choices:
        return {}
    names = [choice.name for choice in offered(cart_so_far(cart))]
    return {name: choices[name] for name in names if name in choices}


def with_charges(
    cart: Cart,
    *,
    destination: Destination,
    delivery: DeliveryOption | None,
    payment: str,
    choices: Mapping[str, Mapping[str, Any]],
) -> Cart:
    """The cart with its charges (``commerce.charges.kinds``); unchanged while no shipping method is
    chosen. ``payment`` is a gateway's code, ``choices`` the answers to choices of apps: those that
    are not offered for this cart cost nothing."""
    if delivery is None or cart.is_empty:
        return cart
    return cart.charged(
        charges_for(
            OrderSoFar(
                **_so_far(cart),
                destination=destination,
                taxes=cart.taxes,
                delivery=delivery,
                payment=payment,
                choices=still_offered(choices, cart),
            )
        )
    )
