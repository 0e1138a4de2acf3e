from django.db import models


class SiteProfileQuerySet(models.QuerySet):
    """Consultants' sites by how far they have come."""

    def waiting(self):
        """Those that staff should look at, the longest waiting first."""
        return self.filter(state=self.model.State.SUBMITTED).order_by("submitted_at", "pk")

    def for_names(self):
        return self.select_related("consultant__person")
