"""Certificates in the back office: the rules by which they are issued, and those that were."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button

from cms.back_office import menu
from cms.back_office.field_display import NOTHING
from commerce.backoffice.viewsets import CatalogueViewSet
from people.models import shown_name_of
from people.undeletable import UndeletableViewSet

from .desk import WithdrawView
from .forms import RuleForm
from .models import Certificate, CertificateRule


def state_of(certificate: Certificate):
    if certificate.is_withdrawn:
        return _("Withdrawn")
    return _("Ended") if certificate.is_expired else _("Valid")


class RuleViewSet(CatalogueViewSet):
    model = CertificateRule
    name = "certificate-rules"
    url_prefix = "academy/certificate-rules"
    icon = "cog"
    menu_label = _("Rules for certificates")
    menu_hook = menu.ACADEMY
    menu_order = 80
    form_class = RuleForm
    list_display = [
        "course",
        Column("valid_months", label=_("Valid for, in months")),
        "group",
        BooleanColumn("is_active", label=_("Active")),
    ]

    def get_urlpatterns(self):
        return [url for url in super().get_urlpatterns() if url.name != "delete"]

    def get_common_view_kwargs(self, **kwargs):
        common = super().get_common_view_kwargs(**kwargs)
        common.pop("delete_url_name", None)
        return common


class CertificateIndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("person", "course")


class CertificateInspectView(generic.InspectView):
    page_title = _("Certificate")

    def get_withdrawn_by_display_value(self):
        return shown_name_of(self.object.withdrawn_by) or NOTHING

    @property
    def header_more_buttons(self):
        buttons = [*super().header_more_buttons]
        may = self.request.user.has_perm("certificates.withdraw_certificate")
        if may and not self.object.is_withdrawn:
            url = reverse("certificate_list:withdraw", args=[self.object.pk])
            buttons.append(Button(_("Withdraw"), url=url, icon_name="undo", priority=10))
        return buttons


class CertificateViewSet(UndeletableViewSet):
    """Certificates are issued by their rule, read and withdrawn; nobody writes one."""

    model = Certificate
    name = "certificate_list"
    url_prefix = "academy/certificates"
    icon = "clipboard-list"
    menu_label = _("Certificates")
    menu_hook = menu.ACADEMY
    menu_order = 70
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = CertificateIndexView
    inspect_view_class = CertificateInspectView
    search_backend_name = None
    search_fields = ["number", "holder", "person__email"]
    list_per_page = 50
    list_filter = ["course", "issued_at", "expires_on"]
    ordering = ["-issued_at", "-pk"]
    form_fields = ["number"]
    inspect_view_fields = [
        "number",
        "holder",
        "person",
        "course",
        "issued_at",
        "expires_on",
        "shows_name",
        "withdrawn_at",
        "withdrawn_by",
        "reason",
    ]
    list_display = [
        TitleColumn("number", label=_("Number"), url_name="certificate_list:inspect"),
        Column("holder", label=_("Holder"), sort_key="holder"),
        Column("course", label=_("Course")),
        StatusTagColumn(state_of, label=_("State"), primary=lambda row: row.is_valid),
        DateColumn("issued_at", label=_("Issued"), sort_key="issued_at"),
        DateColumn("expires_on", label=_("Valid until"), sort_key="expires_on"),
    ]
    export_filename = "certificates"
    list_export = [
        "number",
        "holder",
        "course",
        "issued_at",
        "expires_on",
        "withdrawn_at",
        "reason",
    ]

    def get_urlpatterns(self):
        kept = [url for url in super().get_urlpatterns() if url.name not in ("add", "edit")]
        return [*kept, path("<int:pk>/withdraw/", WithdrawView.as_view(), name="withdraw")]

    def get_common_view_kwargs(self, **kwargs):
        common = super().get_common_view_kwargs(**kwargs)
        for name in ("add", "edit"):
            common.pop(f"{name}_url_name", None)
        return common
