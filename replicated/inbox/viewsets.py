"""Back-office views of all messages to consultants: read, export, delete."""

from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.back_office import menu
from cms.back_office.viewsets import WrittenByVisitors
from markets.dates import staff_moment
from markets.names import edition_name

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


class InspectView(generic.InspectView):
    def get_message_display_value(self):
        return linebreaksbr(self.object.message, autoescape=True)

    def get_product_title_display_value(self):
        return self.object.product_title or _("Nothing in particular")

    def get_edition_display_value(self):
        return edition_name(self.object.edition)

    def get_read_at_display_value(self):
        return self._moment(self.object.read_at)

    def get_answered_at_display_value(self):
        return self._moment(self.object.answered_at)

    @staticmethod
    def _moment(moment):
        return staff_moment(moment) or _("Not yet")


class ConsultantMessageViewSet(ModelViewSet):
    model = ConsultantMessage
    name = "consultant_messages"
    url_prefix = "consultant-messages"
    icon = "mail"
    # Not "Messages to …": Wagtail highlights all menu entries whose names begin the same.
    menu_label = _("Inboxes")
    menu_hook = menu.SELLERS
    menu_order = 50
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = IndexView
    inspect_view_class = InspectView
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
        "edition",
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
    export_filename = "messages-to-consultants"
    list_export = [
        "created_at",
        "consultant",
        "name",
        "email",
        "phone",
        "product_title",
        "message",
        "edition",
        "read_at",
        "answered_at",
    ]
    search_fields = ["name", "email", "message"]
    search_backend_name = None
    list_per_page = 50
    ordering = "-created_at"


consultant_messages = ConsultantMessageViewSet()
