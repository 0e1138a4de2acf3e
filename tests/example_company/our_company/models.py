"""The company's own data: who was a guest at a consultant's evening."""

from django.db import models

from cms.page_cache import freshness
from people import portal
from people.models import Person
from replicated.consultants.models import Consultant

# Pages that show who comes are made of this.
EVENINGS_TAG = "our_company:evenings"


class Guest(models.Model):
    person = models.ForeignKey(Person, related_name="evenings", on_delete=models.CASCADE)
    consultant = models.ForeignKey(Consultant, related_name="guests", on_delete=models.CASCADE)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.person_id} at {self.consultant_id}'s"


def evenings_of(person) -> list[dict]:
    return [{"with": guest.consultant.name, "at": guest.at} for guest in person.evenings.all()]


def forget_evenings(person) -> None:
    person.evenings.all().delete()
    freshness.invalidate(EVENINGS_TAG)
    portal.forget_count("evenings", person)
