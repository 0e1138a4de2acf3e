from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "replicated.network"
    label = "network"
    verbose_name = _("Network")

    def ready(self):
        from people import privacy as people_privacy
        from people import roles

        from . import desk, privacy

        roles.register_rights("Consultant desk", "network.*")
        desk.register()
        people_privacy.register_exporter("network", privacy.place_of)
        people_privacy.register_eraser("network", privacy.forget_place)
