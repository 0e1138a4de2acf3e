from django.db import models
from django.db.models import Exists, OuterRef, Q

from commerce.gateways.models import Payment

RELEASED = ("expired", "cancelled")


class CreditQuerySet(models.QuerySet):
    """Queries for credits, by seller and by subject."""

    def current(self):
        return self.filter(is_current=True)

    def of(self, consultant):
        return self.filter(consultant=consultant)

    def for_orders(self):
        return self.exclude(order=None)

    def that_bind(self, person):
        """Current credits of a person's orders that bind: placed signed in or paid, and neither
        expired nor canceled.
        """
        # Of their few orders alone: a list of all that were paid is as long as the shop is old.
        paid = Payment.objects.paid().that_count().filter(order=OuterRef("order"))
        return (
            self.current()
            .filter(order__placement__person=person)
            .filter(Q(is_proven=True) | Exists(paid))
            .exclude(order__status__in=RELEASED)
            .select_related("order")
        )

    def for_customers(self):
        return self.exclude(person=None)
