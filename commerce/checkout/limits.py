"""How many unpaid orders one visitor may have: each of them holds goods.

Counted by who is proven to have placed them: the account, else the session and the network
address. Never by an email address: anybody can type somebody else's, and would shut them out.
Counts are read without a lock: two orders at the same moment may be one too many.
"""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count, Q
from django.utils.crypto import salted_hmac

from commerce.orders.models import Placement
from commerce.policies.models import CheckoutPolicy
from people.lockout import client_ip


class TooManyOpen(Exception):
    """As many orders wait for payment as may. ``by``: "visitor" or "network"."""

    def __init__(self, by: str):
        self.by = by
        super().__init__(by)


@dataclass(frozen=True)
class PlacedBy:
    """Who places an order, as keyed hashes; "" where it is not known and nothing is counted."""

    visitor: str = ""
    network: str = ""


def placed_by(request) -> PlacedBy:
    """Who asks: their account, else their session and their network address."""
    if request.user.is_authenticated:
        return PlacedBy(visitor=_hashed(f"user:{request.user.pk}"))
    session, address = request.session.session_key, client_ip(request)
    return PlacedBy(
        visitor=_hashed(f"session:{session}") if session else "",
        network=_hashed(f"network:{address}") if address else "",
    )


def check_open_orders(policy: CheckoutPolicy, who: PlacedBy) -> None:
    """Raise TooManyOpen where one more unpaid order would be too many for a market's policy."""
    known = {by: value for by, value in vars(who).items() if value}
    if not known:
        return
    limits = {"visitor": policy.open_orders, "network": policy.open_orders_network}
    mine = reduce(or_, (Q(**{by: value}) for by, value in known.items()))
    open_orders = Placement.objects.filter(mine, order__status="pending").aggregate(
        **{f"by_{by}": Count("pk", filter=Q(**{by: value})) for by, value in known.items()}
    )
    for by in known:
        if open_orders[f"by_{by}"] >= limits[by]:
            raise TooManyOpen(by)


def forget_who_placed(sender, order, **kwargs) -> None:
    """A settled order is not counted any more: who placed it is nobody's business then."""
    Placement.objects.filter(order=order).update(visitor="", network="")


def _hashed(text: str) -> str:
    return salted_hmac("commerce.checkout.limits", text, algorithm="sha256").hexdigest()[:32]
