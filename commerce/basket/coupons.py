"""A visitor types a coupon: on the cart page, and in the last step of the checkout."""

from cms.web.throttle import is_over_limit, over_limit
from commerce.offers.services import coupons
from commerce.offers.words import refusal_text

# As many codes that nobody knows as a visitor may try in an hour.
WRONG_CODES = 20


def try_coupon(request, typed: str) -> str:
    """Put a coupon in the visitor's basket. Returns why not, "" where it is in.

    Codes that nobody knows are counted: whoever guesses is stopped.
    """
    if is_over_limit(request, "coupon", WRONG_CODES):
        return refusal_text("too_often", variant=request.variant)
    try:
        coupons.add_coupon(basket=request.basket, code=typed, variant=request.variant)
    except coupons.CouponRefused as refused:
        if refused.refusal == "unknown":
            over_limit(request, "coupon", WRONG_CODES)
        return refused.message
    return ""
