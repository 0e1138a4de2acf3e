import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .base import DocumentBlock, LineBlock, PictureBlock, Section
from .block_cache import UNTIL_PUBLISHED

# Addresses of players that set no cookie before somebody presses play. Only these are framed
# (the content security policy names the same hosts).
PLAYERS = [
    (
        re.compile(
            r"^https://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:.*&)?v=|shorts/|embed/)|youtu\.be/)"
            r"(?P<id>[\w-]{6,20})"
        ),
        "https://www.youtube-nocookie.com/embed/{id}",
    ),
    (
        re.compile(r"^https://(?:www\.|player\.)?vimeo\.com/(?:video/)?(?P<id>\d{5,12})"),
        "https://player.vimeo.com/video/{id}?dnt=1",
    ),
]


def player_address(url: str) -> str:
    """The cookie-free player for a video's address; "" where the site is not known."""
    for pattern, player in PLAYERS:
        if match := pattern.match(url):
            return player.format(id=match["id"])
    return ""


class EmbedBlock(blocks.URLBlock):
    """A video on YouTube or Vimeo, by its address."""

    def clean(self, value):
        value = super().clean(value)
        if value and not player_address(value):
            raise ValidationError(_("Paste the address of a video on YouTube or Vimeo."))
        return value


class ImageBlock(Section):
    """One picture, as wide as its place, with its alternative text and perhaps a caption."""

    image = PictureBlock(label=_("Image"))
    alt = LineBlock(
        required=False,
        max_length=255,
        label=_("Alternative text"),
        help_text=_("What the picture shows. Leave empty if it only decorates."),
    )
    caption = LineBlock(required=False, max_length=255, label=_("Caption"))
    width = blocks.ChoiceBlock(
        choices=[("text", _("As wide as the text")), ("wide", _("As wide as the page"))],
        default="text",
        label=_("Width"),
    )

    class Meta:
        cached = UNTIL_PUBLISHED
        icon = "image"
        label = _("Image")
        template = "cms/blocks/image.html"


class GalleryPictureBlock(blocks.StructBlock):
    image = PictureBlock(label=_("Image"))
    alt = LineBlock(required=False, max_length=255, label=_("Alternative text"))
    caption = LineBlock(required=False, max_length=255, label=_("Caption"))

    class Meta:
        icon = "image"


class GalleryBlock(Section):
    title = LineBlock(required=False, max_length=120, label=_("Title"))
    pictures = blocks.ListBlock(GalleryPictureBlock(), min_num=1, max_num=24, label=_("Pictures"))

    class Meta:
        cached = UNTIL_PUBLISHED
        icon = "image"
        label = _("Gallery")
        template = "cms/blocks/gallery.html"


class VideoValue(blocks.StructValue):
    @property
    def player(self) -> str:
        return player_address(self.get("address") or "")


class VideoBlock(Section):
    """A film of our own (MP4 or WebM, with subtitles) or one on a video site, without cookies."""

    title = LineBlock(
        max_length=120, label=_("Title"), help_text=_("Read aloud to those who cannot see it.")
    )
    film = blocks.StreamBlock(
        [("document", DocumentBlock(label=_("Video from our documents (MP4, WebM)")))],
        required=False,
        max_num=1,
        label=_("Video from documents"),
    )
    subtitles = blocks.StreamBlock(
        [("document", DocumentBlock(label=_("Subtitles (WebVTT)")))],
        required=False,
        max_num=1,
        label=_("Subtitles"),
    )
    address = EmbedBlock(required=False, label=_("Or its address on YouTube or Vimeo"))
    image = PictureBlock(required=False, label=_("Picture before it plays"))
    caption = LineBlock(required=False, max_length=255, label=_("Caption"))

    def check_whole(self, value) -> None:
        if bool(value["film"]) == bool(value["address"]):
            raise blocks.StructBlockValidationError(
                block_errors={
                    "address": ValidationError(
                        _("Choose a video from the documents or paste an address, not both.")
                    )
                }
            )

    class Meta:
        cached = UNTIL_PUBLISHED
        icon = "media"
        label = _("Video")
        template = "cms/blocks/video.html"
        value_class = VideoValue
