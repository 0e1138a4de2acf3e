"""Add coupons to a cart, remove them, and carry them over when carts are merged."""

from django.db import transaction
from django.db.models import F
from oscar.core.loading import get_model

from cms.web.throttle import is_over_limit, over_limit
from commerce.offers.coupon_codes import normalized
from commerce.offers.models import OfferMarket
from commerce.offers.words import lacks_text, refusal_text
from markets.lookup import market_of

from .cart import build_cart
from .locking import open_basket

Voucher = get_model("voucher", "Voucher")

# The most coupons of one order.
MOST = 3
# The most unknown codes that a visitor may try in an hour.
WRONG_CODES = 20


class CouponRefused(Exception):
    """The coupon cannot be used; ``message`` says why, in the reader's language."""

    def __init__(self, refusal: str, message: str):
        self.refusal = refusal
        self.message = message
        super().__init__(refusal)


def add_coupon(*, basket, code: str, edition: str):
    """Add a coupon to the basket. Returns the voucher.

    Raises CouponRefused if it cannot be used for what is in the basket now; then the basket is
    unchanged.
    """
    code = normalized(code)
    if not code:
        raise _refused("empty", edition)
    voucher = Voucher.objects.filter(code=code).first()
    if voucher is None:
        raise _refused("unknown", edition)
    if basket.pk is None:
        raise _refused("empty_cart", edition)
    with transaction.atomic():
        if open_basket(basket.pk) is None:
            raise _refused("empty_cart", edition)
        why = _in_the_way(voucher, list(basket.vouchers.prefetch_related("offers")))
        if why:
            raise _refused(why, edition)
        basket.vouchers.add(voucher)
        cart = build_cart(basket, edition=edition)
        state = next((one for one in cart.offers.coupons if one.coupon.pk == voucher.pk), None)
        if state is None:
            raise _refused("paused", edition)
        if state.applied is None and (cart.is_empty and state.refusal in ("", "not_together")):
            raise _refused("empty_cart", edition)
        if state.applied is None:
            raise CouponRefused(state.refusal or "minimum", problem_of(state, edition=edition))
        Voucher.objects.filter(pk=voucher.pk).update(
            num_basket_additions=F("num_basket_additions") + 1
        )
    return voucher


def try_coupon(request, typed: str) -> str:
    """Add the coupon that a visitor typed, on the cart page or in the review step. Returns the
    reason why it is refused, "" if it was added.

    Unknown codes are counted and limited (``WRONG_CODES``), so that codes cannot be guessed.
    """
    if is_over_limit(request, "coupon", WRONG_CODES):
        return refusal_text("too_often", edition=request.edition)
    try:
        add_coupon(basket=request.basket, code=typed, edition=request.edition)
    except CouponRefused as refused:
        if refused.refusal == "unknown":
            over_limit(request, "coupon", WRONG_CODES)
        return refused.message
    return ""


def _in_the_way(voucher, carried: list) -> str:
    """Why a basket with these coupons cannot take this one as well, "" if it can."""
    if any(other.pk == voucher.pk for other in carried):
        return "already"
    if len(carried) >= MOST:
        return "too_many"
    offers = {offer.pk for offer in voucher.offers.all()}
    if any(offer.pk in offers for other in carried for offer in other.offers.all()):
        return "same_offer"
    return ""


def carry_coupons(*, into, other) -> None:
    """Move the coupons of another basket into this one, as far as one basket may have them. The
    caller has locked both."""
    carried = list(into.vouchers.prefetch_related("offers"))
    for voucher in other.vouchers.prefetch_related("offers").order_by("pk"):
        if not _in_the_way(voucher, carried):
            into.vouchers.add(voucher)
            carried.append(voucher)


@transaction.atomic
def remove_coupon(*, basket, voucher_id: int) -> None:
    """Remove a coupon from the basket; does nothing if it is not in it."""
    if open_basket(basket.pk) is None:
        return
    basket.vouchers.remove(voucher_id)


def problem_of(state, *, edition: str) -> str:
    """Why a coupon in the basket does not apply, in the edition's language; "" if it does."""
    if state.applied is not None:
        return ""
    if state.lacks is not None:
        return lacks_text(state.lacks, edition=edition)
    rows = OfferMarket.objects.none()
    if state.refusal in ("not_yet", "expired", "other_country"):
        rows = OfferMarket.objects.filter(offer__vouchers=state.coupon.pk)
    here = market_of(edition).code
    own = next((row for row in rows if row.market == here), None)
    return refusal_text(
        state.refusal,
        edition=edition,
        starts_at=own.starts_at if own else None,
        ends_at=own.ends_at if own else None,
        markets=[row.market for row in rows],
    )


def _refused(refusal: str, edition: str) -> CouponRefused:
    return CouponRefused(refusal, refusal_text(refusal, edition=edition))
