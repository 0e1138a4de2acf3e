"""What lessons and courses are made of, beside the blocks of every page.

A block in which somebody does something has ``part_of(block_id, value)``: the ``outline.Part`` by
which ``progress`` keeps what they did.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from cms.content import blocks as cms_blocks
from cms.content.blocks.base import RICH_TEXT_FEATURES, DocumentBlock, LineBlock, Section
from cms.content.blocks.media import VideoBlock
from corporate.product_block import ProductCardsBlock

from .evaluation_block import EvaluationBlock
from .outline import Part


class FilmBlock(VideoBlock):
    """A film of the lesson, with what is said in it to read."""

    transcript = blocks.RichTextBlock(
        features=["h3", "bold", "italic", "ul", "ol"],
        required=False,
        label=_("Transcript"),
        help_text=_("What is said and shown, to read, search and print."),
    )
    share = blocks.IntegerBlock(
        default=0,
        min_value=0,
        max_value=100,
        label=_("Percent to watch"),
        help_text=_(
            "How much of it must be watched before the lesson is finished; 0 for none. Only films "
            "from our documents can be measured."
        ),
    )

    def check_whole(self, value) -> None:
        super().check_whole(value)
        if value["share"] and not value["film"]:
            raise blocks.StructBlockValidationError(
                block_errors={
                    "share": ValidationError(_("Only films from our documents can be measured."))
                }
            )

    @staticmethod
    def part_of(block_id: str, value: dict) -> Part | None:
        if not value.get("film"):
            return None
        share = int(value.get("share") or 0)
        return Part(block_id, "film", required=bool(share), share=share)

    class Meta:
        template = "courses/blocks/film.html"
        cached = cms_blocks.UNTIL_PUBLISHED
        icon = "media"
        label = _("Film")


class AudioBlock(Section):
    title = LineBlock(max_length=120, label=_("Title"))
    sound = DocumentBlock(label=_("Sound from our documents (MP3, M4A)"))
    transcript = blocks.RichTextBlock(
        features=["h3", "bold", "italic", "ul", "ol"], required=False, label=_("Transcript")
    )

    class Meta:
        template = "courses/blocks/audio.html"
        cached = cms_blocks.UNTIL_PUBLISHED
        icon = "media"
        label = _("Audio")


class FileBlock(blocks.StructBlock):
    document = DocumentBlock(label=_("Document"))
    title = LineBlock(required=False, max_length=120, label=_("Title"))

    class Meta:
        icon = "doc-full"


class FilesBlock(Section):
    title = LineBlock(required=False, max_length=120, label=_("Title"))
    files = blocks.ListBlock(FileBlock(), min_num=1, label=_("Files"))

    class Meta:
        template = "courses/blocks/files.html"
        cached = cms_blocks.UNTIL_PUBLISHED
        icon = "doc-full"
        label = _("Files to keep")


class TipBlock(Section):
    title = LineBlock(required=False, max_length=80, label=_("Title"))
    text = blocks.RichTextBlock(features=["bold", "italic", "link", "ul", "ol"], label=_("Text"))
    tone = blocks.ChoiceBlock(
        choices=[
            ("tip", _("Tip")),
            ("remember", _("Remember")),
            ("caution", _("Take care")),
        ],
        default="tip",
        label=_("Kind"),
    )

    class Meta:
        template = "courses/blocks/tip.html"
        cached = cms_blocks.UNTIL_PUBLISHED
        icon = "info-circle"
        label = _("Tip")


class ChecklistBlock(Section):
    """Things to check off. What is checked is remembered for whoever is enrolled."""

    title = LineBlock(max_length=120, label=_("Title"))
    items = blocks.ListBlock(LineBlock(max_length=200), min_num=1, max_num=30, label=_("Items"))
    required = blocks.BooleanBlock(
        required=False, label=_("The lesson is finished once everything is checked")
    )

    @staticmethod
    def part_of(block_id: str, value: dict) -> Part | None:
        return Part(block_id, "checklist", required=bool(value.get("required")))

    class Meta:
        template = "courses/blocks/checklist.html"
        icon = "tasks"
        label = _("Checklist")


class AgreementBlock(Section):
    """A code of conduct or the like, which is confirmed. Who confirmed which words, and when, is
    kept."""

    title = LineBlock(max_length=120, label=_("Title"))
    text = blocks.RichTextBlock(features=RICH_TEXT_FEATURES, label=_("Text"))
    sentence = LineBlock(
        max_length=200,
        label=_("What is confirmed"),
        help_text=_("Such as: I have read the code of conduct and keep to it."),
    )

    @staticmethod
    def part_of(block_id: str, value: dict) -> Part | None:
        return Part(block_id, "agreement")

    class Meta:
        template = "courses/blocks/agreement.html"
        icon = "edit"
        label = _("Code of conduct to confirm")


class LessonBlocks(cms_blocks.PageBlocks):
    """What a lesson can be made of."""

    pages = "lesson"

    text = cms_blocks.TextBlock(group=pgettext_lazy("what editors write", "Texts"))
    tip = TipBlock(group=pgettext_lazy("what editors write", "Texts"))
    quote = cms_blocks.QuoteBlock(group=pgettext_lazy("what editors write", "Texts"))
    accordion = cms_blocks.AccordionBlock(group=pgettext_lazy("what editors write", "Texts"))
    features = cms_blocks.FeaturesBlock(group=pgettext_lazy("what editors write", "Texts"))
    image = cms_blocks.ImageBlock(group=_("Pictures"))
    gallery = cms_blocks.GalleryBlock(group=_("Pictures"))
    film = FilmBlock(group=_("Pictures"))
    audio = AudioBlock(group=_("Pictures"))
    files = FilesBlock(group=_("To do"))
    checklist = ChecklistBlock(group=_("To do"))
    agreement = AgreementBlock(group=_("To do"))
    evaluation = EvaluationBlock(group=_("To do"))
    products = ProductCardsBlock(group=_("More"))


class CourseBlocks(cms_blocks.PageBlocks):
    """What the page of a course tells beside its outline."""

    pages = "course"

    text = cms_blocks.TextBlock(group=pgettext_lazy("what editors write", "Texts"))
    features = cms_blocks.FeaturesBlock(group=pgettext_lazy("what editors write", "Texts"))
    accordion = cms_blocks.AccordionBlock(group=pgettext_lazy("what editors write", "Texts"))
    quote = cms_blocks.QuoteBlock(group=pgettext_lazy("what editors write", "Texts"))
    image = cms_blocks.ImageBlock(group=_("Pictures"))
    video = cms_blocks.VideoBlock(group=_("Pictures"))


def products_in(stream) -> set[int]:
    """The keys of the products that an editor chose for a lesson, from the value of its body."""
    return {
        item["value"] if isinstance(item, dict) else item
        for block in stream.raw_data
        if block["type"] == "products"
        for item in block["value"].get("products") or []
    } - {None}


def parts_in(stream) -> tuple[Part, ...]:
    """What has to be done in a lesson, from the value of its body."""
    found = []
    kinds = stream.stream_block.child_blocks
    for block in stream.raw_data:
        part_of = getattr(kinds.get(block["type"]), "part_of", None)
        if part_of and (part := part_of(block["id"], block["value"])):
            found.append(part)
    return tuple(found)
