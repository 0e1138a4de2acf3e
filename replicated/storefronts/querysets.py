from django.db import models


class SiteProfileQuerySet(models.QuerySet):
    """Queries for consultants' sites, by state."""

    def waiting(self):
        """Sites that await approval, the oldest submission first."""
        return self.filter(state=self.model.State.SUBMITTED).order_by("submitted_at", "pk")

    def for_names(self):
        return self.select_related("consultant__person")
