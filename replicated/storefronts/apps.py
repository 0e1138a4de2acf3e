from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StorefrontsConfig(AppConfig):
    name = "replicated.storefronts"
    label = "storefronts"
    verbose_name = _("Consultants' sites")

    def ready(self):
        from cms.addresses import routing
        from cms.back_office.start_page import register_waiting
        from people import portal, roles
        from people import privacy as people_privacy
        from replicated.consultants.access import is_consultant

        from . import mails, privacy, receivers  # noqa: F401
        from .models.pages import overlay
        from .start_page import may_decide, sites_to_approve
        from .views.portal import summary

        roles.register_rights("Consultant desk", "storefronts.*")
        mails.register_mails()
        routing.register_overlay(overlay)
        people_privacy.register_exporter("site", privacy.site_of)
        people_privacy.register_eraser("site", privacy.forget_site)
        register_waiting("sites", sites_to_approve, is_for=may_decide, order=20)
        portal.register_tile(
            portal.Tile(
                key="my_site",
                label=_("My site"),
                url_name="my_site",
                icon="store",
                order=4,
                group="selling",
                permission=is_consultant,
                summary=summary,
            )
        )
