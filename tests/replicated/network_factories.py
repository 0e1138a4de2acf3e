"""Places in the network, as staff give them."""

from replicated.network.models import Position, Zone
from replicated.network.services import place

from .factories import make_consultant


def make_zone(name="Bogotá norte", code="bog-n", market="co") -> Zone:
    return Zone.objects.create(name=name, code=code, market=market)


def make_member(first_name, *, under=None, zone=None, last_name="Gómez", **fields):
    """A consultant with a place; ``under`` is their sponsor."""
    consultant = make_consultant(first_name, last_name, **({"registered": False} | fields))
    place(consultant=consultant, sponsor=under, zone=zone)
    return consultant


def spot(consultant) -> Position:
    """Where somebody stands now."""
    return Position.objects.get(pk=consultant.pk)
