"""The entry "Refund limits" of the settings: how much each role gives back by itself."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from cms.back_office import menu
from commerce.policies.models import RefundLimit
from commerce.policies.refund_limits import acting_groups
from markets.lookup import all_markets
from markets.money import staff_money
from people.roles import label_of


class RefundLimitForm(forms.ModelForm):
    class Meta:
        model = RefundLimit
        fields = ["group", "currency", "amount"]

    def __init__(self, *args, for_user=None, **kwargs):
        super().__init__(*args, **kwargs)
        codes = dict.fromkeys(market.currency for market in all_markets())
        self.fields["currency"] = forms.ChoiceField(
            label=_("Currency"), choices=[(code, code) for code in codes]
        )
        self.fields["group"].queryset = acting_groups().order_by("name")
        self.fields["group"].label_from_instance = label_of


class RefundLimitViewSet(ModelViewSet):
    model = RefundLimit
    name = "refund_limits"
    url_prefix = "refund-limits"
    icon = "resubmit"
    menu_label = _("Refund limits")
    menu_hook = menu.SETTINGS
    menu_order = 60
    add_to_settings_menu = False
    add_to_reference_index = False
    copy_view_enabled = False
    form_class = RefundLimitForm
    list_display = [
        TitleColumn(
            "group",
            label=_("Role"),
            accessor=lambda limit: label_of(limit.group),
            url_name="refund_limits:edit",
        ),
        Column(
            "amount",
            label=_("At most"),
            accessor=lambda limit: staff_money(limit.amount, limit.currency),
        ),
    ]

    def get_form_class(self, for_update=False):
        return self.form_class
