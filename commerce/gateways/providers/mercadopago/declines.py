"""Why Mercado Pago declined a payment, in words for the shopper: what to do next, and nothing that
helps whoever tries out cards that are not theirs.

Its ``status_detail`` comes with an end that we do not need (``cc_rejected_insufficient_amount``).
"""

from django.utils.translation import gettext_lazy as _

_TYPED = _("Check the card number, expiration date, and security code, then try again.")
_OTHER = _("Your bank didn't approve it. Try another card or payment method.")
WORDS = {
    "cc_rejected_bad_filled_card_number": _TYPED,
    "cc_rejected_bad_filled_date": _TYPED,
    "cc_rejected_bad_filled_security_code": _TYPED,
    "cc_rejected_bad_filled_other": _TYPED,
    "cc_rejected_call_for_authorize": _(
        "Your bank wants you to authorize this payment. Call the number on your card, then try "
        "again."
    ),
    "cc_rejected_card_disabled": _(
        "Your card isn't active for online purchases. Activate it with your bank, or use another "
        "card."
    ),
    "cc_rejected_insufficient_amount": _(
        "There weren't enough funds. Try another card or payment method."
    ),
    "cc_rejected_invalid_installments": _(
        "Your card doesn't allow that number of installments. Choose another number and try again."
    ),
    "cc_rejected_duplicated_payment": _(
        "You made a payment for the same amount a moment ago. If you need to pay again, use "
        "another card or payment method."
    ),
    "cc_rejected_max_attempts": _(
        "This card was tried too many times. Use another card or payment method."
    ),
    "cc_rejected_card_type_not_allowed": _(
        "This type of card isn't accepted here. Use another card or payment method."
    ),
    "rejected_by_bank": _OTHER,
    "rejected_insufficient_data": _(
        "Some details were missing. Try again and fill in every field."
    ),
    "bank_error": _("Your bank had a problem. Try again later, or use another payment method."),
}


def decline_text(failure_code: str) -> str:
    """What to tell the shopper, in their language."""
    return str(WORDS.get(failure_code, _OTHER))
