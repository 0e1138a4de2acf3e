"""Uploading a bank's statement, confirming its columns, and saying what its lines are."""

from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commerce.books.models import Statement, StatementLine
from commerce.books.statements import services
from commerce.books.statements.matching import suggest, waiting_transfers
from commerce.books.statements.reading import NotReadable, Table, read_table
from commerce.gateways.models import Payment
from commerce.orders.acting import NotPossible
from commerce.orders.forms import typed_number
from people.private import private_view

from ..access import AllowedOnly
from ..views.printing import is_id
from .forms import ColumnsForm, UploadForm, preferred_dates
from .rows import ASIDE, LineRow

AT_ONCE = 50


@private_view
class StatementScreen(AllowedOnly, WagtailAdminTemplateMixin, View):
    header_icon = "list-ul"
    may_look = staticmethod(services.may_read)
    may_act = staticmethod(services.may_confirm)
    step: str | Promise = ""

    def get_page_title(self):
        return _("Bank statements")

    def get_breadcrumbs_items(self):
        index = {"url": reverse("statements:index"), "label": self.get_page_title()}
        step = [{"url": "", "label": str(self.step)}] if self.step else []
        return [*self.breadcrumbs_items, index, *step]

    def show(self, *, status: int = 200, **context):
        acts = services.may_confirm(self.request.user)
        return TemplateResponse(
            self.request,
            self.template_name,
            self.get_context_data(may_confirm=acts, **context),
            status=status,
        )


class LinesView(StatementScreen):
    """Lines that nobody said yet what they are, each with what it may be; ``?state=done``: the
    others. POST takes ``line_<pk>``: a payment, or "aside"; ``number_<pk>``: an order, typed."""

    template_name = "order_desk/statements.html"
    http_method_names = ["get", "head", "post"]

    def get(self, request):
        return self.listed({})

    def listed(self, errors: dict[int, str]):
        is_done = self.request.GET.get("state") == "done"
        lines = StatementLine.objects.with_twins().select_related(*LineRow.RELATED)
        lines = lines.exclude(done_at=None) if is_done else lines.open()
        page = Paginator(lines, AT_ONCE).get_page(self.request.GET.get("p"))
        found = {} if is_done else suggest(list(page), waiting_transfers())
        return self.show(
            page=page,
            rows=[LineRow(line, found.get(line.pk, []), errors) for line in page],
            is_done=is_done,
            statements=Statement.objects.unread()[:5],
        )

    def post(self, request):
        errors: dict[int, str] = {}
        confirmed = aside = 0
        transfers = waiting_transfers()
        for line in self._chosen():
            try:
                if self._choice(line) == ASIDE and not self._typed(line):
                    services.set_aside(line=line, note=_("No order's money"), by=request.user)
                    aside += 1
                else:
                    payment = self._payment(line, transfers)
                    services.confirm_line(line=line, payment=payment, by=request.user)
                    confirmed += 1
            except NotPossible as refused:
                errors[line.pk] = refused.message
        if confirmed:
            said = ngettext(
                "%(count)d payment is recorded.", "%(count)d payments are recorded.", confirmed
            )
            messages.success(request, said % {"count": confirmed})
        if aside:
            said = ngettext("%(count)d line is set aside.", "%(count)d lines are set aside.", aside)
            messages.success(request, said % {"count": aside})
        if errors:
            messages.error(request, _("Some lines could not be confirmed: they say why."))
            return self.listed(errors)
        if not confirmed and not aside:
            messages.warning(request, _("Choose what at least one line is."))
        return HttpResponseRedirect(request.get_full_path())

    def _chosen(self) -> list[StatementLine]:
        """In the order of their keys: two clerks take their orders' rows one at a time."""
        keys = [name.partition("_")[2] for name in self.request.POST if name.startswith("line_")]
        lines = StatementLine.objects.filter(pk__in=[key for key in keys if is_id(key)])
        return [one for one in lines.order_by("pk") if self._choice(one) or self._typed(one)]

    def _choice(self, line: StatementLine) -> str:
        return self.request.POST.get(f"line_{line.pk}", "")

    def _typed(self, line: StatementLine) -> str:
        return self.request.POST.get(f"number_{line.pk}", "").strip()

    def _payment(self, line: StatementLine, transfers: list[Payment]) -> Payment:
        """The one that was chosen, or the transfer of the order whose number was typed. Raises
        NotPossible."""
        if typed := self._typed(line):
            number = typed_number(typed)
            found = [one for one in transfers if one.order.number == number]
        else:
            found = [one for one in transfers if str(one.pk) == self._choice(line)]
        if not found:
            raise NotPossible(_("No transfer of this order is awaited."))
        return found[0]


class UploadView(StatementScreen):
    template_name = "order_desk/statement_upload.html"
    http_method_names = ["get", "head", "post"]
    acts = True
    step = gettext_lazy("Upload a statement")

    def get(self, request):
        return self.show(form=UploadForm())

    def post(self, request):
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                statement = services.take_in(
                    name=file.name,
                    content=file.read(),
                    currency=form.cleaned_data["currency"],
                    by=request.user,
                )
            except NotReadable as refused:
                form.add_error("file", refused.message)
            else:
                return HttpResponseRedirect(reverse("statements:columns", args=[statement.pk]))
        return self.show(form=form, status=422)


class DiscardView(StatementScreen):
    """``<pk>/discard/``: a file whose lines were not read is forgotten."""

    http_method_names = ["post"]

    def post(self, request, pk):
        statement = get_object_or_404(Statement.objects.unread(), pk=pk)
        try:
            services.discard(statement=statement, by=request.user)
        except NotPossible as refused:
            messages.error(request, refused.message)
        else:
            messages.success(request, _("%(name)s is discarded.") % {"name": statement.name})
        return HttpResponseRedirect(reverse("statements:index"))


class ColumnsView(StatementScreen):
    """``<pk>/columns/``: what the columns are, guessed; with the first lines of the file."""

    template_name = "order_desk/statement_columns.html"
    http_method_names = ["get", "head", "post"]
    acts = True
    step = gettext_lazy("Check the columns")

    def dispatch(self, request, *args, **kwargs):
        try:
            return super().dispatch(request, *args, **kwargs)
        except NotReadable as refused:
            # Of a file that was kept before this was refused.
            messages.error(request, refused.message)
            return HttpResponseRedirect(reverse("statements:index"))

    @cached_property
    def statement(self) -> Statement:
        return get_object_or_404(Statement.objects.unread(), pk=self.kwargs["pk"])

    @cached_property
    def table(self) -> Table:
        """Raises NotReadable."""
        return read_table(self.statement.content)

    def form(self, data=None):
        guess = self.table.guess(prefer=preferred_dates(self.statement.currency))
        return ColumnsForm(data, table=self.table, guess=guess)

    def get(self, request, pk):
        return self.shown(self.form())

    def shown(self, form, **answer):
        first = [
            [cells[number] if number < len(cells) else "" for number in range(len(form.columns))]
            for _number, cells in self.table.rows[:6]
        ]
        columns = [
            {"field": form[name], "examples": [cells[number] for cells in first if cells[number]]}
            for number, name in enumerate(form.columns)
        ]
        return self.show(statement=self.statement, form=form, columns=columns, **answer)

    def post(self, request, pk):
        form = self.form(request.POST)
        if form.is_valid():
            try:
                new = services.read_statement(
                    statement=self.statement, layout=form.layout(), by=request.user
                )
            except (NotReadable, NotPossible) as refused:
                form.add_error(None, refused.message)
            else:
                self.told(new)
                return HttpResponseRedirect(reverse("statements:index"))
        return self.shown(form, status=422)

    def told(self, new: int) -> None:
        said = ngettext("%(count)d new line.", "%(count)d new lines.", new) % {"count": new}
        if known := self.statement.known:
            said += " " + ngettext(
                "%(count)d was known from another statement.",
                "%(count)d were known from another statement.",
                known,
            ) % {"count": known}
        messages.success(self.request, said)
        if like := self.statement.lines.with_twins().exclude(twin_in=None).count():
            said = ngettext(
                "%(count)d line has the day and amount of a line of another statement: look whether"
                " it is the same.",
                "%(count)d lines have the day and amount of lines of another statement: look"
                " whether they are the same.",
                like,
            )
            messages.warning(self.request, said % {"count": like})
