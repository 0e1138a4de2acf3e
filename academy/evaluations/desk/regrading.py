"""Scoring a question's answers again: what it would touch, a reason, and once more "yes"."""

from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from background.outbox import queue
from people.private import private_view

from .. import services
from ..models import AttemptQuestion, Question, Regrading
from ..tasks import regrade_many
from .forms import RegradeForm

REGRADE = "evaluations.regrade"
# So many attempts are scored while one waits; more are left to the worker.
AT_ONCE = 1000


@private_view
class RegradeView(WagtailAdminTemplateMixin, TemplateView):
    """GET asks how and why; the first POST names what it touches, the second one does it."""

    template_name = "evaluations/admin/regrade.html"
    page_title = gettext_lazy("Score the answers again")
    header_icon = "resubmit"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(REGRADE):
            raise PermissionDenied
        self.question = get_object_or_404(Question.objects, pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return str(self.question)

    def get_breadcrumbs_items(self):
        bank = Question.snippet_viewset.get_url_name("list")
        return [
            *self.breadcrumbs_items,
            {"url": reverse(bank), "label": _("Questions")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        key = self.question.translation_key
        shown = AttemptQuestion.objects.asked(key).filter(attempt__answers_kept=True)
        return super().get_context_data(
            question=self.question,
            shown=shown.exclude(attempt__state="expired").count(),
            history=Regrading.objects.filter(question_key=key).select_related("by")[:20],
            back_url=reverse(Question.snippet_viewset.get_url_name("list")),
            **({"form": RegradeForm()} | kwargs),
        )

    def post(self, request, pk):
        form = RegradeForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        key, act = self.question.translation_key, form.cleaned_data
        try:
            count = services.check_regrade(question_key=key, rule=act["rule"], reason=act["reason"])
            token = _token(request.POST.get("confirmed", ""))
            if token is None:
                context = self.get_context_data(form=form, token=uuid4())
                return self.render_to_response(context)
            if count > AT_ONCE:
                queue(
                    regrade_many,
                    token=str(token),
                    question_key=str(key),
                    user_id=request.user.pk,
                    **act,
                )
                messages.success(
                    request, _("The answers are being scored. It stands below once it is done.")
                )
                return HttpResponseRedirect(request.path)
            done = services.regrade(token=token, question_key=key, by=request.user, **act)
        except services.CannotRegrade as refused:
            form.add_error(None, str(refused))
            return self.render_to_response(self.get_context_data(form=form))
        answers = done.answers.count()
        messages.success(
            request,
            ngettext(
                "%(count)d answer was scored again.",
                "%(count)d answers were scored again.",
                answers,
            )
            % {"count": answers},
        )
        return HttpResponseRedirect(request.path)


def _token(text: str) -> UUID | None:
    """The name of the act that the second page was drawn with; None for the first page."""
    try:
        return UUID(text)
    except ValueError:
        return None
