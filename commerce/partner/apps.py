from oscar.apps.partner.apps import PartnerConfig as OscarPartnerConfig


class PartnerConfig(OscarPartnerConfig):
    name = "commerce.partner"

    def ready(self):
        from oscar.apps.partner import receivers  # noqa: F401
