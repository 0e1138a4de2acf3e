from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AttributionConfig(AppConfig):
    name = "replicated.attribution"
    label = "attribution"
    verbose_name = _("Attribution")

    def ready(self):
        from people import privacy, provenance, roles

        from . import desk, links, own_reasons, receivers  # noqa: F401
        from . import privacy as own

        roles.register_rights("Consultant desk", "attribution.*")
        roles.register_rights("Order desk", "attribution.view_credit")
        own_reasons.register()
        desk.register()

        privacy.register_exporter("sellers", own.credits_of)
        privacy.register_eraser("sellers", own.forget_credits)
        provenance.register_collector(links.collect)
        provenance.register_code(links.check_code, offered=links.may_ask)
