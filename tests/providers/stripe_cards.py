"""Stripe's test cards (https://docs.stripe.com/testing): what becomes of each number."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Card:
    """``declined``: as [code, decline code]. ``asks``: 3-D Secure comes before the bank does."""

    declined: tuple[str, str] | None = None
    asks: bool = False
    pending_refund: bool = False
    refund_fails_later: bool = False
    disputed: bool = False


GOOD = Card()
CARDS = {
    "4242424242424242": GOOD,
    "5555555555554444": GOOD,
    "378282246310005": GOOD,
    "4000004840008001": GOOD,  # Mexico
    "4000000000000077": GOOD,  # its money is there at once
    "4000000000000002": Card(declined=("card_declined", "generic_decline")),
    "4000000000009995": Card(declined=("card_declined", "insufficient_funds")),
    "4000000000009987": Card(declined=("card_declined", "lost_card")),
    "4000000000009979": Card(declined=("card_declined", "stolen_card")),
    "4100000000000019": Card(declined=("card_declined", "fraudulent")),
    "4000000000000069": Card(declined=("expired_card", "expired_card")),
    "4000000000000127": Card(declined=("incorrect_cvc", "incorrect_cvc")),
    "4000000000000119": Card(declined=("processing_error", "processing_error")),
    "4000002500003155": Card(asks=True),
    "4000002760003184": Card(asks=True),
    "4000000000003220": Card(asks=True),
    "4000008400001629": Card(asks=True, declined=("card_declined", "generic_decline")),
    "4000000000007726": Card(pending_refund=True),
    "4000000000005126": Card(refund_fails_later=True),
    "4000000000000259": Card(disputed=True),
}


# The same by the names that a server uses, where there is no form to type a number in.
METHODS = {
    "pm_card_visa": "4242424242424242",
    "pm_card_visa_chargeDeclined": "4000000000000002",
    "pm_card_visa_chargeDeclinedInsufficientFunds": "4000000000009995",
    "pm_card_chargeDeclinedExpiredCard": "4000000000000069",
    "pm_card_authenticationRequired": "4000002760003184",
}


def card_of(number: str) -> Card:
    """Of a number as it is typed; one that is no test card is a number that is wrong."""
    digits = "".join(letter for letter in number if letter.isdigit())
    return CARDS.get(digits, Card(declined=("incorrect_number", "incorrect_number")))


def brand_of(digits: str) -> str:
    return {"3": "amex", "5": "mastercard"}.get(digits[:1], "visa")
