"""Which products a label may be on, and requests to refresh their listings."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from oscar.core.loading import get_model

from commerce.listings.models import Listing
from commerce.listings.requests import request_refresh
from markets.days import beginning, end
from markets.lookup import all_markets

from .kinds import worked_out
from .models import Label, Newness

Product = get_model("catalogue", "Product")

# From so many products on, refreshing all listings costs less than listing the products.
MANY = 3000


def products_with(label: Label) -> set[int]:
    """The products that the label may be on (for a variant, its parent).

    For a label that the shop applies by itself, all that are listed.
    """
    if not label.is_own:
        return set(Listing.objects.order_by().values_list("product_id", flat=True).distinct())
    below = set()
    for category in label.categories.all():
        below.update(category.get_descendants_and_self().values_list("pk", flat=True))
    named = Product.objects.filter(
        Q(pk__in=label.products.values("pk"))
        | Q(productcategory__category__in=below)
        | Q(attribute_values__value_option__in=label.options.values("pk"))
    )
    return {parent or pk for pk, parent in named.values_list("pk", "parent_id")}


def refresh_products(product_ids: Iterable[int]) -> None:
    """Request a refresh of these products' listings; it runs after this transaction commits."""
    ids = set(product_ids)
    if len(ids) > MANY:
        request_refresh(everything=True)
    elif ids:
        request_refresh(products=ids)


@transaction.atomic
def present_product(*, product, labels: Iterable[Label], new_until: date | None) -> None:
    """Set which of the company's own labels a product has, and until when it is new.

    Without ``new_until`` the market's policy applies.
    """
    own = Label.objects.own()
    wanted = {label.pk for label in labels}
    present = set(product.labels.filter(pk__in=own).values_list("pk", flat=True))
    if wanted != present:
        product.labels.remove(*(present - wanted))
        product.labels.add(*(wanted - present))
    if new_until is None:
        Newness.objects.filter(product=product).delete()
    else:
        Newness.objects.update_or_create(product=product, defaults={"until": new_until})
    request_refresh(products=[product.pk])


def products_to_relabel(since: datetime, now: datetime) -> set[int]:
    """The products on which a label began or ended between two moments, by the clock alone."""
    found: set[int] = set()
    for label in Label.objects.active().exclude(starts_on=None, ends_on=None):
        moments = [
            moment
            for market in all_markets()
            for moment in (
                beginning(label.starts_on, market) if label.starts_on else None,
                end(label.ends_on, market) if label.ends_on else None,
            )
        ]
        if any(moment and since <= moment <= now for moment in moments):
            found |= products_with(label)
    for kind in worked_out():
        found |= kind.products_to_relabel(since, now)
    return found
