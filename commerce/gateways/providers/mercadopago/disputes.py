"""A complaint, or a dispute at the payer's bank, as Mercado Pago tells it: by the state of the
payment (https://www.mercadopago.com.co/developers/en/reference/payments/_payments_id/get)."""

from commerce.gateways.base import DisputeAnswer, DisputeState

from .answers import Charge

# What became of a payment that is ``charged_back``, by its detail. Without one it is undecided.
DECIDED = {"settled": DisputeState.LOST, "reimbursed": DisputeState.WON}


def disputes_of(charges: list[Charge], *, undecided: set[str]) -> list[DisputeAnswer]:
    """``undecided``: by name, those that were told before. A payment that was given back had a
    complaint only if it is one of them."""
    told = (one for one in charges if one.status != "refunded" or one.id in undecided)
    return [one for one in map(_dispute_of, told) if one is not None]


def _dispute_of(charge: Charge) -> DisputeAnswer | None:
    if charge.status == "in_mediation":
        state = DisputeState.OPEN
    elif charge.status == "refunded":
        # How a complaint ends for the payer. The money is a refund then, and counted as one.
        state = DisputeState.LOST
    elif charge.status == "charged_back":
        state = DECIDED.get(charge.detail, DisputeState.REVIEW)
    else:
        return None
    return DisputeAnswer(
        reference=charge.id,
        state=state,
        amount=charge.amount,
        is_withdrawn=charge.status == "charged_back" and state != DisputeState.WON,
        opened_at=charge.changed,
        reason=charge.detail,
    )
