"""What editors fill in: the content of a question, and the sections of an evaluation."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from cms.content.blocks.base import LineBlock, TextareaBlock

from .kinds import all_kinds

DIFFICULTIES = [("easy", _("Easy")), ("medium", _("Medium")), ("hard", _("Hard"))]


class QuestionBlocks(blocks.StreamBlock):
    """One block of the kinds that apps register: the question is of that kind."""

    def __init__(self, local_blocks=None, **kwargs):
        kinds = [(code, kind.block()) for code, kind in all_kinds().items()]
        super().__init__([*(local_blocks or []), *kinds], **kwargs)

    class Meta:
        min_num = 1
        max_num = 1


class PointsBlock(blocks.DecimalBlock):
    def __init__(self, **kwargs):
        kwargs = {"label": _("Points"), "default": Decimal(1), "max_digits": 5} | kwargs
        super().__init__(
            min_value=Decimal("0.01"), max_value=Decimal(100), decimal_places=2, **kwargs
        )


class AskedBlock(blocks.StructBlock):
    question = SnippetChooserBlock("evaluations.Question", label=_("Question"))
    points = PointsBlock()

    class Meta:
        icon = "help"
        label = _("Question")


class SectionBlock(blocks.StructBlock):
    title = LineBlock(required=False, max_length=120, label=_("Title"))
    text = TextareaBlock(required=False, max_length=1000, label=_("Text"))


class FixedSectionBlock(SectionBlock):
    questions = blocks.ListBlock(AskedBlock(), min_num=1, max_num=100, label=_("Questions"))

    class Meta:
        icon = "list-ol"
        label = _("Chosen questions")


class RandomSectionBlock(SectionBlock):
    topic = SnippetChooserBlock("evaluations.QuestionTopic", label=_("Topic"))
    difficulty = blocks.ChoiceBlock(
        choices=DIFFICULTIES,
        required=False,
        label=_("Difficulty"),
        help_text=_("Leave empty for any."),
    )
    count = blocks.IntegerBlock(
        min_value=1, max_value=100, default=5, label=_("How many questions")
    )
    points = PointsBlock(label=_("Points for each"))

    class Meta:
        icon = "resubmit"
        label = _("Questions drawn at random")


class EvaluationBlocks(blocks.StreamBlock):
    fixed = FixedSectionBlock()
    random = RandomSectionBlock()

    class Meta:
        min_num = 1
        max_num = 20
