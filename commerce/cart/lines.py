"""A basket line: the largest quantity, and saving it with its price."""

from commerce.catalogue.units import MOST_AT_ONCE


def line_limit(info) -> int:
    """The largest quantity of one line: what is in stock, at most ``MOST_AT_ONCE``."""
    if info.stockrecord is None or not info.price.exists:
        return 0
    available = getattr(info.availability, "num_available", None)
    if available is None:
        return MOST_AT_ONCE if info.availability.is_available_to_buy else 0
    return max(0, min(available, MOST_AT_ONCE))


def write_line(line, info, quantity: int) -> None:
    """Save a line with the current stock record and price. The caller has locked the basket."""
    line.quantity = quantity
    line.stockrecord = info.stockrecord
    line.line_reference = f"{line.product_id}_{info.stockrecord.pk}"
    line.price_currency = info.price.currency
    line.price_excl_tax = info.price.excl_tax
    line.price_incl_tax = info.price.incl_tax if info.price.is_tax_known else None
    line.save()
