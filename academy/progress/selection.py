"""Whom a course is assigned to: typed one by one, a customer group, a zone, a leader's team."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.functions import Lower

from people.customer_groups.querysets import valid_at
from people.models import CustomerGroup, GroupMembership, Person
from replicated.consultants.models import Consultant
from replicated.network.downline import downline_of
from replicated.network.models import Zone

MOST_LINES = 2000


@dataclass(frozen=True)
class Typed:
    """The people that lines name, and the lines that name nobody, as they were typed, in their
    order."""

    people: dict[str, int]
    unknown: list[str]


def people_typed(text: str) -> Typed:
    """Read addresses and codes of consultants, one a line. Empty lines and repeats do not count.
    Two queries."""
    lines = list(dict.fromkeys(line.strip().replace("\0", "") for line in text.splitlines()))
    lines = [line for line in lines if line]
    words = {line.lower() for line in lines}
    kept = Person.objects.kept().filter(email__in=[word for word in words if "@" in word])
    known = {email: key for email, key in kept.values_list("email", "pk")}
    sellers = Consultant.objects.filter(person__erased_at=None).annotate(low=Lower("code"))
    sellers = sellers.filter(low__in=[word for word in words if "@" not in word])
    known |= {low: key for low, key in sellers.values_list("low", "person")}
    return Typed(
        people={line: known[line.lower()] for line in lines if line.lower() in known},
        unknown=[line for line in lines if line.lower() not in known],
    )


def people_of_group(group: CustomerGroup) -> QuerySet[Person]:
    members = GroupMembership.objects.filter(valid_at(), group=group)
    return Person.objects.kept().filter(pk__in=members.values("person"))


def people_of_zone(zone: Zone) -> QuerySet[Person]:
    """Its consultants who sell now."""
    return _selling(Consultant.objects.filter(position__zone=zone))


def people_below(leader: Consultant) -> QuerySet[Person]:
    """The whole team below a leader: consultants who sell now, without the leader."""
    return _selling(Consultant.objects.filter(pk__in=downline_of(leader).values("pk")))


def _selling(consultants: QuerySet[Consultant]) -> QuerySet[Person]:
    return Person.objects.kept().filter(pk__in=consultants.active().order_by().values("person"))
