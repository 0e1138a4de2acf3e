"""Reads of delivery methods."""

from django.db import models

from .kinds import FLAT


class DeliveryMethodQuerySet(models.QuerySet):
    def for_most(self):
        """What can be told to a whole market before anybody has said where they live: offered
        everywhere, or everywhere but in some regions. What is for some regions only cannot, nor
        what an app's own kind works out from the address."""
        return self.filter(is_active=True, only_regions="", kind=FLAT)
