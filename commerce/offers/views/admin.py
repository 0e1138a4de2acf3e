"""Back-office views of offers: list, edit, generate codes, and the dry run of a sample cart."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from oscar.core.loading import get_model
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button, HeaderButton

from commerce.backoffice.categories import reader_language
from markets import days
from markets.lookup import all_markets

from ..access import may_edit
from ..dry_run import try_cart
from ..forms.codes import CodesForm
from ..forms.trial import LineFormSet, TrialForm, chosen, suggestions
from ..overview import attach_overviews
from ..services.codes import generate_codes
from ..services.offers import delete_offer

ConditionalOffer = get_model("offer", "ConditionalOffer")


class EditorsOnly:
    """Mixin: only for users who may edit offers."""

    def dispatch(self, request, *args, **kwargs):
        if not may_edit(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class OverviewStatusColumn(StatusTagColumn):
    """The state of an offer, as a status tag."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, primary=lambda offer: offer.overview.tone == "primary", **kwargs)


class OfferIndexView(EditorsOnly, generic.IndexView):
    """The list of offers, each with a sentence that sums it up."""

    page_title = gettext_lazy("Offers")
    add_item_label = gettext_lazy("New offer")
    is_searchable = True
    search_fields = ["name", "copies__name", "vouchers__code"]
    search_backend_name = None
    default_ordering = "-pk"
    table_classname = "listing shop-wide"
    trial_url_name: str = ""

    def get_base_queryset(self):
        return (
            super()
            .get_base_queryset()
            .filter(in_markets__isnull=False)
            .distinct()
            .select_related("condition__range", "benefit__range")
            .prefetch_related(
                "in_markets",
                "vouchers",
                *(
                    f"{side}__range__{name}"
                    for side in ("condition", "benefit")
                    for name in ("included_categories", "rangeproduct_set", "by_label")
                ),
            )
        )

    @cached_property
    def columns(self):
        return [
            self._get_title_column_class(TitleColumn)(
                "name",
                label=_("Offer"),
                accessor="overview.name",
                get_url=self.get_edit_url,
            ),
            Column("terms", label=_("In words"), accessor="overview.terms"),
            OverviewStatusColumn("state", label=_("State"), accessor="overview.state"),
            Column("markets", label=_("Countries"), accessor="overview.markets"),
            Column("days", label=_("Days"), accessor="overview.days"),
            Column("codes", label=_("Code"), accessor="overview.codes"),
            Column("used", label=_("Orders"), accessor="overview.used"),
        ]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        attach_overviews(context["object_list"])
        return context

    @cached_property
    def header_buttons(self):
        buttons = super().header_buttons
        trial = HeaderButton(
            _("Test a cart"), reverse(self.trial_url_name), icon_name="view", priority=5
        )
        return [trial, *buttons]

    def get_list_more_buttons(self, instance):
        return [
            Button(_("Edit"), self.get_edit_url(instance), icon_name="edit", priority=10),
            Button(_("Delete"), self.get_delete_url(instance), icon_name="bin", priority=30),
        ]


class OfferCreateView(generic.CreateView):
    page_title = gettext_lazy("New offer")

    def get_page_subtitle(self):
        return self.page_title


class OfferEditView(generic.EditView):
    """Edit an offer, with its summary in words, its codes, and a link to the dry run."""

    codes_url_name: str = ""
    trial_url_name: str = ""

    def get_context_data(self, **kwargs):
        offer = attach_overviews([ConditionalOffer.objects.get(pk=self.object.pk)])[0]
        return super().get_context_data(**kwargs) | {
            "overview": offer.overview,
            "trial_url": reverse(self.trial_url_name),
            "codes_url": reverse(self.codes_url_name, args=[offer.pk])
            if offer.offer_type == ConditionalOffer.VOUCHER
            else "",
        }


class OfferDeleteView(generic.DeleteView):
    def delete_action(self):
        delete_offer(offer=self.object, by=self.request.user)


class CodesView(EditorsOnly, generic.WagtailAdminTemplateMixin, generic.base.View):
    """Generate codes for a coupon offer."""

    template_name = "offers/admin/codes.html"
    page_title = gettext_lazy("Generate codes")
    header_icon = "ticket"
    index_url_name: str = ""
    edit_url_name: str = ""
    coupons_url_name: str = ""

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.offer = get_object_or_404(
            ConditionalOffer, pk=kwargs["pk"], offer_type=ConditionalOffer.VOUCHER
        )

    def get(self, request, *args, **kwargs):
        return self._show(CodesForm())

    def post(self, request, *args, **kwargs):
        form = CodesForm(request.POST)
        if not form.is_valid():
            return self._show(form)
        batch = generate_codes(offer=self.offer, by=request.user, **form.cleaned_data)
        made = ngettext("%(count)d code was created.", "%(count)d codes were created.", batch.count)
        messages.success(request, made % {"count": batch.count})
        return HttpResponseRedirect(f"{reverse(self.coupons_url_name)}?voucher_set={batch.pk}")

    def _show(self, form):
        attach_overviews([self.offer])
        context = self.get_context_data(
            form=form,
            offer=self.offer,
            edit_url=reverse(self.edit_url_name, args=[self.offer.pk]),
        )
        return self.render_to_response(context)


class TrialView(EditorsOnly, generic.WagtailAdminTemplateMixin, generic.base.View):
    """The dry run: what a sample cart would cost, and why."""

    template_name = "offers/admin/trial.html"
    page_title = gettext_lazy("Test a cart")
    header_icon = "view"

    def get(self, request, *args, **kwargs):
        if "market" not in request.GET:
            market = all_markets()[0]
            form = TrialForm(initial={"market": market.code, "day": days.today(market)})
            return self.render_to_response(
                self.get_context_data(
                    form=form, lines=LineFormSet(prefix="line"), suggestions=suggestions()
                )
            )
        form = TrialForm(request.GET)
        lines = LineFormSet(request.GET, prefix="line")
        trial = None
        if all([form.is_valid(), lines.is_valid()]):
            trial = self._try(form, chosen(lines))
        return self.render_to_response(
            self.get_context_data(form=form, lines=lines, trial=trial, suggestions=suggestions())
        )

    def _try(self, form, products):
        cleaned = form.cleaned_data
        return try_cart(
            market=cleaned["market"],
            language=reader_language(),
            moment=form.moment,
            products=products,
            code=cleaned["code"],
            signed_in=cleaned["signed_in"],
            group_ids=form.group_ids,
        )
