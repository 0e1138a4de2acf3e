"""Order lines for display: picture, link, amount, and units that will not be shipped."""

from collections.abc import Callable, Iterable
from decimal import Decimal

from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from commerce.listings.models import Listing
from commerce.listings.pictures import MAIL_SPEC, mail_picture, photos_without_images, read_images
from markets.lookup import language_of, market_of
from markets.sellers import address_at
from markets.storefront_urls import absolute, in_edition

ProductAttributeValue = get_model("catalogue", "ProductAttributeValue")


def shown_lines(
    rows: Iterable,
    *,
    placement,
    edition: str,
    money: Callable[[Decimal], str],
    included: bool,
    never: dict[int, int],
    for_mail: bool,
) -> list[dict]:
    """Each order line (read with its product) as title, sku, quantity, amount (``own_amount``),
    ``image``, ``url`` ("" if the order's market does not sell it any more), and a note on canceled
    units (``never``: units by the line's primary key).

    ``for_mail``: images and absolute links that mail clients can show.
    """
    # Whoever reads it in another country's edition sees the goods as the shop that sold them does.
    if market_of(edition).code != placement.market:
        edition = placement.edition
    listings = _listings(placement.market, rows, edition)
    options = _options(rows)
    photos = _photos(rows, listings, options) if for_mail else {}
    lines = []
    for row in rows:
        listing = listings.get(_parent(row))
        chosen = options.get(row.product_id, set())
        if listing is None:
            image = None
        elif for_mail:
            image = _mail_image(photos.get(row.pk))
        else:
            image = listing.picture(chosen)
        lines.append(
            {
                "title": row.title,
                "sku": row.upc or row.partner_sku,
                "options_text": _never_sent(never.get(row.pk, 0)),
                "quantity": row.quantity,
                "amount": money(own_amount(row, included=included)),
                "image": image,
                "url": _url(listing, row, edition, base=placement.base if for_mail else None),
            }
        )
    return lines


def own_amount(row, *, included: bool) -> Decimal:
    """A line's amount before discounts, as in the cart; discounts have rows of their own. In the
    order's currency; ``included``: with tax."""
    if included:
        return row.line_price_before_discounts_incl_tax
    return row.line_price_before_discounts_excl_tax


def _parent(row) -> int | None:
    return (row.product.parent_id or row.product_id) if row.product else None


def _listings(market: str, rows, edition: str) -> dict[int, Listing]:
    return {
        listing.product_id: listing
        for listing in Listing.objects.in_market(market, language_of(edition)).filter(
            product_id__in={_parent(row) for row in rows if row.product}
        )
    }


def _options(rows) -> dict[int, set[int]]:
    options: dict[int, set[int]] = {}
    for product, option in ProductAttributeValue.objects.filter(
        product_id__in=[row.product_id for row in rows], value_option__isnull=False
    ).values_list("product_id", "value_option_id"):
        options.setdefault(product, set()).add(option)
    return options


def _photos(rows, listings, options: dict[int, set[int]]) -> dict:
    """``{primary key of a line: its photo}``: of the color that was bought, else the first of all
    colors, else any. Three queries."""
    found = {}
    photos = photos_without_images(listings)
    for row in rows:
        all_of_it = photos.get(_parent(row), [])
        own = [one for one in all_of_it if one.option_id in options.get(row.product_id, ())]
        common = [one for one in all_of_it if one.option_id is None]
        if chosen := [*own, *common, *all_of_it]:
            found[row.pk] = chosen[0]
    read_images(found.values(), specs=[MAIL_SPEC])
    return found


def _mail_image(photo) -> dict | None:
    image = mail_picture(photo.image) if photo else None
    if image and image["src"].startswith("/"):
        image["src"] = absolute(image["src"])
    return image


def _url(listing: Listing | None, row, edition: str, *, base: str | None) -> str:
    """Whole on the site ``base`` (``markets.sellers``), without one only its path."""
    if listing is None:
        return ""
    path = listing.path
    if row.product.parent_id and row.upc:
        path += f"?variant={row.upc}"
    return in_edition(path, edition) if base is None else address_at(base, path, edition)


def _never_sent(units: int) -> str:
    return _("Won't be shipped: %(count)s") % {"count": units} if units else ""
