"""The list of differences, one of them, and what is done about it."""

import django_filters
from django import forms
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commerce.books import ways
from commerce.books.models import Difference
from commerce.books.reconciling import with_books
from commerce.gateways.base import GatewayUnavailable, RefundRefused
from commerce.orders.acting import NotPossible
from people.private import private_view

from ..access import AllowedOnly
from .rows import DifferenceRow

EXPORT = {
    "what": gettext_lazy("What"),
    "gateway": gettext_lazy("Provider"),
    "reference": gettext_lazy("Reference"),
    "order": gettext_lazy("Order"),
    "theirs": gettext_lazy("At the provider"),
    "their_currency": gettext_lazy("Currency at the provider"),
    "ours": gettext_lazy("Here"),
    "our_currency": gettext_lazy("Currency here"),
    "moved": gettext_lazy("Moved"),
    "first_seen": gettext_lazy("First seen"),
    "settled": gettext_lazy("Settled"),
}


class DifferenceFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=gettext_lazy("State"),
        choices=[("settled", gettext_lazy("Settled")), ("all", gettext_lazy("All"))],
        method="in_state",
        empty_label=gettext_lazy("Open"),
    )
    kind = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("What"), choices=Difference.Kind.choices
    )
    gateway = django_filters.ChoiceFilter(
        label=gettext_lazy("Provider"),
        choices=lambda: [(one.code, one.default_name) for one in with_books()],
        empty_label=gettext_lazy("All"),
    )

    class Meta:
        model = Difference
        fields = []

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("state") else found.open()

    def in_state(self, queryset, name, value):
        return queryset.filter(settled_at__isnull=False) if value == "settled" else queryset


class DifferenceScreen(AllowedOnly):
    may_look = staticmethod(ways.may_read)
    may_act = staticmethod(ways.may_settle)


class DifferenceIndexView(DifferenceScreen, generic.IndexView):
    any_permission_required = None
    page_title = gettext_lazy("Reconciliation")
    filterset_class = DifferenceFilterSet
    default_ordering = "-first_seen"
    paginate_by = 50
    add_url_name = None
    detail_url_name = None
    table_classname = "listing desk-rows"
    export_headings = EXPORT
    list_export = list(EXPORT)

    @cached_property
    def columns(self):
        return [
            TitleColumn(
                "kind",
                label=_("What"),
                accessor="row.kind",
                get_url=lambda one: reverse(self.detail_url_name, args=[one.pk]),
            ),
            Column("gateway", label=_("Provider"), accessor="row.gateway"),
            Column("order", label=_("Order"), accessor="row.order_number"),
            Column("theirs", label=_("At the provider"), accessor="row.theirs"),
            Column("ours", label=_("Here"), accessor="row.ours"),
            Column("seen", label=_("First seen"), accessor="row.first_seen"),
            Column("settled", label=_("State"), accessor="row.settled"),
        ]

    @cached_property
    def header_buttons(self):
        return []

    def get_base_queryset(self):
        return Difference.objects.select_related(*DifferenceRow.RELATED)

    def to_row_dict(self, item):
        return DifferenceRow(item).export()

    def get_context_data(self, *args, **kwargs):
        context = super().get_context_data(*args, **kwargs)
        if not self.is_export:
            for one in context["object_list"]:
                one.row = DifferenceRow(one)
        return context


class KnownForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("What it is"),
        max_length=255,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("It is not asked about again. Only staff read it."),
        error_messages={"required": gettext_lazy("Enter the reason: someone will ask.")},
    )


@private_view
class DifferenceView(DifferenceScreen, WagtailAdminTemplateMixin, View):
    """``<pk>/``: GET shows it with what can be done; POST ``way`` does it."""

    template_name = "order_desk/difference.html"
    http_method_names = ["get", "head", "post"]
    header_icon = "warning"

    @cached_property
    def difference(self) -> Difference:
        return get_object_or_404(
            Difference.objects.select_related(*DifferenceRow.RELATED), pk=self.kwargs["pk"]
        )

    def get_page_title(self):
        return _("Reconciliation")

    def get_page_subtitle(self):
        return self.difference.get_kind_display()

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("differences:index"), "label": self.get_page_title()},
            {"url": "", "label": self.get_page_subtitle()},
        ]

    def get(self, request, pk):
        return self.show(KnownForm())

    def post(self, request, pk):
        acts = {"ask": self.ask, "write-down": self.write_down, "known": self.note}
        act = acts.get(request.POST.get("way", ""))
        if act is None:
            raise Http404
        try:
            return act() or HttpResponseRedirect(request.path)
        except NotPossible as refused:
            messages.error(request, refused.message)
        except RefundRefused as refused:
            messages.error(
                request, _("The refund could not be issued: %(why)s.") % {"why": refused}
            )
        except GatewayUnavailable:
            messages.error(
                request,
                _("The payment provider is not responding. Nothing was changed: try again later."),
            )
        return HttpResponseRedirect(request.path)

    def ask(self):
        if ways.ask_again(difference=self.difference, by=self.request.user):
            messages.success(self.request, _("The books agree now."))
        else:
            messages.warning(self.request, _("The provider was asked, and the books still differ."))

    def write_down(self):
        ways.write_down_refund(difference=self.difference, by=self.request.user)
        messages.success(self.request, _("The refund is recorded, and the customer gets an email."))

    def note(self):
        form = KnownForm(self.request.POST)
        if not form.is_valid():
            return self.show(form)
        ways.note_as_known(
            difference=self.difference, reason=form.cleaned_data["reason"], by=self.request.user
        )
        messages.success(self.request, _("It is noted as known."))
        return None

    def show(self, form):
        settles = ways.may_settle(self.request.user) and self.difference.is_open
        acts = ways.may_act(self.request.user)
        return TemplateResponse(
            self.request,
            self.template_name,
            self.get_context_data(
                difference=self.difference,
                row=DifferenceRow(self.difference),
                can_ask=acts and ways.can_ask_again(self.difference),
                can_write_down=acts and ways.can_write_down_refund(self.difference),
                form=form if settles else None,
            ),
        )
