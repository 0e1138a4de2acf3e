"""Decide which seller is credited: a pure function of claims, with exactly one winner (RS-04).

The reasons are in ``reasons``, their precedence is the setting ``VITRINA_ATTRIBUTION``. If no claim
counts, the order or customer is the company's own: ``house``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

HOUSE = "house"


@dataclass(frozen=True)
class Claim:
    """A claim for a seller. ``evidence`` is stored with the decision, so it must not be personal
    data. ``eligible`` is false for a seller who cannot be credited now.
    """

    reason: str
    seller_id: int
    at: datetime
    evidence: dict[str, Any] = field(default_factory=dict)
    eligible: bool = True


@dataclass(frozen=True)
class Decision:
    """The winner: ``seller_id`` None is the company. ``passed_over``: the losing claims, for
    staff."""

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
    """The winner among the claims; the company if there are none. Never raises.

    ``precedence``: reasons, the strongest first. ``lifetimes``: how long claims of a reason count,
    for those that do not count forever.

    A claim counts if its seller can be credited, its reason is in the precedence, it is not from
    the future, and it has not expired. Of the first reason with claims the latest one wins; of two
    from the same moment the lower seller id, so that the order of the claims does not matter.
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
