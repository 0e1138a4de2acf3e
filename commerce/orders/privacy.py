"""Personal data in orders: export and erasure. Amounts stay for bookkeeping."""

from django.utils.translation import ngettext
from oscar.core.loading import get_model

from background.locks import locked
from commerce.gateways.of_order import payments_of

from .access import orders_of
from .charges import charges_of

Order = get_model("order", "Order")
ShippingAddress = get_model("order", "ShippingAddress")
UserAddress = get_model("address", "UserAddress")

ADDRESS = ("first_name", "last_name", "line1", "line2", "line3", "line4", "state", "postcode")


def tile_summary(request) -> str:
    count = orders_of(request.person).count()
    return (
        ngettext("%(count)d order", "%(count)d orders", count) % {"count": count} if count else ""
    )


def export_orders(person) -> dict:
    """Every order and saved address of a person, as plain JSON."""
    orders = (
        # Without guest orders that only have their email address: another person may have typed it.
        Order.objects.filter(placement__person=person, user=person.user_id)
        .select_related("placement__customer_group", "shipping_address")
        .prefetch_related("lines", "surcharges", "payments")
    )
    addresses = UserAddress.objects.filter(user=person.user) if person.user_id else []
    return {
        "orders": [
            {
                "number": order.number,
                "placed": order.date_placed.isoformat(),
                "status": order.status,
                "total": str(order.total_incl_tax),
                "currency": order.currency,
                "email": order.placement.email,
                "phone": order.placement.phone,
                "payments": [
                    {"method": one.gateway, "amount": str(one.amount), "state": one.state}
                    for one in payments_of(order).all
                ],
                "choices": order.placement.choices,
                "prices_of": order.placement.customer_group and order.placement.customer_group.name,
                "charges": [
                    {"name": str(one.name), "amount": str(one.incl_tax)}
                    for one in charges_of(order)
                ],
                "address": _address(order.shipping_address),
                "lines": [
                    {"title": line.title, "sku": line.upc, "quantity": line.quantity}
                    for line in order.lines.all()
                ],
            }
            for order in orders
        ],
        "addresses": [_address(address) for address in addresses],
    }


def _address(address) -> dict[str, str]:
    if address is None:
        return {}
    return {name: getattr(address, name) for name in ADDRESS} | {"country": address.country_id}


def lock_orders(person) -> None:
    """Lock a person's orders before the person, in the lock order that settling uses."""
    list(locked(Order.objects.filter(placement__person=person)))


def forget_orders(person) -> None:
    """Erase name, address, email, phone and choices (a card's text) from orders. Region and amounts
    stay for bookkeeping.

    The search texts are updated when the person's name is erased (``receivers``).
    """
    placements = person.placements.all()
    ShippingAddress.objects.filter(order__placement__in=placements).update(
        first_name="",
        last_name="",
        line1="",
        line2="",
        line3="",
        line4="",
        postcode="",
        phone_number="",
        notes="",
        search_text="",
    )
    Order.objects.filter(placement__in=placements).update(guest_email="")
    placements.update(email=f"{person.pseudonym}@erased.invalid", phone="", choices={})
    if person.user_id:
        UserAddress.objects.filter(user=person.user).delete()
