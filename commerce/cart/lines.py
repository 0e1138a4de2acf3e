"""A line of the cart: how many of a thing it may hold, and what is stored of its price."""

from commerce.catalogue.units import MOST_AT_ONCE


def line_limit(info) -> int:
    """How many of it one line may hold now."""
    if info.stockrecord is None or not info.price.exists:
        return 0
    available = getattr(info.availability, "num_available", None)
    if available is None:
        return MOST_AT_ONCE if info.availability.is_available_to_buy else 0
    return max(0, min(available, MOST_AT_ONCE))


def write_line(line, info, quantity: int) -> None:
    """Save a line at today's stock record and price; the caller holds the basket."""
    line.quantity = quantity
    line.stockrecord = info.stockrecord
    line.line_reference = f"{line.product_id}_{info.stockrecord.pk}"
    line.price_currency = info.price.currency
    line.price_excl_tax = info.price.excl_tax
    line.price_incl_tax = info.price.incl_tax if info.price.is_tax_known else None
    line.save()
