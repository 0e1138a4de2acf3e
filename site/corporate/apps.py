from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CorporateConfig(AppConfig):
    name = "corporate"
    verbose_name = _("Corporate site")

    def ready(self):
        from cms.addresses import named_links
        from cms.addresses.link_targets import register_targets
        from cms.back_office.start_page import register_panel, register_waiting
        from people import privacy as people_privacy
        from people import roles

        from . import mails, privacy
        from .link_targets import categories
        from .named_links import contact_path
        from .start_page import PagesPanel, may_answer, messages_to_answer

        roles.register_rights("Marketer", "corporate.*")
        mails.register_mails()
        register_targets(categories)
        named_links.register_named_link("contact", contact_path)

        register_waiting("messages", messages_to_answer, is_for=may_answer, order=30)
        register_panel(PagesPanel)

        people_privacy.register_exporter("contact_messages", privacy.messages_of)
        people_privacy.register_eraser("contact_messages", privacy.forget_messages)
