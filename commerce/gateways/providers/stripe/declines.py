"""What a shopper is told of a decline, by the code that Stripe gives for it
(https://docs.stripe.com/declines/codes and https://docs.stripe.com/error-codes, November 2026).

Codes that are not here get the general words. So do ``lost_card``, ``stolen_card``, ``fraudulent``,
``pickup_card``, ``restricted_card``, ``merchant_blacklist`` and ``security_violation``, on purpose.
"""

from django.utils.translation import gettext_lazy as _

GENERAL = _(
    "Your bank declined it and doesn't tell us why. Call the number on your card, or use another "
    "card."
)
BY_CODES = {
    _("There isn't enough money available on this card. Use another card."): (
        "insufficient_funds",
        "card_velocity_exceeded",
        "withdrawal_count_limit_exceeded",
    ),
    _("This card has expired. Use another card."): ("expired_card",),
    _("The card number isn't right. Check it and try again."): (
        "incorrect_number",
        "invalid_number",
    ),
    _("The security code isn't right. Check it and try again."): ("incorrect_cvc", "invalid_cvc"),
    _("The expiration date isn't right. Check it and try again."): (
        "invalid_expiry_month",
        "invalid_expiry_year",
    ),
    _("The ZIP code isn't the one your bank has. Check it and try again."): ("incorrect_zip",),
    _("Your bank couldn't confirm that it's you. Try again, or use another card."): (
        "authentication_required",
        "authentication_not_handled",
        "mobile_device_authentication_required",
        "payment_intent_authentication_failure",
    ),
    _("This card can't be used for this purchase. Use another card."): (
        "card_not_supported",
        "currency_not_supported",
        "not_permitted",
        "service_not_allowed",
        "transaction_not_allowed",
    ),
    _("The bank couldn't answer just now. Wait a minute and try again."): (
        "approve_with_id",
        "issuer_not_available",
        "processing_error",
        "reenter_transaction",
        "try_again_later",
    ),
    _(
        "Your bank just saw the same amount on this card. Check your account before you try again."
    ): ("duplicate_transaction",),
    _("This amount can't be paid this way. Choose another payment method."): (
        "amount_too_large",
        "amount_too_small",
        "invalid_amount",
    ),
    _("The time to pay it ran out. Try again, or choose another payment method."): (
        "payment_intent_payment_attempt_expired",
    ),
}
TEXTS = {code: text for text, codes in BY_CODES.items() for code in codes}


def decline_text(code: str) -> str:
    return str(TEXTS.get(code, GENERAL))


def texts_by_code() -> dict[str, str]:
    """For what Stripe's form says of a decline in the browser; "" for every other code."""
    return {"": str(GENERAL)} | {code: str(text) for code, text in TEXTS.items()}
