"""The cart with all that an order of it costs: what every step shows, and what is placed."""

from collections.abc import Mapping
from typing import Any

from commerce.cart.cart import Cart
from commerce.charges.kinds import OrderSoFar, charges_for
from commerce.delivery.options import DeliveryOption
from commerce.pricing.tax import Destination


def with_charges(
    cart: Cart,
    *,
    destination: Destination,
    delivery: DeliveryOption | None,
    payment: str,
    choices: Mapping[str, Mapping[str, Any]],
) -> Cart:
    """The cart with the charges of its kinds (``commerce.charges.kinds``); as it is while no
    delivery is chosen. ``payment`` is a gateway's code, ``choices`` what was chosen besides."""
    if delivery is None or cart.is_empty:
        return cart
    return cart.charged(
        charges_for(
            OrderSoFar(
                market=cart.market,
                edition=cart.edition,
                destination=destination,
                goods=cart.quote.goods_shown,
                units=cart.count,
                taxes=cart.taxes,
                delivery=delivery,
                group=cart.group,
                payment=payment,
                choices=choices,
            )
        )
    )
