from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CertificatesConfig(AppConfig):
    name = "academy.certificates"
    label = "certificates"
    verbose_name = _("Certificates")

    def ready(self):
        from people import portal, roles
        from people import privacy as people_privacy

        from . import mails, privacy, receivers  # noqa: F401
        from .services import TILE

        portal.register_tile(
            portal.Tile(
                key=TILE,
                label=_("Certificates"),
                url_name="certificates",
                icon="check-circle",
                order=36,
                group="learning",
            )
        )
        roles.register_rights("Trainer", "certificates.*")
        mails.register_mails()
        people_privacy.register_exporter("certificates", privacy.certificates_of)
        people_privacy.register_eraser("certificates", privacy.forget_certificates)
