"""Pictures of posts: told by their content, drawn anew small, answered to whoever may read."""

from collections.abc import Iterable
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from .models import Member, Picture

MOST_PICTURES = 4
MOST_BYTES = 8 * 2**20
# A small file may be a picture as large as a house.
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1600
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")


def drawn_anew(upload) -> tuple[bytes, int, int]:
    """An upload as WebP with its size: nothing but the pixels is kept, of a moving picture the
    first. Raises ValidationError, in words for people."""
    if upload.size > MOST_BYTES:
        raise ValidationError(
            _("“%(name)s” is too large. A picture may have 8 MB at most.") % {"name": upload.name}
        )
    try:
        upload.seek(0)
        # By its content, whatever it is called; of these kinds alone.
        with Image.open(upload, formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise _no_picture(upload)
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture = ImageOps.exif_transpose(opened)
            has_alpha = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
            picture = picture.convert("RGBA" if has_alpha else "RGB")
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
        OSError,
        SyntaxError,
        ValueError,
    ) as error:
        raise _no_picture(upload) from error
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    # Notes of any kind stay behind: saved is a picture that never had some.
    plain = Image.new(picture.mode, picture.size)
    plain.paste(picture)
    buffer = BytesIO()
    plain.save(buffer, "WEBP", quality=82)
    return buffer.getvalue(), *plain.size


def _no_picture(upload) -> ValidationError:
    return ValidationError(
        _("“%(name)s” is not a picture that we can show. Choose a JPEG, PNG or WebP.")
        % {"name": upload.name}
    )


def keep(member: Member, drawn: Iterable[tuple[bytes, int, int]]) -> list[Picture]:
    """Store pictures for a post that is still to be written."""
    kept = []
    for content, width, height in drawn:
        picture = Picture(owner=member, width=width, height=height)
        picture.file.save("", ContentFile(content), save=False)
        picture.save()
        kept.append(picture)
    return kept


def gallery_of(pictures: Iterable[Picture]) -> list[list]:
    """What a post keeps of its pictures."""
    return [[str(one.public_id), one.width, one.height] for one in pictures]
