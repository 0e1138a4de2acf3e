"""How the questions of an evaluation work, for whoever writes them."""

from django.core.exceptions import PermissionDenied
from django.db.models import Avg, Count, Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from ..kinds import all_kinds
from ..models import Attempt, Evaluation
from ..statistics import FEWEST, ItemStatistics, item_statistics

VIEW = "evaluations.view_evaluation"
# Where a question begins to tell those who know from those who do not.
WELL = 0.2


def verdict(item: ItemStatistics) -> str:
    """What a trainer does with it, in a sentence; "" where nothing is to be done."""
    if item.answers < FEWEST:
        return _("Too few answers to say.")
    if item.discrimination is not None and item.discrimination < 0:
        return _("Those who know the rest miss it: check what is marked as right.")
    if item.difficulty > 0.95:
        return _("Nearly everyone knows it.")
    if item.difficulty < 0.2:
        return _("Hardly anyone knows it: check the words, or teach it better.")
    if item.discrimination is not None and item.discrimination < WELL:
        return _("It hardly tells apart who knows the rest and who does not.")
    return ""


class StatisticsView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "evaluations/admin/statistics.html"
    page_title = gettext_lazy("Statistics")
    header_icon = "history"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(VIEW):
            raise PermissionDenied
        self.evaluation = get_object_or_404(Evaluation.objects, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return str(self.evaluation)

    def get_breadcrumbs_items(self):
        listed = Evaluation.snippet_viewset.get_url_name("list")
        return [
            *self.breadcrumbs_items,
            {"url": reverse(listed), "label": _("Evaluations")},
            {"url": "", "label": f"{self.get_page_title()}: {self.evaluation}"},
        ]

    def get_context_data(self, **kwargs):
        key = self.evaluation.translation_key
        graded = Attempt.objects.at(key).real().graded()
        kinds = all_kinds()
        return super().get_context_data(
            evaluation=self.evaluation,
            totals=graded.aggregate(
                attempts=Count("pk"),
                people=Count("person", distinct=True),
                mean=Avg("score"),
                passed=Count("pk", filter=Q(passed=True)),
            ),
            items=[
                {
                    "item": item,
                    "kind": kinds[item.kind].name if item.kind in kinds else item.kind,
                    "difficulty": round(item.difficulty * 100),
                    "verdict": verdict(item),
                }
                for item in item_statistics(key)
            ],
            **kwargs,
        )
