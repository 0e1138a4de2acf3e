"""Which documents are taken: by what is in them, never by what they are called."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LOOKED_AT = 4096
SUBTITLES = re.compile(r"\ufeff?WEBVTT(?:[ \t\r\n]|$)")


@dataclass(frozen=True)
class Kind:
    """``extension``: the only one that such a file may have, and one of WAGTAILDOCS_EXTENSIONS.
    ``is_it``: asked with its start."""

    extension: str
    is_it: Callable[[bytes], bool]


def _is_subtitles(start: bytes) -> bool:
    try:
        # The piece may end within a letter.
        text = codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return False
    return "\0" not in text and SUBTITLES.match(text) is not None


def _is_mp3(start: bytes) -> bool:
    """By its tag, or by the first frame: eleven ones, layer III."""
    if start.startswith(b"ID3"):
        return True
    return len(start) > 2 and start[0] == 0xFF and start[1] & 0xE6 == 0xE2


KINDS = (
    Kind("pdf", lambda start: start.startswith(b"%PDF-")),
    Kind("mp3", _is_mp3),
    Kind("m4a", lambda start: start[4:12] in (b"ftypM4A ", b"ftypM4B ")),
    Kind("mp4", lambda start: start[4:8] == b"ftyp"),
    Kind(
        "webm",
        lambda start: start.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in start[:64],
    ),
    Kind("vtt", _is_subtitles),
)


def kind_of(file) -> Kind | None:
    """What an open file is by its content; None for what is not taken. Leaves it at its start."""
    file.seek(0)
    start = file.read(LOOKED_AT)
    file.seek(0)
    return next((kind for kind in KINDS if kind.is_it(start)), None)


def check(file) -> None:
    """Raises ValidationError with a sentence for people: not a kind that is taken, or called by
    the name of another kind."""
    kind = kind_of(file)
    if kind is None:
        raise ValidationError(
            _(
                "Choose a PDF, a video (MP4 or WebM), an audio file (MP3 or M4A) or subtitles "
                "(WebVTT)."
            )
        )
    if PurePath(file.name).suffix.lower() != f".{kind.extension}":
        raise ValidationError(
            _("The name of this file must end in .%(extension)s, for that is what it is.")
            % {"extension": kind.extension}
        )
