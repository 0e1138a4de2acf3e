from datetime import datetime

from django.db import models


class PersonQuerySet(models.QuerySet):
    def with_email(self, email: str):
        """The person of an address, without regard to case (addresses are kept lower case)."""
        return self.filter(email=email.strip().lower())

    def guests(self):
        """Without a way in, and not erased."""
        return self.filter(user__isnull=True, erased_at__isnull=True)

    def registered(self):
        return self.filter(user__isnull=False, erased_at__isnull=True)

    def kept(self):
        """Not erased."""
        return self.filter(erased_at__isnull=True)

    def in_market(self, code: str):
        """Whose edition belongs to the market (``co``)."""
        return self.filter(edition__endswith=f"-{code}")


class MailCodeQuerySet(models.QuerySet):
    def since(self, moment: datetime):
        return self.filter(created_at__gte=moment)

    def before(self, moment: datetime):
        return self.filter(created_at__lt=moment)
