"""Writing: visits counted, and a customer who names their consultant."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from people.models import Person
from replicated.attribution.models import Credit
from replicated.attribution.services import credit_person

from .models import SiteVisits


def count_visit(*, consultant_id: int, day: date) -> None:
    """One visitor more. Any number of requests at once are all counted."""
    row = SiteVisits.objects.filter(consultant_id=consultant_id, day=day)
    if row.update(count=F("count") + 1):
        return
    try:
        with transaction.atomic():
            SiteVisits.objects.create(consultant_id=consultant_id, day=day, count=1)
    except IntegrityError:
        # Another request made the row between the look and the leap.
        row.update(count=F("count") + 1)


class OwnCode(Exception):
    """Nobody is their own customer."""


def choose_consultant(
    *, person: Person, claim: dict[str, Any], provenance: dict[str, Any]
) -> Credit:
    """Make somebody who is nobody's customer yet the customer of the code they typed.

    ``claim`` is the code's (``people.provenance.CodeField``) and part of ``provenance``. A bond
    that exists stands, as everywhere. Raises OwnCode.
    """
    own = getattr(person, "consultant", None)
    if own is not None and own.pk == claim["seller"]:
        raise OwnCode
    return credit_person(person=person, provenance=provenance)
