"""Personal data in credits and referral links: export and erasure, for ``people.privacy``."""

from django.db.models import Q

from .models import Credit, PersonLink


def _about(person):
    return Credit.objects.filter(Q(person=person) | Q(order__placement__person=person))


def credits_of(person) -> dict:
    """Export a person's latest referral link, and the sellers of the person and of their orders,
    with reasons.
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
    """Erase a person's referral link, and from their credits the notes of staff and the evidence.
    The credits themselves stay, under a pseudonym."""
    PersonLink.objects.filter(person=person).delete()
    _about(person).exclude(note="").update(note="")
    for entry in _about(person).exclude(evidence={}):
        entry.evidence = {}
        entry.save(update_fields=["evidence"])
