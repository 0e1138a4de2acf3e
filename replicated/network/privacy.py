"""Personal data in the network: export and erasure, for ``people.privacy``."""

from .models import Move, Position


def place_of(person) -> dict | None:
    """Export a person's position, consent and moves."""
    position = (
        Position.objects.filter(consultant__person=person)
        .select_related("sponsor__consultant", "zone")
        .first()
    )
    if position is None:
        return None
    moves = position.moves.select_related("sponsor", "zone").order_by("decided_at", "pk")
    return {
        "sponsor": position.sponsor and position.sponsor.consultant.code,
        "zone": position.zone and position.zone.name,
        "since": position.placed_at.isoformat(),
        "shows_email_and_phone_to_leaders": position.shares_contact,
        "moves": [
            {
                "decided": move.decided_at.isoformat(),
                "sponsor": move.sponsor and move.sponsor.code,
                "zone": move.zone and move.zone.name,
                "why": move.why,
            }
            for move in moves
        ],
    }


def forget_place(person) -> None:
    """Erase the notes of staff and end the consent. The position stays, without a name, so that the
    team keeps its leaders.
    """
    Move.objects.filter(position__consultant__person=person).exclude(why="").update(why="")
    Position.objects.filter(consultant__person=person).update(shares_contact=False)
