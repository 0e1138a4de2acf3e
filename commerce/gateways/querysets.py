"""Payments, as what is asked of them. (States by their values: the model stands above this.)"""

from django.db import models
from django.db.models import Exists, OuterRef, Q


class PaymentQuerySet(models.QuerySet):
    def that_count(self):
        """Not given up: what these bring is their order's money."""
        return self.filter(closed_at=None)

    def open(self):
        """The shopper may still pay them: neither settled nor given up."""
        return self.filter(closed_at=None, state__in=self.model.UNSETTLED)

    def that_tell(self):
        """By which an order is told, as ``of_order.OrderPayments.counting``: those that count;
        where all were given up those that brought money, else the last one."""
        others = self.model.objects.filter(order=OuterRef("order"))
        of_all = ~Exists(others.filter(closed_at=None))
        came = Q(state__in=self.model.PAID)
        last = ~Exists(others.filter(came | Q(pk__gt=OuterRef("pk"))))
        return self.filter(Q(closed_at=None) | Q(of_all, came | Q(last)))

    def paid(self):
        """Money came and is here, at least in part."""
        return self.filter(state="succeeded")

    def that_brought_money(self):
        """Money came, also where all of it went back since."""
        return self.filter(state__in=self.model.PAID)
