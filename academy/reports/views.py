"""The report, and its files."""

import gzip

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from people.private import private_view

from . import figures
from .forms import ReportForm
from .models import ReportExport
from .services import NotPossible, ask_for

LOOK = "progress.view_enrolment"
# Of a table by sponsor there may be thousands; a file has them all.
MOST_SHOWN = 50
TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/x-ndjson",
}


class LookersOnly:
    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(LOOK):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


@private_view
class ReportView(LookersOnly, WagtailAdminTemplateMixin, View):
    """GET shows the report, narrowed by its form; POST asks for a file (``kind``) of it."""

    http_method_names = ["get", "head", "post"]
    template_name = "academy_reports/report.html"
    header_icon = "table"

    def get_page_title(self):
        return _("How courses go")

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request):
        form = ReportForm(request.GET)
        if not form.is_valid():
            return self.show(form, status=422)
        rows, way = form.rows(), form.by_way
        courses = figures.table(rows, figures.BY_COURSE)
        figures.add_certificates(courses, rows)
        others = [] if way == figures.BY_COURSE else figures.table(rows, way)
        course = form.cleaned_data["course"]
        whole = figures.total(courses)
        return self.show(
            form,
            courses=courses,
            total=whole,
            others=others[:MOST_SHOWN],
            others_left=max(0, len(others) - MOST_SHOWN),
            way=dict(figures.WAYS)[way],
            lessons=figures.lessons(
                course, rows, of=whole.enrolled, is_whole=not form.narrows_people
            )
            if course
            else [],
        )

    def post(self, request):
        form = ReportForm(request.POST)
        kind = request.POST.get("kind", "")
        if not form.is_valid() or kind not in ReportExport.Kind.values:
            return self.show(form, status=422)
        try:
            ask_for(kind=kind, form=form, by=request.user)
        except NotPossible as refused:
            messages.error(request, refused.message)
        else:
            messages.success(request, _("The file is being written. It appears below."))
        asked = {name: form.data.get(name, "") for name in form.fields}
        asked = {name: value for name, value in asked.items() if value}
        address = reverse("academy_report:index")
        return HttpResponseRedirect(f"{address}?{urlencode(asked)}#files" if asked else address)

    def show(self, form, *, status: int = 200, **context):
        exports = ReportExport.objects.filter(by=self.request.user).defer("content")
        context = self.get_context_data(
            form=form,
            media=form.media,
            exports=exports[:10],
            kinds=ReportExport.Kind.choices,
            asked=[(name, form.data.get(name, "")) for name in form.fields],
            **context,
        )
        return TemplateResponse(self.request, self.template_name, context, status=status)


def _own(request, pk: int):
    """Somebody's own file; 404 for everybody else's."""
    return get_object_or_404(ReportExport.objects.filter(by=request.user), pk=pk)


@private_view
class ProgressView(LookersOnly, View):
    """``<pk>/progress/``: how far a file is, as JSON."""

    http_method_names = ["get", "head"]

    def get(self, request, pk):
        export = _own(request, pk)
        return JsonResponse({"percent": export.percent, "done": export.finished_at is not None})


@private_view
class FileView(LookersOnly, View):
    """``<pk>/file/``"""

    http_method_names = ["get", "head"]

    def get(self, request, pk):
        export = _own(request, pk)
        if export.finished_at is None:
            raise Http404
        content = gzip.decompress(bytes(export.content))
        response = HttpResponse(content, content_type=TYPES[export.kind])
        day = timezone.localdate(export.created_at)
        response["Content-Disposition"] = f'attachment; filename="academy-{day}.{export.kind}"'
        return response
