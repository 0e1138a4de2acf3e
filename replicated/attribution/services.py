"""Credit sellers with orders and customers: always one current credit for each of them."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from background.locks import locked
from people.models import Person
from replicated.consultants.models import Consultant

from . import reasons
from .deciding import HOUSE, Claim, Decision, decide
from .models import Credit
from .reasons import BOUND, STAFF


class ReasonMissing(Exception):
    """A reassignment was given no reason."""


def claims_for(person: Person, provenance: dict[str, Any]) -> list[Claim]:
    """All claims of sellers: those that the request proved, and those from stored records."""
    found = [
        (claim["reason"], claim["seller"], datetime.fromisoformat(claim["at"]), claim["by"])
        for claim in provenance.get("claims", ())
    ]
    found += [
        (reason.code, record.seller_id, record.at, record.by)
        for reason in reasons.all_reasons().values()
        for record in reason.on_record(person)
    ]
    sellers = Consultant.objects.active().in_bulk({seller for _reason, seller, _at, _by in found})
    return [
        Claim(
            reason=reason,
            seller_id=seller,
            at=at,
            evidence={"by": by, "at": at.isoformat()},
            eligible=seller in sellers,
        )
        for reason, seller, at, by in found
    ]


def _decide(person: Person, provenance: dict[str, Any]) -> Decision:
    return decide(
        claims_for(person, provenance),
        now=timezone.now(),
        precedence=[reason.code for reason in reasons.in_order()],
        lifetimes=reasons.lifetimes(),
    )


def _evidence(decision: Decision) -> dict[str, Any]:
    return {
        **decision.evidence,
        "passed_over": [
            {
                "reason": claim.reason,
                "seller": claim.seller_id,
                "eligible": claim.eligible,
                **claim.evidence,
            }
            for claim in decision.passed_over
        ],
    }


def _write(
    decision: Decision,
    *,
    order=None,
    person: Person | None = None,
    buyer: Person,
    by_order=None,
    is_proven: bool,
) -> Credit:
    seller = decision.seller_id
    is_own = seller is not None and Consultant.objects.filter(pk=seller, person=buyer).exists()
    return Credit.objects.create(
        order=order,
        person=person,
        consultant_id=seller,
        reason=decision.reason,
        evidence=_evidence(decision),
        is_own=is_own,
        by_order=by_order,
        is_proven=is_proven,
        decided_at=timezone.now(),
    )


@transaction.atomic
def credit_order(*, order, person: Person, provenance: dict[str, Any]) -> Credit:
    """Credit a seller with a new order. A signed-in buyer without a seller is bound to this one.

    A guest's order is credited but does not bind the person until it is paid
    (``bind_by_order``), as anybody can type an email address. Called within the transaction that
    places the order. Idempotent: an existing credit is kept.
    """
    locked(Person.objects.filter(pk=person.pk)).get()
    existing = Credit.objects.current().filter(order=order).first()
    if existing:
        return existing
    decision = _decide(person, provenance)
    proven = order.user_id is not None and order.user_id == person.user_id
    credit = _write(decision, order=order, buyer=person, is_proven=proven)
    if proven:
        _bind(person, decision, by_order=order, is_proven=True)
    return credit


@transaction.atomic
def bind_by_order(*, order) -> Credit | None:
    """Bind the buyer to the seller of an order that was paid, or placed signed in, if they have no
    seller yet. Idempotent; returns None if nothing changes.
    """
    person = locked(Person.objects.filter(placements__order=order)).get()
    credit = Credit.objects.that_bind(person).filter(order=order).first()
    return _bind_as(credit, person) if credit else None


@transaction.atomic
def withdraw_bond(*, order) -> Credit | None:
    """Undo the binding by an order that expired or was canceled: the buyer is bound by their next
    order that binds, or has no seller again.

    Idempotent; returns None if nobody was bound by this order.
    """
    person = locked(Person.objects.filter(placements__order=order)).get()
    bond = Credit.objects.current().filter(person=person, by_order=order).first()
    if bond is None or bond.consultant_id is None:
        return None
    Credit.objects.filter(pk=bond.pk).update(is_current=False)
    for credit in Credit.objects.that_bind(person).exclude(order=order).order_by("decided_at"):
        if entry := _bind_as(credit, person):
            return entry
    return _write(
        Decision(None, HOUSE, {"by": "withdrawn"}), person=person, buyer=person, is_proven=False
    )


def _bind_as(credit: Credit, person: Person) -> Credit | None:
    """Bind a person to the seller of an order's credit, with the same evidence. If the order was
    credited because they were bound already, by the claims that would have won otherwise."""
    evidence = dict(credit.evidence)
    lost = evidence.pop("passed_over", [])
    reason = credit.reason
    if reason == BOUND:
        theirs = (claim for claim in lost if claim["seller"] == credit.consultant_id)
        evidence = dict(next((claim for claim in theirs if claim["reason"] != BOUND), {}))
        reason = evidence.pop("reason", None)
        evidence = {name: evidence[name] for name in ("by", "at") if name in evidence}
        if reason is None:
            return None
    return _bind(
        person,
        Decision(credit.consultant_id, reason, evidence),
        by_order=credit.order,
        is_proven=credit.is_proven,
    )


@transaction.atomic
def credit_person(*, person: Person, provenance: dict[str, Any]) -> Credit:
    """Bind a person who registered to a seller. An existing binding is kept."""
    locked(Person.objects.filter(pk=person.pk)).get()
    current = Credit.objects.current().filter(person=person).first()
    decision = _decide(person, provenance)
    return _bind(person, decision, by_order=None, is_proven=True) or current


def _bind(person: Person, decision: Decision, *, by_order, is_proven: bool) -> Credit | None:
    """Write a customer's credit: the first seller is kept. Returns None if there is one already."""
    current = Credit.objects.current().filter(person=person).first()
    if current and current.consultant_id:
        if is_proven and not current.is_proven and _names(decision, current.consultant_id):
            # They confirm the same seller themselves now, so the binding is proven.
            Credit.objects.filter(pk=current.pk).update(is_proven=True)
        return None
    if current and decision.reason == HOUSE:
        return None
    seller = Consultant.objects.filter(person=person).values_list("pk", flat=True).first()
    if decision.seller_id is not None and seller == decision.seller_id:
        # Sellers are not their own customers: their own purchase binds them to the company.
        decision = Decision(None, HOUSE, {"by": "own purchase"}, ())
        if current:
            return None
    if current:
        Credit.objects.filter(pk=current.pk).update(is_current=False)
    return _write(decision, person=person, buyer=person, by_order=by_order, is_proven=is_proven)


def _names(decision: Decision, seller_id: int) -> bool:
    """Whether any claim other than the binding itself supports this seller."""
    named = [(decision.reason, decision.seller_id)]
    named += [(claim.reason, claim.seller_id) for claim in decision.passed_over]
    return any(reason != BOUND and seller == seller_id for reason, seller in named)


@transaction.atomic
def reassign(
    *,
    consultant: Consultant | None,
    why: str,
    by,
    order=None,
    person: Person | None = None,
) -> Credit:
    """Reassign an order or a customer to another consultant, or to the company (None).

    The former credit stays in the ledger. Raises ReasonMissing without a reason.
    """
    why = " ".join(why.split())
    if not why:
        raise ReasonMissing
    subject = {"order": order, "person": person}
    if person is not None:
        locked(Person.objects.filter(pk=person.pk)).get()
    else:
        locked(type(order).objects.filter(pk=order.pk)).get()
    former = Credit.objects.current().filter(**subject).first()
    if former:
        if former.consultant_id == (consultant.pk if consultant else None):
            return former
        Credit.objects.filter(pk=former.pk).update(is_current=False)
    credit = Credit.objects.create(
        **subject,
        consultant=consultant,
        reason=STAFF,
        evidence={"former": former.consultant_id if former else None},
        is_own=bool(consultant and person is None and _is_own(order, consultant)),
        is_proven=person is not None or former is not None and former.is_proven,
        note=why[:400],
        decided_by=by,
        decided_at=timezone.now(),
    )
    log(credit, "attribution.reassign", user=by, title=str(credit))
    return credit


def _is_own(order, consultant: Consultant) -> bool:
    return getattr(getattr(order, "placement", None), "person_id", None) == consultant.person_id
