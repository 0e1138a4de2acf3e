"""Credits for display: seller, reason and evidence."""

from dataclasses import dataclass

from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from markets.dates import staff_moment
from people.models import shown_name_of
from replicated.consultants.models import Consultant

from .reasons import reason_choices, way_of


@dataclass(frozen=True)
class CreditLine:
    """An entry of the ledger, for staff."""

    seller: str
    seller_id: int | None
    reason: str
    detail: str
    when: str
    by: str
    is_current: bool
    is_own: bool
    lost: tuple[str, ...]


def _way(evidence: dict, market: str) -> str:
    text = way_of(str(evidence.get("by", "")))
    moment = staff_moment(parse_datetime(evidence.get("at") or ""), market)
    return ", ".join(filter(None, [text, moment]))


def history(credits, market: str = "") -> list[CreditLine]:
    """The credits of one order or customer, newest first. One query besides the rows'. ``market``:
    on whose clock its moments are told, as ``staff_moment`` has it."""
    rows = list(credits.select_related("consultant__person", "decided_by"))
    mentioned = {lost["seller"] for row in rows for lost in row.evidence.get("passed_over", ())}
    names = {
        consultant.pk: consultant.name
        for consultant in Consultant.objects.filter(pk__in=mentioned).select_related("person")
    }
    reasons = dict(reason_choices())
    lines = []
    for row in rows:
        lost = tuple(
            "{}: {}{}".format(
                names.get(claim["seller"], "?"),
                reasons.get(claim["reason"], claim["reason"]),
                "" if claim.get("eligible", True) else f" ({_('does not sell now')})",
            )
            for claim in row.evidence.get("passed_over", ())
        )
        lines.append(
            CreditLine(
                seller=row.consultant.name if row.consultant else _("The company itself"),
                seller_id=row.consultant_id,
                reason=row.get_reason_display(),
                detail=row.note or _way(row.evidence, market),
                when=staff_moment(row.decided_at, market),
                by=shown_name_of(row.decided_by),
                is_current=row.is_current,
                is_own=row.is_own,
                lost=lost,
            )
        )
    return lines
