from django.db import models

from .kinds import CUSTOM


class LabelQuerySet(models.QuerySet):
    """Reads of labels."""

    def active(self):
        return self.filter(is_active=True)

    def own(self):
        """Those that the company made itself."""
        return self.filter(kind=CUSTOM)
