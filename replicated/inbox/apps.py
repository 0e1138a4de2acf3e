from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InboxConfig(AppConfig):
    name = "replicated.inbox"
    label = "inbox"
    verbose_name = _("Messages to consultants")

    def ready(self):
        from cms.back_office import start_page
        from people import overview, portal, roles
        from people import privacy as people_privacy
        from people.code_purposes import Purpose, register_purpose
        from replicated.consultants.access import is_consultant

        from . import mails, privacy
        from .services import CODE_PURPOSE
        from .start_page import may_read, unread_messages
        from .summaries import reminders, unread_summary

        roles.register_rights("Consultant desk", "inbox.*")
        mails.register_mails()
        register_purpose(Purpose(name=CODE_PURPOSE, template="inbox/mail/code"))
        portal.register_tile(
            portal.Tile(
                key="messages",
                label=_("Messages"),
                url_name="inbox:list",
                icon="message",
                order=30,
                group="selling",
                permission=is_consultant,
                summary=unread_summary,
            )
        )
        overview.register_reminder("messages", reminders)
        start_page.register_waiting("inboxes", unread_messages, is_for=may_read, order=21)
        people_privacy.register_exporter("messages_to_consultants", privacy.messages_of)
        people_privacy.register_eraser("messages_to_consultants", privacy.forget_messages)
