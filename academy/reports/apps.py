from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "academy.reports"
    label = "academy_reports"
    verbose_name = _("Reports of the academy")

    def ready(self):
        from people import privacy as people_privacy

        from . import privacy

        people_privacy.register_eraser("academy_reports", privacy.forget_exports)
