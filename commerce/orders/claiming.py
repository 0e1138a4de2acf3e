"""Claim guest orders: add them to an account once its owner has proven the email address."""

from django.db import transaction
from oscar.core.loading import get_model

from commerce.addresses.book import remember
from commerce.gateways.models import Payment

Order = get_model("order", "Order")

# The most addresses that are added to the address book, the latest ones.
MOST_ADDRESSES = 5


@transaction.atomic
def claim_orders(person) -> int:
    """Add the guest orders with a person's email address to their account.

    Call it only after they have proven the address: a typed one may be anybody's. It does not
    change whose customer they are. Shipping addresses of paid orders are added to the address book,
    none as the default, as anybody may have typed them. Returns the number of orders.
    """
    if person.user_id is None:
        return 0
    typed = Order.objects.filter(user=None, placement__person=person)
    # Addresses of unpaid orders are not added: cash on delivery costs nothing to order.
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
