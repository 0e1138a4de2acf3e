from django.db import models


class CreditQuerySet(models.QuerySet):
    """Credits by whose they are and what they are about."""

    def current(self):
        return self.filter(is_current=True)

    def of(self, consultant):
        return self.filter(consultant=consultant)

    def for_orders(self):
        return self.exclude(order=None)

    def for_customers(self):
        return self.exclude(person=None)
