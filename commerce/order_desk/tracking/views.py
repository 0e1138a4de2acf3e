"""Uploading tracking numbers: what each line would do is shown first, then done."""

from django.db.models import prefetch_related_objects
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commerce.gateways.of_order import payments_of
from commerce.orders.tracking_files.planning import plan, ship
from commerce.orders.tracking_files.reading import (
    READY,
    REFUSED,
    SENT,
    NotReadable,
    Package,
    read_text,
)
from people.private import private_view

from ..access import AllowedOnly
from ..money import money_warning
from .forms import TrackingFileForm


@private_view
class TrackingFileView(AllowedOnly, WagtailAdminTemplateMixin, View):
    """GET asks for the file; POST of a ``file`` shows its packages, POST of its ``text`` (as it was
    shown) sends what can be sent. A second POST of the same finds everything sent before."""

    http_method_names = ["get", "head", "post"]
    template_name = "order_desk/tracking_file.html"
    header_icon = "redirect"
    acts = True

    def get_page_title(self):
        return _("Ship by file")

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("order_desk:index"), "label": _("Orders")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get(self, request):
        return self.show(form=TrackingFileForm())

    def post(self, request):
        form = TrackingFileForm(request.POST, request.FILES)
        is_confirmed = "text" in request.POST
        try:
            if is_confirmed:
                # Browsers send a text's lines with both of their ends.
                text = request.POST["text"].replace("\r\n", "\n")
                read_text(text.encode())
            elif form.is_valid():
                text = read_text(form.cleaned_data["file"].read())
            else:
                return self.show(form=form, status=422)
            packages = plan(text)
        except NotReadable as refused:
            form = form if not is_confirmed else TrackingFileForm({})
            form.add_error("file", refused.message)
            return self.show(form=form, status=422)
        if is_confirmed:
            ship(packages, by=request.user)
        return self.show(
            form=TrackingFileForm(),
            text=text,
            is_done=is_confirmed,
            rows=_rows(packages),
            said=_said(packages, is_done=is_confirmed),
            ready=sum(package.state == READY for package in packages),
        )

    def show(self, *, status: int = 200, **context):
        return TemplateResponse(
            self.request, self.template_name, self.get_context_data(**context), status=status
        )


def _rows(packages: list[Package]) -> list["PackageRow"]:
    """With what the money of those that can be sent says against it: two queries for all."""
    ready = [package.order for package in packages if package.state == READY]
    prefetch_related_objects(ready, "payments__disputes")
    warnings = {}
    for order in ready:
        disputes = [one for payment in order.payments.all() for one in payment.disputes.all()]
        warnings[order.pk] = money_warning(payments_of(order), disputes)
    return [
        PackageRow(package, warnings.get(package.order.pk, "") if package.order else "")
        for package in packages
    ]


class PackageRow:
    """A package of the file, for the template."""

    def __init__(self, package: Package, warning: str):
        self.package = package
        self.warning = warning if package.state == READY else ""

    @property
    def lines(self) -> str:
        return ", ".join(str(line) for line in self.package.lines)

    @cached_property
    def url(self) -> str:
        order = self.package.order
        return reverse("order_desk:detail", args=[order.number]) if order else ""

    @property
    def what(self) -> str:
        if self.package.units:
            return ", ".join(f"{units} × {sku}" for sku, units in self.package.units)
        if self.package.state == READY:
            return _("All that is left")
        return _("All that was left") if self.package.quantities else ""

    @property
    def is_refused(self) -> bool:
        return self.package.state == REFUSED

    @property
    def said(self) -> str:
        return self.package.message or _("Will be sent")


def _said(packages: list[Package], *, is_done: bool) -> list[str]:
    """How many of each there are, in sentences."""
    states = [package.state for package in packages]
    ready, sent, refused = (states.count(one) for one in (READY, SENT, REFUSED))
    said = []
    if ready:
        text = ngettext("%(count)d package can be sent.", "%(count)d packages can be sent.", ready)
        said.append(text % {"count": ready})
    if sent:
        text = ngettext("%(count)d package is sent.", "%(count)d packages are sent.", sent)
        said.append(text % {"count": sent})
    if refused:
        text = ngettext(
            "%(count)d package cannot be sent: its line says why.",
            "%(count)d packages cannot be sent: their lines say why.",
            refused,
        )
        said.append(text % {"count": refused})
        said.append(_("Correct them in the file and upload it again: what is sent is known."))
    return said
