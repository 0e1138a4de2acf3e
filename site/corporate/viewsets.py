"""The messages that people sent, in the back office."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from cms.back_office import menu

from . import services
from .filters import ContactMessageFilterSet
from .models import ContactMessage


class EditView(generic.EditView):
    def save_instance(self):
        contact = self.form.instance
        note, status = self.form.cleaned_data["note"], self.form.cleaned_data["status"]
        contact.refresh_from_db()
        contact.note = note
        contact.save(update_fields=["note"])
        if status == ContactMessage.Status.ANSWERED:
            return services.mark_answered(contact=contact, user=self.request.user)
        return services.mark_new(contact=contact)


class IndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("answered_by", "person")


class NobodyAdds(ModelPermissionPolicy):
    """Messages come from the contact page only."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(ContactMessage, NobodyAdds(ContactMessage))


class ContactMessageViewSet(ModelViewSet):
    model = ContactMessage
    name = "contact_messages"
    url_prefix = "contact-messages"
    icon = "mail"
    menu_label = _("Messages")
    menu_hook = menu.SERVICE
    menu_order = 10
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = IndexView
    edit_view_class = EditView
    list_display = [
        TitleColumn("subject", label=_("Subject"), url_name="contact_messages:edit"),
        Column("number", label=_("Number")),
        Column("name", label=_("Name")),
        Column("email", label=_("Email")),
        Column("edition", label=_("Language and market")),
        StatusTagColumn(
            "get_status_display",
            label=_("Status"),
            primary=lambda row: row.status == ContactMessage.Status.NEW,
        ),
        DateColumn("created_at", label=_("Received"), sort_key="created_at"),
    ]
    export_filename = "messages"
    list_export = [
        "created_at",
        "number",
        "name",
        "email",
        "phone",
        "subject",
        "message",
        "edition",
        "status",
        "answered_at",
    ]
    filterset_class = ContactMessageFilterSet
    search_fields = ["number", "name", "email", "subject", "message"]
    search_backend_name = None
    list_per_page = 50
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("number", read_only=True),
                FieldPanel("subject", read_only=True),
                FieldPanel("message", read_only=True),
                FieldPanel("name", read_only=True),
                FieldPanel("email", read_only=True),
                FieldPanel("phone", read_only=True),
                FieldPanel("person", read_only=True),
                FieldPanel("edition", read_only=True),
                FieldPanel("created_at", read_only=True),
            ],
            heading=_("Message"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldPanel("note"),
                FieldPanel("answered_by", read_only=True),
                FieldPanel("answered_at", read_only=True),
            ],
            heading=_("Reply"),
        ),
    ]


contact_messages = ContactMessageViewSet()
