from datetime import date

from django.db import models
from django.db.models import Q


class CertificateQuerySet(models.QuerySet):
    def valid_on(self, day: date):
        """Neither withdrawn nor expired on a day."""
        return self.filter(Q(expires_on=None) | Q(expires_on__gte=day), withdrawn_at=None)

    def ending(self, first: date, last: date):
        """Valid ones that end between two days, both included."""
        return self.filter(withdrawn_at=None, expires_on__range=(first, last))
