"""All messages to consultants, for the staff who look after them: read, exported, deleted."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.viewsets import WrittenByVisitors

from .filters import MessageFilterSet
from .models import ConsultantMessage

register_permission_policy(ConsultantMessage, WrittenByVisitors(ConsultantMessage))


def state_of(message: ConsultantMessage):
    if message.answered_at:
        return _("Answered")
    return _("Read") if message.read_at else _("Not read")


class IndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("consultant__person")


class ConsultantMessageViewSet(ModelViewSet):
    model = ConsultantMessage
    name = "consultant_messages"
    url_prefix = "consultant-messages"
    icon = "mail"
    menu_label = _("Messages to consultants")
    menu_order = 265
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = IndexView
    filterset_class = MessageFilterSet
    form_fields = ["name"]
    inspect_view_fields = [
        "consultant",
        "name",
        "email",
        "phone",
        "product_title",
        "message",
        "consent_text",
        "variant",
        "created_at",
        "read_at",
        "answered_at",
    ]
    list_display = [
        TitleColumn("name", label=_("From"), url_name="consultant_messages:inspect"),
        Column("consultant", label=_("Consultant")),
        Column("excerpt", label=_("Message")),
        StatusTagColumn(state_of, label=_("State"), primary=lambda row: row.is_unread),
        DateColumn("created_at", label=_("Received"), sort_key="created_at"),
    ]
    list_export = [
        "created_at",
        "consultant",
        "name",
        "email",
        "phone",
        "product_title",
        "message",
        "variant",
        "read_at",
        "answered_at",
    ]
    search_fields = ["name", "email", "message"]
    search_backend_name = None
    list_per_page = 50
    ordering = "-created_at"


consultant_messages = ConsultantMessageViewSet()
