"""Orders that were placed as a guest, and whose they are once their address is proven."""

from django.db import transaction
from oscar.core.loading import get_model

from commerce.addresses.book import remember
from commerce.gateways.models import Payment

Order = get_model("order", "Order")

# The last ones: an address book is to be read.
MOST_ADDRESSES = 5


@transaction.atomic
def claim_orders(person) -> int:
    """Put the orders that were placed with a person's address into their account.

    Call it only for somebody who has proven that the address is theirs: a typed address ties an
    order to nobody. Whose customer they are does not change by it. The addresses that paid
    ones went to are in their address book from then on, none of them as the usual one: anybody
    may have typed it. Returns how many orders there were.
    """
    if person.user_id is None:
        return 0
    typed = Order.objects.filter(user=None, placement__person=person)
    # An order that brought no money proves no address: cash on delivery costs nothing to order.
    paid = typed.filter(
        pk__in=Payment.objects.that_brought_money().values("order"),
        shipping_address__isnull=False,
    ).select_related("shipping_address", "placement")
    for order in paid.order_by("-pk")[:MOST_ADDRESSES]:
        phone = order.placement.phone
        remember(person.user, order.shipping_address, phone=phone, as_usual=False)
    return Order.objects.filter(pk__in=typed.values("pk")).update(
        user=person.user_id, guest_email=""
    )
