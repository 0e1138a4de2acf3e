"""The back office's view to assign a course to people, or to invite them."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from people.private import private_view

from .assigning import Assigned, NotPossible, assign
from .desk_forms import AssignForm
from .models import Enrolment

ASSIGN = "progress.assign_course"


@private_view
class AssignView(WagtailAdminTemplateMixin, View):
    """GET asks for a course and people; POST assigns it. Lines that name nobody, or somebody whom
    the course is not for, stay in the form and are named; the others are done."""

    http_method_names = ["get", "head", "post"]
    template_name = "progress/admin/assign.html"
    header_icon = "user"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(ASSIGN):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Assign a course")

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("learners:index"), "label": _("Learners")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get(self, request):
        return self.show(AssignForm(initial={"course": request.GET.get("course")}))

    def post(self, request):
        form = AssignForm(request.POST)
        if not form.is_valid():
            return self.show(form, status=422)
        data = form.cleaned_data
        try:
            done = assign(
                course=data["course"],
                people=form.people(),
                by=request.user,
                due_on=data["due_on"],
                origin=data["origin"],
            )
        except NotPossible as refused:
            form.add_error("course", refused.message)
            return self.show(form, status=422)
        messages.success(
            request, " ".join(said(done, invited=data["origin"] == Enrolment.Origin.INVITED))
        )
        left_out = [line for line, key in form.lines.people.items() if key in done.left_out]
        if form.lines.unknown or left_out:
            return self.show(self.with_bad_lines(form, left_out), status=422)
        return HttpResponseRedirect(reverse("learners:index"))

    def with_bad_lines(self, form: AssignForm, left_out: list[str]) -> AssignForm:
        """The form once more, with nothing but the lines that are still to be corrected."""
        bad = [*form.lines.unknown, *left_out]
        data = form.data.copy()
        data["typed"] = "\n".join(bad)
        for name in ("group", "zone", "leader"):
            data[name] = ""
        again = AssignForm(data)
        again.is_valid()
        for line in form.lines.unknown:
            text = _("%(line)s: no one has this address or code.")
            again.add_error("typed", text % {"line": line})
        for line in left_out:
            text = _("%(line)s: has no account, or the course is not for them.")
            again.add_error("typed", text % {"line": line})
        return again

    def show(self, form, *, status: int = 200):
        context = self.get_context_data(form=form, media=form.media)
        return TemplateResponse(self.request, self.template_name, context, status=status)


def said(done: Assigned, *, invited: bool = False) -> list[str]:
    """What assigning did, in sentences."""
    if invited:
        new = ngettext("%(count)d person is invited.", "%(count)d people are invited.", done.new)
    else:
        new = ngettext(
            "The course is assigned to %(count)d person.",
            "The course is assigned to %(count)d people.",
            done.new,
        )
    sentences = [new % {"count": done.new}]
    others = (
        (done.changed, _("With a new date: %(count)d.")),
        (done.same, _("In it already: %(count)d.")),
        (done.finished, _("Finished already: %(count)d.")),
        (
            len(done.left_out),
            _("Left out, as they have no account or the course is not for them: %(count)d."),
        ),
    )
    return sentences + [text % {"count": count} for count, text in others if count]
