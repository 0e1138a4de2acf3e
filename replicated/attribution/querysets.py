from django.db import models
from django.db.models import Q

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
        paid = Payment.objects.paid().that_count()
        return (
            self.current()
            .filter(order__placement__person=person)
            .filter(Q(is_proven=True) | Q(order__in=paid.values("order")))
            .exclude(order__status__in=RELEASED)
            .select_related("order")
        )

    def for_customers(self):
        return self.exclude(person=None)
