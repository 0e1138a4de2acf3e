"""A customer's saved addresses: Oscar's ``UserAddress``, only ever the owner's own."""

from oscar.core.loading import get_model

UserAddress = get_model("address", "UserAddress")

COLUMNS = ("line1", "line2", "line3", "line4", "state", "postcode")


def saved_addresses(user, country: str | None = None) -> list:
    """The user's addresses, the usual one first; of one country where given."""
    if not user.is_authenticated:
        return []
    rows = UserAddress.objects.filter(user=user)
    if country:
        rows = rows.filter(country_id=country)
    return list(rows.order_by("-is_default_for_shipping", "-num_orders_as_shipping_address", "pk"))


def remember(user, shipping_address, *, phone: str = "") -> None:
    """Keep an order's address for the next time, once."""
    same = {column: getattr(shipping_address, column) for column in COLUMNS}
    row = UserAddress.objects.filter(
        user=user,
        country_id=shipping_address.country_id,
        first_name=shipping_address.first_name,
        last_name=shipping_address.last_name,
        **same,
    ).first()
    if row is None:
        row = UserAddress(
            user=user,
            country_id=shipping_address.country_id,
            first_name=shipping_address.first_name,
            last_name=shipping_address.last_name,
            is_default_for_shipping=not UserAddress.objects.filter(user=user).exists(),
            **same,
        )
    row.phone_number = phone
    row.num_orders_as_shipping_address += 1
    row.save()
