from django.db import models
from django.db.models import Q


class MessageQuerySet(models.QuerySet):
    """Queries for messages, by consultant, writer and state."""

    def to(self, consultant):
        return self.filter(consultant=consultant)

    def unread(self):
        return self.filter(read_at=None)

    def unanswered(self):
        return self.filter(answered_at=None)

    def unread_first(self):
        """Unread messages first, then read ones, each newest first."""
        is_read = models.Case(models.When(read_at=None, then=0), default=1)
        return self.order_by(is_read, "-created_at", "-pk")

    def written_by(self, person):
        """Messages that a person wrote, and proved it."""
        return self.filter(person=person)

    def about_address_of(self, person):
        """Messages that a person wrote, and unproven ones with their email address."""
        same_address = Q(email__iexact=person.email) if person.email else Q(pk=None)
        return self.filter(Q(person=person) | same_address)
