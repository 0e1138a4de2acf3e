"""What this area keeps about a person, for ``people.privacy``."""

from django.db.models import Q

from .models import Credit, PersonLink


def _about(person):
    return Credit.objects.filter(Q(person=person) | Q(order__placement__person=person))


def credits_of(person) -> dict:
    """By whose link they came last, whose customer they are and were, and whose their orders,
    with why.
    """
    link = PersonLink.objects.filter(person=person).select_related("consultant").first()
    entries = _about(person).select_related("order", "consultant").order_by("decided_at", "pk")
    return {
        "link": link and {"consultant": link.consultant.code, "opened": link.at.isoformat()},
        "credits": [
            {
                "about": entry.order.number if entry.order else "customer",
                "consultant": entry.consultant.code if entry.consultant else None,
                "reason": entry.reason,
                "rests_on": {
                    name: entry.evidence[name] for name in ("by", "at") if name in entry.evidence
                },
                "note": entry.note,
                "decided": entry.decided_at.isoformat(),
                "holds_now": entry.is_current,
            }
            for entry in entries
        ],
    }


def forget_credits(person) -> None:
    """The link goes. The ledger stays, under the pseudonym, without what staff wrote about them
    and without when and how they came."""
    PersonLink.objects.filter(person=person).delete()
    _about(person).exclude(note="").update(note="")
    for entry in _about(person).exclude(evidence={}):
        entry.evidence = {}
        entry.save(update_fields=["evidence"])
