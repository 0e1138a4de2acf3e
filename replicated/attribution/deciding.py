"""Who is credited, and why: a pure function of claims, with exactly one winner (RS-04).

Which reasons there are is in ``reasons``; their order is the company's (``VITRINA_ATTRIBUTION``).
Where no claim counts, the order or the customer is the company's own: ``house``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

HOUSE = "house"


@dataclass(frozen=True)
class Claim:
    """Something that speaks for a seller. ``evidence`` is kept with the decision, so it holds
    nothing personal. ``eligible`` is false for a seller who cannot be credited now.
    """

    reason: str
    seller_id: int
    at: datetime
    evidence: dict[str, Any] = field(default_factory=dict)
    eligible: bool = True


@dataclass(frozen=True)
class Decision:
    """``seller_id`` None is the house. ``passed_over`` lists the claims that lost, for staff."""

    seller_id: int | None
    reason: str
    evidence: dict[str, Any]
    passed_over: tuple[Claim, ...] = ()


def decide(
    claims: Iterable[Claim],
    *,
    now: datetime,
    precedence: Sequence[str],
    lifetimes: Mapping[str, timedelta],
) -> Decision:
    """The one winner among the claims. Never raises; no claim at all is the house.

    ``precedence``: reasons, the strongest first. ``lifetimes``: for how long claims of a reason
    count, of those that do not count forever.

    A claim counts if its seller can be credited, its reason is in the precedence, it is not
    from the future, and it is young enough. Among those of the first reason that
    has any, the latest wins; of two from the same moment the lower seller id, so that the
    result does not depend on the order in which claims come.
    """
    claims = list(claims)
    counted = [claim for claim in claims if _counts(claim, now, precedence, lifetimes)]
    if not counted:
        return Decision(None, HOUSE, {}, tuple(claims))
    best = min(
        counted,
        key=lambda claim: (precedence.index(claim.reason), now - claim.at, claim.seller_id),
    )
    lost = tuple(claim for claim in claims if claim is not best)
    return Decision(best.seller_id, best.reason, best.evidence, lost)


def _counts(
    claim: Claim, now: datetime, precedence: Sequence[str], lifetimes: Mapping[str, timedelta]
) -> bool:
    if not claim.eligible or claim.reason not in precedence or claim.at > now:
        return False
    lifetime = lifetimes.get(claim.reason)
    return lifetime is None or now - claim.at <= lifetime
