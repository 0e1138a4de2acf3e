"""Count visits, and bind a customer to the consultant whose code they typed."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from people.models import Person
from replicated.attribution.models import Credit
from replicated.attribution.services import credit_person

from .models import SiteVisits


def count_visit(*, consultant_id: int, day: date) -> None:
    """Add a visitor to a site's day. Concurrent requests are all counted."""
    row = SiteVisits.objects.filter(consultant_id=consultant_id, day=day)
    if row.update(count=F("count") + 1):
        return
    try:
        with transaction.atomic():
            SiteVisits.objects.create(consultant_id=consultant_id, day=day, count=1)
    except IntegrityError:
        # Another request has created the row meanwhile.
        row.update(count=F("count") + 1)


class OwnCode(Exception):
    """A consultant typed their own code."""


def choose_consultant(
    *, person: Person, claim: dict[str, Any], provenance: dict[str, Any]
) -> Credit:
    """Bind a customer without a consultant to the one whose code they typed.

    ``claim`` is the code's (``people.provenance.CodeField``) and part of ``provenance``. An
    existing binding is kept. Raises OwnCode.
    """
    own = getattr(person, "consultant", None)
    if own is not None and own.pk == claim["seller"]:
        raise OwnCode
    return credit_person(person=person, provenance=provenance)
