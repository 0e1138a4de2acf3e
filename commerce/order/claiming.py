"""Orders that were placed as a guest, and whose they are once their address is proven."""

from django.db import transaction
from oscar.core.loading import get_model

Order = get_model("order", "Order")


@transaction.atomic
def claim_orders(person) -> int:
    """Put the orders that were placed with a person's address into their account.

    Call it only for somebody who has proven that the address is theirs: a typed address ties an
    order to nobody. Whose customer they are does not change by it. Returns how many there were.
    """
    if person.user_id is None:
        return 0
    typed = Order.objects.filter(user=None, placement__person=person)
    return Order.objects.filter(pk__in=typed.values("pk")).update(
        user=person.user_id, guest_email=""
    )
