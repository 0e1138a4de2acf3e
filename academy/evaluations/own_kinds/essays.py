"""Long text, graded by a person who looks at it by a list of criteria."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.content.blocks import LineBlock

from ..kinds import QuestionKind
from .typed import clean_text

MOST_CHARACTERS = 20_000


class CriterionBlock(blocks.StructBlock):
    text = LineBlock(max_length=200, label=_("What counts"))
    points = blocks.IntegerBlock(min_value=1, max_value=100, default=1, label=_("Most points"))

    class Meta:
        icon = "list-ul"
        label = _("Criterion")


class LongTextBlock(blocks.StructBlock):
    rubric = blocks.ListBlock(
        CriterionBlock(),
        min_num=1,
        max_num=12,
        label=_("Rubric"),
        help_text=_("What whoever grades it looks at, and how much each counts."),
    )

    class Meta:
        icon = "pilcrow"
        label = _("Long text")


class LongText(QuestionKind):
    code, name, icon = "long_text", _("Long text, graded by a person"), "pilcrow"
    by_hand = True
    is_typed = True
    template_name = "evaluations/kinds/text.html"

    def block(self):
        return LongTextBlock()

    def show(self, value, *, rng, shuffled):
        return {"most_characters": MOST_CHARACTERS}, self._key(value)

    def rekey(self, value, *, shown, key):
        return key

    def _key(self, value) -> dict:
        return {"rubric": [dict(criterion) for criterion in value["rubric"]]}

    def clean(self, answer, *, shown):
        return clean_text(answer, shown["most_characters"])

    def describe(self, answer, *, shown):
        return [answer] if answer else []

    def right(self, *, shown, key):
        return []

    def context(self, answer, *, shown):
        return {"answer": answer or "", "most_characters": shown["most_characters"]}
