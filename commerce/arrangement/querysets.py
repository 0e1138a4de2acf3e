from datetime import date

from django.db import models


class CatalogueOrderQuerySet(models.QuerySet):
    """Queries for catalogue orders."""

    def filled(self):
        """Orders in which at least one product has a place."""
        return self.filter(entries__isnull=False).distinct()


class ThemedDayQuerySet(models.QuerySet):
    """Queries for themed days."""

    def active(self):
        return self.filter(is_active=True)

    def not_over(self, day: date):
        return self.filter(last_day__gte=day)
