"""Attempts: the list, one of them with all answers, and grading by hand."""

import django_filters
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from cms.back_office import menu
from cms.back_office.start_page import Waiting
from people.private import private_view

from .. import services
from ..kinds import all_kinds
from ..models import Attempt, Evaluation
from ..models.attempts import State
from ..showing import Card
from ..templatetags.evaluations import percent
from .forms import GradeForm

VIEW, GRADE = "evaluations.view_attempt", "evaluations.change_attempt"


class OnlyGraded(ModelPermissionPolicy):
    """Learners make attempts; staff read and grade them."""

    def user_has_permission(self, user, action):
        return action in ("view", "change") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


register_permission_policy(Attempt, OnlyGraded(Attempt))


class AttemptFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=gettext_lazy("State"), choices=State.choices)
    passed = django_filters.BooleanFilter(label=gettext_lazy("Passed"))
    evaluation = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Evaluation"),
        queryset=Evaluation.objects.select_related("locale"),
        method="of_evaluation",
    )

    class Meta:
        model = Attempt
        fields = []

    def of_evaluation(self, rows, name, value):
        """In every language."""
        return rows.at(value.translation_key)


class AttemptIndexView(generic.IndexView):
    any_permission_required = ["view"]

    def get_base_queryset(self):
        return super().get_base_queryset().real().select_related("person")


class AttemptViewSet(ModelViewSet):
    model = Attempt
    name = "evaluation_attempts"
    url_prefix = "evaluation-attempts"
    icon = "form"
    menu_label = gettext_lazy("Attempts")
    menu_hook = menu.ACADEMY
    menu_order = 63
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = AttemptIndexView
    filterset_class = AttemptFilterSet
    form_fields = ["title"]
    search_fields = ["title", "person__first_name", "person__last_name", "person__email"]
    search_backend_name = None
    list_per_page = 50
    ordering = ["-started_at", "-pk"]
    list_display = [
        TitleColumn("person", label=gettext_lazy("Person"), url_name="evaluation_attempts:detail"),
        Column("title", label=gettext_lazy("Evaluation"), sort_key="title"),
        Column("number", label=gettext_lazy("Attempt"), sort_key="number"),
        StatusTagColumn(
            lambda attempt: attempt.get_state_display(),
            label=gettext_lazy("State"),
            primary=lambda attempt: attempt.state == State.TO_BE_GRADED,
        ),
        Column(
            "score",
            label=gettext_lazy("Score"),
            accessor=lambda attempt: percent(attempt.score) or "–",
            sort_key="score",
        ),
        DateColumn("handed_in_at", label=gettext_lazy("Handed in"), sort_key="handed_in_at"),
    ]
    export_filename = "attempts"
    list_export = [
        "title",
        "person",
        "number",
        "language",
        "started_at",
        "handed_in_at",
        "state",
        "score",
        "passed",
    ]

    @cached_property
    def _edit_handler(self):
        return None

    def get_form_class(self, for_update=False):
        return None

    def get_common_view_kwargs(self, **kwargs):
        nowhere = ("add_url_name", "edit_url_name", "delete_url_name", "history_url_name")
        common = super().get_common_view_kwargs(**kwargs)
        return common | {name: None for name in (*nowhere, "usage_url_name")}

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", AttemptView.as_view(), name="detail"),
        ]

    def register_admin_url_finder(self):
        """None: nothing that editors write leads to an attempt."""


@private_view
class AttemptView(WagtailAdminTemplateMixin, TemplateView):
    """All answers of an attempt; a POST grades one of them."""

    template_name = "evaluations/admin/attempt.html"
    page_title = gettext_lazy("Attempt")
    header_icon = "form"

    def dispatch(self, request, *args, **kwargs):
        if not (request.user.has_perm(VIEW) or request.user.has_perm(GRADE)):
            raise PermissionDenied
        rows = Attempt.objects.select_related("person", "evaluation")
        self.attempt = get_object_or_404(rows, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return f"{self.attempt.person} · {self.attempt}"

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("evaluation_attempts:index"), "label": _("Attempts")},
            {"url": "", "label": self.get_page_subtitle()},
        ]

    def get_context_data(self, *, form: GradeForm | None = None, **kwargs):
        # What is being answered is nobody else's yet.
        closed = not self.attempt.is_open and self.attempt.answers_kept
        answers = self.attempt.questions.select_related("graded_by").all() if closed else []
        return super().get_context_data(
            attempt=self.attempt,
            rows=[self._row(answer, form) for answer in answers if answer.kind in all_kinds()],
            may_see_person=self.request.user.has_perm("people.view_person"),
            **kwargs,
        )

    def _row(self, answer, form: GradeForm | None) -> dict:
        card = Card(answer, answer.position, {}, points=answer.points, answer=answer.answer)
        row = {"answer": answer, "card": card, "form": None}
        if self._is_gradable(answer):
            mine = form is not None and form.prefix == f"answer-{answer.position}"
            row["form"] = form if mine else GradeForm(answer=answer)
        return row

    def _is_gradable(self, answer) -> bool:
        return (
            all_kinds()[answer.kind].by_hand
            and answer.answer is not None
            and self.attempt.state in (State.TO_BE_GRADED, State.GRADED)
            and self.request.user.has_perm(GRADE)
        )

    def post(self, request, pk):
        if not request.user.has_perm(GRADE):
            raise PermissionDenied
        position = request.POST.get("position", "")
        answer = self.attempt.questions.filter(
            position=int(position) if position.isdecimal() and len(position) < 5 else 0
        ).first()
        if answer is None or answer.kind not in all_kinds() or not self._is_gradable(answer):
            raise Http404
        form = GradeForm(request.POST, answer=answer)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            graded = services.grade_by_hand(
                answer=answer,
                points=form.points,
                remark=form.cleaned_data["remark"],
                by=request.user,
            )
        except (services.CannotGrade, ValidationError):
            messages.error(request, _("It was changed meanwhile. Look at it again."))
            return HttpResponseRedirect(request.path)
        if graded.state == State.GRADED:
            messages.success(
                request,
                _("Graded: the result is %(score)s.") % {"score": percent(graded.score)},
            )
        else:
            messages.success(request, _("Graded. Other answers of this attempt still wait."))
        return HttpResponseRedirect(request.path)


def may_grade(user) -> bool:
    return user.has_perm(GRADE)


def answers_to_grade(request) -> list[Waiting]:
    """For the start page: attempts that wait for a person."""
    count = Attempt.objects.real().to_be_graded().count()
    url = f"{reverse('evaluation_attempts:index')}?state={State.TO_BE_GRADED}"
    return [Waiting(count, gettext_lazy("Evaluations to grade"), url)]
