"""Place and move consultants in the sponsor network. A move takes the whole team along."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from replicated.consultants.models import Consultant

from . import paths
from .agreement import Circle, paths_from
from .locking import lock_network
from .models import Move, Position, Zone


class NotPlaced(Exception):
    """The requested position is not possible. ``message`` for the user; ``field``: the argument of
    ``place`` that is wrong."""

    field, message = "sponsor", ""


class WouldBeCircle(NotPlaced):
    """The consultant would be below themselves."""

    message = _(
        "This person is the consultant or belongs to their team, so they can't be their sponsor."
    )


class TooDeep(NotPlaced):
    """The lowest member of the team would be below the last level."""

    @property
    def message(self) -> str:
        return gettext("The network would have more than %(levels)d levels.") % {
            "levels": paths.MOST_LEVELS
        }


class SponsorNotActive(NotPlaced):
    """The sponsor is paused or ended, and cannot get new members."""

    message = _("This consultant doesn't sell now: no one new is placed below them.")


class ZoneNotOpen(NotPlaced):
    """The zone is closed, or another market's."""

    field, message = "zone", _("Choose an open zone of the consultant's market.")


class ReasonMissing(NotPlaced):
    """A move needs a reason; the first placing does not."""

    field, message = "why", _("Say why: it stays on record.")


@transaction.atomic
def place(
    *,
    consultant: Consultant,
    sponsor: Consultant | None,
    zone: Zone | None,
    why: str = "",
    by=None,
) -> Position:
    """Place a consultant, with their whole team, below a sponsor (None: at the top) and in a zone.

    The consent to show email and phone ends for everyone who gets other leaders. A sponsor without
    a position is placed at the top. The present sponsor and zone are accepted even if they could
    not be chosen anew. Raises a subclass of NotPlaced; then nothing is changed.
    """
    why = " ".join(why.split())
    lock_network()
    position = Position.objects.filter(pk=consultant.pk).first()
    is_new = position is None
    _check(consultant, position, sponsor, zone)
    if is_new:
        position = _at_the_top(consultant)
    elif (position.sponsor_id, position.zone_id) == (_key(sponsor), _key(zone)):
        return position
    elif not why:
        raise ReasonMissing
    move = Move(
        position=position,
        former_sponsor_id=position.sponsor_id,
        sponsor=sponsor,
        former_zone_id=position.zone_id,
        zone=zone,
        why=why[:400],
        decided_by=by,
        decided_at=timezone.now(),
    )
    if position.sponsor_id != _key(sponsor):
        move.team = _hang(position, _leader(sponsor, by))
    position.zone = zone
    position.save(update_fields=["zone"])
    move.save()
    log(consultant, "network.place", user=by, title=consultant.code)
    return position


def _check(
    consultant: Consultant, present: Position | None, sponsor: Consultant | None, zone: Zone | None
) -> None:
    if sponsor is not None and sponsor.pk == consultant.pk:
        raise WouldBeCircle
    is_other = present is None or present.sponsor_id != _key(sponsor)
    sells = Consultant.objects.active()
    if is_other and sponsor is not None and not sells.filter(pk=sponsor.pk).exists():
        raise SponsorNotActive
    is_other = present is None or present.zone_id != _key(zone)
    if is_other and zone is not None and not (zone.is_open and zone.market == consultant.market):
        raise ZoneNotOpen


def _key(one) -> int | None:
    return one.pk if one is not None else None


def _at_the_top(consultant: Consultant) -> Position:
    path = paths.path_below("", consultant.pk)
    return Position.objects.create(consultant=consultant, path=path, depth=1)


def _leader(sponsor: Consultant | None, by) -> Position | None:
    if sponsor is None:
        return None
    found = Position.objects.filter(pk=sponsor.pk).first()
    if found is None:
        found = _at_the_top(sponsor)
        Move.objects.create(position=found, decided_by=by, decided_at=timezone.now())
    return found


def _hang(position: Position, leader: Position | None) -> int:
    """Move a position with its whole team below another. Returns the size of the team."""
    if leader and (leader.path == position.path or paths.is_below(leader.path, position.path)):
        raise WouldBeCircle
    former, path = position.path, paths.path_below(leader.path if leader else "", position.pk)
    down = paths.depth_of(path) - position.depth
    team = Position.objects.below(position)
    deepest = team.order_by("-depth").values_list("depth", flat=True).first() or position.depth
    if deepest + down > paths.MOST_LEVELS:
        raise TooDeep
    size = team.update(
        path=Concat(Value(path), Substr("path", len(former) + 1)),
        depth=F("depth") + down,
        shares_contact=False,
    )
    position.sponsor, position.path, position.depth = leader, path, position.depth + down
    position.shares_contact, position.notified_at = False, None
    position.save(update_fields=["sponsor", "path", "depth", "shares_contact", "notified_at"])
    return size


@transaction.atomic
def load_network(rows: Iterable[tuple[int, int | None, int | None]], *, batch: int = 2000) -> int:
    """Place many consultants, for imports and benchmarks: (consultant, sponsor, zone) ids, in any
    order. Returns their number.

    Sends no mails. An impossible row (a circle, a sponsor without a position, a consultant who has
    one) fails the whole import: Circle, TooDeep or IntegrityError.
    """
    lock_network()
    wanted = {consultant: (sponsor, zone) for consultant, sponsor, zone in rows}
    present = dict(Position.objects.values_list("pk", "sponsor_id"))
    places = paths_from({**present, **{key: sponsor for key, (sponsor, _z) in wanted.items()}})
    if places.circles:
        raise Circle(places.circles)
    if any(paths.depth_of(places.paths[key]) > paths.MOST_LEVELS for key in wanted):
        raise TooDeep
    # Leaders first: a sponsor must have a position before their team.
    order = sorted(wanted, key=lambda key: places.paths[key])
    now = timezone.now()
    made = Position.objects.bulk_create(
        (
            Position(
                consultant_id=key,
                sponsor_id=wanted[key][0],
                zone_id=wanted[key][1],
                path=places.paths[key],
                depth=paths.depth_of(places.paths[key]),
            )
            for key in order
        ),
        batch_size=batch,
    )
    Move.objects.bulk_create(
        (
            Move(
                position_id=key,
                sponsor_id=wanted[key][0],
                zone_id=wanted[key][1],
                decided_at=now,
            )
            for key in order
        ),
        batch_size=batch,
    )
    return len(made)


def share_contact(*, consultant: Consultant, shares: bool) -> None:
    """Set a consultant's consent to show email and phone to their leaders."""
    Position.objects.filter(pk=consultant.pk).update(shares_contact=shares)


def note_notified(position: Position) -> None:
    """Record that a consultant has read who their sponsor is and what leaders see of them; ignored
    if they have another sponsor than in ``position`` by now."""
    if position.notified_at is None:
        position.notified_at = timezone.now()
        unread = Position.objects.filter(pk=position.pk, notified_at=None)
        unread.filter(sponsor=position.sponsor_id).update(notified_at=position.notified_at)
