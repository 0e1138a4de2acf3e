"""Product pictures as pages need them: WebP in several widths, plain values ready to store."""

import logging
from collections.abc import Iterable

from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError

from commerce.media.models import ProductPhoto

logger = logging.getLogger(__name__)

# Cards take up to 640, the product page the larger ones. Pictures are 4:5.
WIDTHS = (320, 480, 640, 960, 1280)
CARD_WIDTH = 480


def _spec(width: int) -> str:
    return f"fill-{width}x{width * 5 // 4}|format-webp|webpquality-82"


# Beside a shared link: what every messenger takes, in the form that they cut it to.
SHARE_SPEC = "fill-1200x630|format-jpeg"
SPECS = (*(_spec(width) for width in WIDTHS), SHARE_SPEC)


def specs_for(image) -> list[str]:
    """The widths a picture is large enough for, at least one: nothing is blown up. And the one
    for shared links."""
    largest = min(image.width, image.height * 4 // 5)
    widths = [_spec(width) for width in WIDTHS if width <= largest] or [_spec(WIDTHS[0])]
    return [*widths, SHARE_SPEC]


def photos_of(
    product_ids: Iterable[int], *, specs: Iterable[str] = SPECS
) -> dict[int, list[ProductPhoto]]:
    """Photos by product with images and their renditions in these ``specs``: three queries for any
    number of products."""
    found = photos_without_images(product_ids)
    read_images([photo for photos in found.values() for photo in photos], specs=specs)
    return found


def photos_without_images(product_ids: Iterable[int]) -> dict[int, list[ProductPhoto]]:
    """Photos by product, to choose among: one query. ``read_images`` completes the chosen ones."""
    found: dict[int, list[ProductPhoto]] = {}
    photos = ProductPhoto.objects.filter(product_id__in=list(product_ids))
    for photo in photos.order_by("sort_order", "pk"):
        found.setdefault(photo.product_id, []).append(photo)
    return found


def read_images(photos: Iterable[ProductPhoto], *, specs: Iterable[str] = SPECS) -> None:
    """Give photos their images with the renditions in these ``specs``: two queries. Another
    rendition of such an image is drawn anew each time it is asked for."""
    from wagtail.images import get_image_model

    photos = list(photos)
    images = {
        image.pk: image
        for image in get_image_model()
        .objects.filter(pk__in={photo.image_id for photo in photos})
        .prefetch_renditions(*specs)
    }
    for photo in photos:
        photo.image = images[photo.image_id]


def render(product_ids: Iterable[int]) -> None:
    """Draw the renditions that are missing. Slow, hence outside any transaction."""
    for photos in photos_of(product_ids).values():
        for photo in photos:
            _renditions(photo.image)


def _renditions(image) -> list:
    """All that a picture is shown in. Looked up once for each image that was read: products
    share pictures, languages do, and Wagtail takes a millisecond to recognize a rendition."""
    if not hasattr(image, "_listing_renditions"):
        image._listing_renditions = _look_up(image)
    return image._listing_renditions


def _look_up(image) -> list:
    try:
        return list(image.get_renditions(*specs_for(image)).values())
    except (SourceImageIOError, InvalidFilterSpecError, OSError) as error:
        # A picture whose file is lost must not take the product off the shelf.
        logger.warning("Image %s cannot be drawn: %s", image.pk, type(error).__name__)
        return []


def picture(image, alt: str) -> dict | None:
    """``{"src", "srcset", "width", "height", "alt"}``; None where the file cannot be read.

    ``src`` is of a card's size, for browsers that do not read ``srcset``.
    """
    renditions = _in_widths(image)
    if not renditions:
        return None
    main = max(
        (one for one in renditions if one.width <= CARD_WIDTH),
        default=renditions[0],
        key=lambda one: one.width,
    )
    return {
        "src": main.url,
        "srcset": ", ".join(f"{one.url} {one.width}w" for one in renditions),
        "width": main.width,
        "height": main.height,
        "alt": alt,
    }


def thumbnail(image) -> str:
    """The address of the smallest rendition, "" where there is none."""
    renditions = _in_widths(image)
    return renditions[0].url if renditions else ""


def share_picture(image) -> str:
    """The address of the one beside a shared link, "" where there is none."""
    return next((one.url for one in _renditions(image) if one.filter_spec == SHARE_SPEC), "")


# In a mail: JPEG, which every program shows, at twice the size for sharp screens.
MAIL_SPEC = "fill-128x160|format-jpeg|jpegquality-82"


def mail_picture(image) -> dict | None:
    """``{"src", "width", "height"}`` for a mail, where it takes 64 by 80; None where the file
    cannot be read. Draws it where it is missing: for work outside requests."""
    try:
        rendition = image.get_rendition(MAIL_SPEC)
    except (SourceImageIOError, InvalidFilterSpecError, OSError) as error:
        logger.warning("Image %s cannot be drawn: %s", image.pk, type(error).__name__)
        return None
    return {"src": rendition.url, "width": 64, "height": 80}


def _in_widths(image) -> list:
    """Those of a page, the smallest first."""
    found = [one for one in _renditions(image) if one.filter_spec != SHARE_SPEC]
    return sorted(found, key=lambda one: one.width)
