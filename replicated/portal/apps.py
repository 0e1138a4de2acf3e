from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "replicated.portal"
    label = "portal"
    verbose_name = _("Consultant's portal")

    def ready(self):
        from cms.web import visitor
        from people import provenance, roles

        from . import notices, visits
        from .tiles import register_tiles

        roles.register_rights("Consultant desk", "portal.*")
        visitor.register_finisher(visits.notice)
        register_tiles()
        provenance.register_notice(notices.who_sees, notices.whoever_is_named)
