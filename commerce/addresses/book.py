"""A customer's saved addresses: Oscar's ``UserAddress``, only ever the owner's own."""

from babel import Locale
from django.db import IntegrityError, transaction
from oscar.core.loading import get_model

Country = get_model("address", "Country")
UserAddress = get_model("address", "UserAddress")

COLUMNS = ("line1", "line2", "line3", "line4", "state", "postcode")

# Nobody has more homes; a script has.
MOST = 50


class AlreadySaved(Exception):
    """The user has this address already."""


class TooMany(Exception):
    """The book is full."""


def saved_addresses(user, country: str | None = None) -> list:
    """The user's addresses, the usual one first; of one country where given."""
    if not user.is_authenticated:
        return []
    rows = UserAddress.objects.filter(user=user)
    if country:
        rows = rows.filter(country_id=country)
    return list(rows.order_by("-is_default_for_shipping", "-num_orders_as_shipping_address", "pk"))


def usual_of(rows: list):
    """Of ``saved_addresses``, what the checkout begins with: the usual one, or where the owner's
    orders went most; None where there is neither. One that came with an order of before the
    account is offered and never chosen for them: somebody else may have typed it."""
    first = rows[0] if rows else None
    if first and (first.is_default_for_shipping or first.num_orders_as_shipping_address):
        return first
    return None


def saved_address(user, pk: int):
    """One of the user's own addresses; None for anybody else's."""
    return UserAddress.objects.filter(user=user, pk=pk).first()


def country_row(code: str):
    """Oscar's row of a country, made when it is first needed."""
    name = Locale("en").territories[code]
    return Country.objects.get_or_create(
        iso_3166_1_a2=code,
        defaults={"name": name, "printable_name": name, "is_shipping_country": True},
    )[0]


def save_address(*, user, country: str, fields: dict[str, str], row=None):
    """Add an address, or write over ``row``. ``fields``: names, phone (E.164), columns.

    The first address is the usual one. Returns the row. Raises AlreadySaved, TooMany.
    """
    own = UserAddress.objects.filter(user=user)
    if row is None:
        count = own.count()
        if count >= MOST:
            raise TooMany
        row = UserAddress(
            user=user, country=country_row(country), is_default_for_shipping=not count
        )
    for name in ("first_name", "last_name", *COLUMNS):
        setattr(row, name, fields.get(name, ""))
    row.phone_number = fields.get("phone", "")
    if own.filter(hash=row.generate_hash()).exclude(pk=row.pk).exists():
        raise AlreadySaved
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise AlreadySaved from None
    return row


@transaction.atomic
def delete_address(*, row) -> None:
    """Forget an address. Orders keep their own; where it was the usual one, the next becomes it."""
    user, was_usual = row.user, row.is_default_for_shipping
    row.delete()
    left = saved_addresses(user)
    if was_usual and left:
        make_usual(row=left[0])


@transaction.atomic
def make_usual(*, row) -> None:
    """The checkout begins with this one."""
    row.is_default_for_shipping = True
    row.save()


def remember(user, shipping_address, *, phone: str = "", as_usual: bool = True) -> None:
    """Keep an order's address for the next time, once: upper and lower case are one address.

    The first one becomes the usual one, and a known one takes the newer phone, unless
    ``as_usual`` says that neither is to be.
    """
    row = UserAddress(
        user=user,
        country_id=shipping_address.country_id,
        first_name=shipping_address.first_name,
        last_name=shipping_address.last_name,
        **{column: getattr(shipping_address, column) for column in COLUMNS},
    )
    own = UserAddress.objects.filter(user=user)
    known = own.filter(hash=row.generate_hash()).first()
    if known is None:
        row.is_default_for_shipping = as_usual and not own.exists()
    else:
        row = known
    if known is None or as_usual:
        row.phone_number = phone or row.phone_number
    row.num_orders_as_shipping_address += as_usual
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        # Another order of the same moment keeps it.
        return
