"""Apply a market's offers to a cart: for the cart, every checkout step and placing the order."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from commerce.pricing.quote import Reduction
from markets.registry import Market

from .engine.applying import Applied, Missing, Outcome, apply_offers, missing, settle
from .engine.lines import OfferLine
from .engine.loaded import DELIVERY_BENEFITS, CouponInBasket
from .loading import Buyer, load_offers

# The most hints of offers within reach that are shown.
HINTS = 2


@dataclass(frozen=True)
class CouponState:
    """A coupon in the basket: ``applied``, or why not: ``refusal`` (a code of ``words``) or
    ``lacks``."""

    coupon: CouponInBasket
    name: str = ""
    refusal: str = ""
    lacks: Missing | None = None
    applied: Applied | None = None


@dataclass
class CartOffers:
    """The offers of a cart. ``applied`` is in the order of application."""

    outcome: Outcome | None = None
    coupons: list[CouponState] = field(default_factory=list)
    hints: list[Missing] = field(default_factory=list)

    @property
    def applied(self) -> list[Applied]:
        return self.outcome.applied if self.outcome else []

    @property
    def discounts(self) -> dict[int, Decimal]:
        """The discount on each line, by its key."""
        return self.outcome.discounts if self.outcome else {}

    @property
    def delivery_reduction(self) -> Reduction | None:
        found = self.outcome.delivery if self.outcome else None
        if found is None:
            return None
        return Reduction(kind=DELIVERY_BENEFITS[found.offer.benefit.type], value=found.offer.value)


def offers_for(
    *,
    basket,
    lines: Iterable[tuple[int, object, int, Decimal]],
    market: Market,
    language: str,
    buyer: Buyer | None = None,
) -> CartOffers:
    """Apply the market's offers to lines: (key, product, quantity, displayed unit price).

    The products' parents must have been read. About four queries for any number of offers.
    """
    rows = [
        OfferLine(key=key, product=product, quantity=quantity, unit=unit)
        for key, product, quantity, unit in lines
    ]
    buyer = buyer or Buyer(user_id=basket.owner_id)
    loaded, coupons = load_offers(
        market=market.code,
        language=language,
        products=[row.product for row in rows],
        buyer=buyer,
        basket=basket,
    )
    outcome = settle(
        apply_offers(rows, loaded, currency=market.currency), decimals=market.price_decimals
    )
    found = CartOffers(outcome=outcome)
    found.hints = _hints(outcome)
    found.coupons = [_state(outcome, coupon, pk) for pk, coupon in coupons.items()]
    return found


def _hints(outcome: Outcome) -> list[Missing]:
    """What the cart lacks for offers within reach, by priority."""
    hints = []
    for offer in outcome.offers:
        if len(hints) == HINTS:
            break
        lacks = missing(outcome, offer) if offer.coupon is None else None
        if lacks is not None:
            hints.append(lacks)
    return hints


def _state(outcome: Outcome, coupon: CouponInBasket, offer_pk: int) -> CouponState:
    offer = next((offer for offer in outcome.offers if offer.pk == offer_pk), None)
    if offer is None:
        return CouponState(coupon=coupon, refusal="other_country")
    applied = outcome.found(offer)
    if applied is not None:
        return CouponState(coupon=coupon, name=offer.name, applied=applied)
    if offer.refusal:
        return CouponState(coupon=coupon, name=offer.name, refusal=offer.refusal)
    lacks = lacking(outcome, offer)
    return CouponState(
        coupon=coupon, name=offer.name, lacks=lacks, refusal="" if lacks else "not_together"
    )


def lacking(outcome: Outcome, offer) -> Missing | None:
    """As ``missing``, also for a cart without any of the offer's products."""
    found = missing(outcome, offer)
    if found is not None:
        return found
    mine = [line for line in outcome.basket.lines if offer.condition.can_apply_condition(line)]
    return None if mine else Missing(offer=offer, goods=True)
