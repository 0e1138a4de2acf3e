"""Display data for cart lines whose product has no listing in the cart's market."""

from dataclasses import dataclass

from commerce.listings.models import Listing
from commerce.listings.pictures import photos_of, picture


@dataclass(frozen=True)
class Unlisted:
    """A product without any listing: its photos, and no page to link to."""

    photos: list
    path: str = ""

    def picture(self, options: set[int]) -> dict | None:
        chosen = min(self.photos, key=lambda photo: photo.option_id not in options)
        return picture(chosen.image, "")


Listed = Listing | Unlisted


def elsewhere_listed(owners: set[int], language: str) -> dict[int, Listed]:
    """Listings from other markets for products (primary keys) that this market does not sell.

    A listing in the reader's language if there is one (its page says where the product is sold),
    else only the photos. No query without products.
    """
    if not owners:
        return {}
    listed = Listing.objects.filter(product_id__in=owners, language=language).order_by("-pk")
    found: dict[int, Listed] = {row.product_id: row for row in listed}
    if left := owners - found.keys():
        found |= {pk: Unlisted(photos) for pk, photos in photos_of(left).items()}
    return found
