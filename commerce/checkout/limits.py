"""Rate limit: how many unpaid orders a visitor may have, as each of them reserves stock.

Orders are counted by account, else by session and IP address. Never by email address: anybody can
type somebody else's, and would shut them out. Counts are read without a lock, so two orders at the
same moment may be one too many.
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
    """The visitor has the most unpaid orders allowed. ``by``: "visitor" or "network" (IP)."""

    def __init__(self, by: str):
        self.by = by
        super().__init__(by)


@dataclass(frozen=True)
class PlacedBy:
    """Who places an order, as keyed hashes; "" if not known, and then nothing is counted."""

    visitor: str = ""
    network: str = ""


def placed_by(request) -> PlacedBy:
    """The visitor's account, else their session and IP address."""
    if request.user.is_authenticated:
        return PlacedBy(visitor=_hashed(f"user:{request.user.pk}"))
    session, address = request.session.session_key, client_ip(request)
    return PlacedBy(
        visitor=_hashed(f"session:{session}") if session else "",
        network=_hashed(f"network:{address}") if address else "",
    )


def check_open_orders(policy: CheckoutPolicy, who: PlacedBy) -> None:
    """Raise TooManyOpen if one more unpaid order would exceed the limits of the policy."""
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
    """Delete who placed an order once it is settled: it is not counted any more."""
    Placement.objects.filter(order=order).update(visitor="", network="")


def _hashed(text: str) -> str:
    return salted_hmac("commerce.checkout.limits", text, algorithm="sha256").hexdigest()[:32]
