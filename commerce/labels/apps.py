from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class LabelsConfig(AppConfig):
    name = "commerce.labels"
    label = "labels"
    verbose_name = _("Product labels")

    def ready(self):
        from . import receivers
        from .kinds import register_label_kind
        from .own_kinds import KINDS

        for kind in KINDS:
            register_label_kind(kind)
        post_migrate.connect(receivers.make_missing_labels, sender=self)
