"""Photos of consultants: validate uploads, store them, and render them.

Uploads are re-encoded as JPEG, which removes metadata (GPS position, camera) and anything that is
no picture. File names cannot be guessed.
"""

import secrets
import warnings
from dataclasses import dataclass
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow
from PIL import ImageOps
from wagtail.images import get_image_model
from wagtail.images.exceptions import InvalidFilterSpecError
from wagtail.images.models import SourceImageIOError
from wagtail.models import Collection

MOST_BYTES = 8 * 1024 * 1024
SMALLEST = 320  # pixels, of the shorter side
MOST_PIXELS = 40_000_000
LARGEST = 1600  # pixels, of the longer side, as stored
FORMATS = ("JPEG", "PNG", "WEBP")
COLLECTION = "Consultants"

WIDTHS = (160, 480, 960)
SPECS = tuple(f"fill-{width}x{width}|format-webp" for width in WIDTHS)
SHARE_SPEC = "fill-1200x630|format-jpeg"


@dataclass(frozen=True)
class Photo:
    """A valid photo: JPEG bytes, width and height in pixels."""

    content: bytes
    width: int
    height: int


def read(upload) -> Photo:
    """Read and re-encode an uploaded photo. Raises ValidationError with the reason."""
    if upload.size > MOST_BYTES:
        raise ValidationError(
            _("This file is larger than %(most)d MB. Choose a smaller one.")
            % {"most": MOST_BYTES // 1024 // 1024}
        )
    no_picture = ValidationError(_("Choose a photo: a JPEG, PNG or WebP file."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            upload.seek(0)
            with Pillow.open(upload, formats=FORMATS) as opened:
                width, height = opened.size
                if width * height > MOST_PIXELS:
                    raise ValidationError(
                        _("This photo has more than 40 megapixels. Choose a smaller one.")
                    )
                if min(width, height) < SMALLEST:
                    raise ValidationError(
                        _("This photo is too small: at least %(least)d pixels on each side.")
                        % {"least": SMALLEST}
                    )
                opened.draft("RGB", (LARGEST, LARGEST))
                picture = ImageOps.exif_transpose(opened)
                return _drawn_anew(picture)
    except ValidationError:
        raise
    except (OSError, SyntaxError, ValueError, Pillow.DecompressionBombError, Warning) as error:
        raise no_picture from error


def _drawn_anew(picture) -> Photo:
    if picture.mode in ("RGBA", "LA", "PA", "P"):
        picture = picture.convert("RGBA")
        ground = Pillow.new("RGBA", picture.size, "white")
        picture = Pillow.alpha_composite(ground, picture)
    picture = picture.convert("RGB")
    picture.thumbnail((LARGEST, LARGEST))
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=88, optimize=True)
    return Photo(buffer.getvalue(), *picture.size)


def keep(photo: Photo, *, title: str, user=None):
    """Store a photo in the consultants' collection, with the focal point where faces usually
    are."""
    # In portraits the face is in the upper half.
    return get_image_model().objects.create(
        title=title[:255],
        file=ContentFile(photo.content, name=f"consultant-{secrets.token_hex(12)}.jpg"),
        width=photo.width,
        height=photo.height,
        collection=collection(),
        uploaded_by_user=user,
        focal_point_x=photo.width // 2,
        focal_point_y=round(photo.height * 0.42),
        focal_point_width=round(photo.width * 0.6),
        focal_point_height=round(photo.height * 0.6),
    )


def collection() -> Collection:
    """The collection of consultants' photos; created when first needed."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=COLLECTION).first()
    return found or root.add_child(name=COLLECTION)


def find(pk):
    return get_image_model().objects.filter(pk=pk).first() if pk else None


def picture(image, *, alt: str) -> dict | None:
    """A photo as context for components; None if its file is missing."""
    renditions = _renditions(image, *SPECS)
    if not renditions:
        return None
    # Renditions are not enlarged: a small original has one file for two widths.
    unique = {one.width: one for one in renditions}
    middle = renditions[1]
    return {
        "src": middle.url,
        "srcset": ", ".join(f"{one.url} {width}w" for width, one in sorted(unique.items())),
        "width": middle.width,
        "height": middle.height,
        "alt": alt,
    }


def share_address(image) -> str:
    """The URL of the photo for link previews on other sites (Open Graph). A path if it is stored on
    this site, so that the stored value does not depend on the host name."""
    renditions = _renditions(image, SHARE_SPEC)
    return renditions[0].url if renditions else ""


def _renditions(image, *specs: str) -> list:
    try:
        found = image.get_renditions(*specs)
        return [found[spec] for spec in specs]
    except (SourceImageIOError, InvalidFilterSpecError, OSError):
        return []
