"""How a line of the cart looks whose market does not list its product."""

from dataclasses import dataclass

from commerce.listings.models import Listing
from commerce.listings.pictures import photos_of, picture


@dataclass(frozen=True)
class Unlisted:
    """What is left of a product that is for sale nowhere: its photos, and no page."""

    photos: list
    path: str = ""

    def picture(self, options: set[int]) -> dict | None:
        chosen = min(self.photos, key=lambda photo: photo.option_id not in options)
        return picture(chosen.image, "")


Listed = Listing | Unlisted


def elsewhere_listed(owners: set[int], language: str) -> dict[int, Listed]:
    """The listings of products (by primary key) that a market does not sell: of another market in
    the reader's language if there is one, whose page says where it is sold; else only their photos.
    No query without products."""
    if not owners:
        return {}
    listed = Listing.objects.filter(product_id__in=owners, language=language).order_by("-pk")
    found: dict[int, Listed] = {row.product_id: row for row in listed}
    if left := owners - found.keys():
        found |= {pk: Unlisted(photos) for pk, photos in photos_of(left).items()}
    return found
