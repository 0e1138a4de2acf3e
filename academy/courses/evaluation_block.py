"""An evaluation within a lesson: what it is, and the way to it."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from academy.evaluations.models import Evaluation
from academy.evaluations.pages import count_questions
from academy.evaluations.standing import evaluation_for
from cms.content.blocks import KeyBlock
from cms.content.blocks.base import Section
from cms.page_cache import freshness
from markets.lookup import current_edition, language_of

from .outline import Part


def evaluation_tag(key: UUID | str) -> str:
    """The cache tag of what lessons show of an evaluation."""
    return f"evaluation:{key}"


def evaluation_choices() -> list[tuple[str, str]]:
    """Each evaluation once, by the title of the language that comes first."""
    titles: dict[str, str] = {}
    for key, title in Evaluation.objects.order_by("title", "pk").values_list(
        "translation_key", "title"
    ):
        titles.setdefault(str(key), title)
    return list(titles.items())


class EvaluationBlock(Section):
    """Everybody who is enrolled in the course may take the evaluation."""

    evaluation = KeyBlock(choices=evaluation_choices, label=_("Evaluation"))
    required = blocks.BooleanBlock(
        required=False, default=True, label=_("The lesson is finished once it is passed")
    )

    @staticmethod
    def part_of(block_id: str, value: dict) -> Part | None:
        if not value.get("evaluation"):
            return None
        required = bool(value.get("required"))
        return Part(block_id, "evaluation", required=required, subject=value["evaluation"])

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        context["shown"] = _shown(value["evaluation"])
        return context

    class Meta:
        template = "courses/blocks/evaluation.html"
        icon = "help"
        label = _("Evaluation")


def _shown(key: str) -> dict | None:
    """What a lesson says of an evaluation; None for one that is not published. A query or two."""
    freshness.depends_on(evaluation_tag(key))
    try:
        found = evaluation_for(UUID(key), language_of(current_edition()))
    except (Evaluation.DoesNotExist, ValueError):
        return None
    return {
        "title": found.title,
        "intro": found.intro,
        "questions": count_questions(found),
        "minutes": found.time_limit,
        "pass_mark": found.pass_mark,
        "attempts": found.attempts_allowed,
        "url": reverse("evaluations:start", args=[key]),
    }
