"""What stays in an uploaded picture: the picture.

Place, time, camera, names and comments are taken out, and what stands behind the end of the file.
Pixels, colour profile and the direction that is up stay as they are; the formats that photos
come in (JPEG, PNG, WebP) are not compressed anew.
"""

import secrets
import struct
import zlib
from io import BytesIO
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow

ORIENTATION = 0x0112
LONGEST_STEM = 50


def cleaned_upload(upload: UploadedFile) -> UploadedFile:
    """The upload without traces, under a name that nobody guesses: pictures of drafts lie where
    anybody can ask for them."""
    data = _read(upload)
    content = without_traces(data)
    path = PurePath(upload.name)
    stem = slugify(path.stem)[:LONGEST_STEM].strip("-") or "picture"
    name = f"{stem}-{secrets.token_hex(8)}{path.suffix.lower()}"
    return InMemoryUploadedFile(
        BytesIO(content), None, name, upload.content_type, len(content), None
    )


def clean_before_storing(field_file) -> None:
    """The same for a file field that is about to be stored, name kept: for what no form saw."""
    if not field_file or field_file._committed:
        return
    data = _read(field_file.file)
    content = without_traces(data)
    if content != data:
        field_file.file = ContentFile(content, name=field_file.name)


def _read(file) -> bytes:
    file.seek(0)
    data = file.read()
    file.seek(0)
    return data


def without_traces(data: bytes) -> bytes:
    """The bytes of a picture without what was noted in it. What is no picture comes back as it
    is: others say so. Raises ValidationError for a picture too broken to be read through."""
    try:
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data.startswith(PNG):
            return _png(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
        if data[:4] == b"GIF8" or data[4:12] in (b"ftypavif", b"ftypavis"):
            return _drawn_anew(data)
    except (struct.error, IndexError, ValueError, OSError, SyntaxError) as error:
        raise ValidationError(
            _("This picture is damaged. Save it again, or choose another.")
        ) from error
    return data


# --- JPEG: segments -------------------------------------------------------------------

FRAME, SOS, EOI = 0xE0, 0xDA, 0xD9
ALONE = {0x01, *range(0xD0, 0xD8)}


def _jpeg(data: bytes) -> bytes:
    kept, at, direction = [b"\xff\xd8"], 2, _direction(data)
    while at < len(data):
        if data[at] != 0xFF:
            raise ValueError("no marker where one begins")
        marker = data[at + 1]
        if marker == 0xFF:  # a filling byte
            at += 1
            continue
        if marker == EOI:
            break
        if marker in ALONE:
            kept.append(data[at : at + 2])
            at += 2
            continue
        end = at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker == SOS:
            end = _end_of_scan(data, end)
        if marker != FRAME:
            # The frame's segment is the first in every file.
            kept.append(direction)
            direction = b""
        if _is_of_the_picture(marker, data[at + 4 : at + 16]):
            kept.append(data[at:end])
        at = end
    return b"".join([*kept, b"\xff\xd9"])


def _end_of_scan(data: bytes, at: int) -> int:
    """Where the next marker after the packed pixels stands."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        following = data[at + 1]
        if following and following not in ALONE and following != 0xFF:
            return at
        at += 1 if following == 0xFF else 2


def _is_of_the_picture(marker: int, start: bytes) -> bool:
    if marker == 0xFE:  # a comment
        return False
    if 0xE0 <= marker <= 0xEF:
        # The frame, the colour profile, how colours are packed.
        return start.startswith((b"JFIF\0", b"ICC_PROFILE\0", b"Adobe"))
    return True


def _direction(data: bytes) -> bytes:
    """A segment that says which side is up and nothing else; empty where it says nothing."""
    with Pillow.open(BytesIO(data)) as picture:
        turned = picture.getexif().get(ORIENTATION, 1)
    if turned not in range(2, 9):
        return b""
    tags = b"Exif\0\0MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, turned, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(tags) + 2) + tags


# --- PNG and WebP: chunks -------------------------------------------------------------

PNG = b"\x89PNG\r\n\x1a\n"
PNG_NOTES = (b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME")


def _png(data: bytes) -> bytes:
    kept, at = [PNG], len(PNG)
    with Pillow.open(BytesIO(data)) as picture:
        turned = picture.getexif().get(ORIENTATION, 1)
    while True:
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        chunk = data[at : at + 12 + length]
        if len(chunk) < 12 + length:
            raise ValueError("cut off")
        if kind == b"IDAT" and turned in range(2, 9):
            kept.append(_png_direction(turned))
            turned = 1
        if kind not in PNG_NOTES:
            kept.append(chunk)
        if kind == b"IEND":
            return b"".join(kept)
        at += len(chunk)


def _png_direction(turned: int) -> bytes:
    tags = b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, turned, 0, 0)
    body = b"eXIf" + tags
    return struct.pack(">I", len(tags)) + body + struct.pack(">I", zlib.crc32(body))


WEBP_NOTES = {b"EXIF": 0x08, b"XMP ": 0x04}


def _webp(data: bytes) -> bytes:
    kept, at = [], 12
    end = 8 + struct.unpack("<I", data[4:8])[0]
    while at + 8 <= min(end, len(data)):
        kind, length = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + 8])[0]
        chunk = data[at : at + 8 + length + length % 2]
        if kind == b"VP8X":
            # Says what follows: no notes from now on.
            flags = chunk[8] & ~sum(WEBP_NOTES.values())
            chunk = chunk[:8] + bytes([flags]) + chunk[9:]
        if kind not in WEBP_NOTES:
            kept.append(chunk)
        at += len(chunk)
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


# --- The rest: drawn anew, where there is something to take out ------------------------


def _drawn_anew(data: bytes) -> bytes:
    with Pillow.open(BytesIO(data)) as picture:
        noted = picture.getexif() or any(
            picture.info.get(name) for name in ("exif", "xmp", "comment")
        )
        if not noted and b"XMP DataXMP" not in data:
            return data
        for name in ("exif", "xmp", "comment"):
            picture.info.pop(name, None)
        options = {"quality": 90, "exif": b"", "xmp": b""} if picture.format == "AVIF" else {}
        buffer = BytesIO()
        picture.save(buffer, picture.format, save_all=True, **options)
        return buffer.getvalue()
