"""Apply offers to a cart: Oscar's algorithm, in memory.

The results are those of Oscar's ``Applicator`` (tests/offers compares them on random baskets).
Rounding is ours (``settle``): discounts have the decimals of the market's prices, and no line
costs less than zero.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal

from oscar.core.loading import get_class

from .lines import OfferBasket, OfferLine
from .loaded import LoadedOffer

CoverageCondition = get_class("offer.conditions", "CoverageCondition")
ValueCondition = get_class("offer.conditions", "ValueCondition")

CENT = Decimal("0.01")


@dataclass
class Applied:
    """An offer that applies. ``shares``: the discount on each line, by the line's key; ``amount``:
    their sum (zero for an offer on shipping)."""

    offer: LoadedOffer
    times: int = 0
    shares: dict[int, Decimal] = field(default_factory=dict)

    @property
    def amount(self) -> Decimal:
        return sum(self.shares.values(), start=Decimal(0))


@dataclass(frozen=True)
class Missing:
    """What a cart lacks for an offer: a number of units, an ``amount`` of money, or any of the
    products that the benefit is on (``goods``)."""

    offer: LoadedOffer
    units: int = 0
    amount: Decimal = Decimal(0)
    different: bool = False
    goods: bool = False


@dataclass
class Outcome:
    """The result for all offers. Those that apply are in the order of application."""

    basket: OfferBasket
    offers: list[LoadedOffer]
    applied: list[Applied] = field(default_factory=list)
    lacks: dict[int, Missing] = field(default_factory=dict)

    @property
    def delivery(self) -> Applied | None:
        """The offer on shipping: only the first one applies, as in Oscar."""
        return next((one for one in self.applied if one.offer.is_on_delivery), None)

    @property
    def discounts(self) -> dict[int, Decimal]:
        """The discount on each line, by its key."""
        found: dict[int, Decimal] = {}
        for one in self.applied:
            for key, share in one.shares.items():
                found[key] = found.get(key, Decimal(0)) + share
        return found

    def found(self, offer: LoadedOffer) -> Applied | None:
        return next((one for one in self.applied if one.offer is offer), None)


def apply_offers(
    lines: Iterable[OfferLine], offers: Iterable[LoadedOffer], *, currency: str
) -> Outcome:
    """Apply offers by priority, each as many times as possible.

    Offers on shipping use no units of the items, so they and the other offers are applied
    independently of each other.
    """
    basket = OfferBasket(currency=currency, lines=list(lines))
    delivery = OfferBasket(currency=currency, lines=[line.unused() for line in basket.lines])
    outcome = Outcome(basket=basket, offers=sorted(offers, key=lambda offer: offer.order))
    goods = basket
    for loaded in outcome.offers:
        basket = delivery if loaded.is_on_delivery else goods
        times = _apply(loaded, basket)
        if times:
            shares: dict[int, Decimal] = {}
            for line in basket.lines:
                for pk, amount, _units in line.discounts:
                    if pk == loaded.pk:
                        shares[line.key] = shares.get(line.key, Decimal(0)) + amount
            outcome.applied.append(Applied(offer=loaded, times=times, shares=shares))
        # Computed now, before offers of lower priority use the units.
        lacks = _missing(basket, loaded, times)
        if lacks is not None:
            outcome.lacks[loaded.pk] = lacks
    return outcome


def _apply(loaded: LoadedOffer, basket: OfferBasket) -> int:
    times = 0
    while times < loaded.limit:
        if not loaded.condition.is_satisfied(loaded.offer, basket):
            break
        result = loaded.benefit.apply(basket, loaded.condition, loaded.offer)
        if not result.is_successful:
            break
        times += 1
        if result.is_final:
            break
    return times


def settle(outcome: Outcome, *, decimals: int) -> Outcome:
    """Round discounts to the ``decimals`` of displayed prices; shares still add up to the sum.

    Each offer's sum is rounded down (as Oscar does) and distributed over its lines; no line costs
    less than zero. An offer whose discount is rounded to zero does not apply.
    """
    whole = all(line.total == line.total.to_integral_value() for line in outcome.basket.lines)
    step = Decimal(1) if decimals == 0 and whole else CENT
    left = {line.key: line.total for line in outcome.basket.lines}
    kept = []
    for one in outcome.applied:
        if one.shares:
            one.shares = _hand_out(one.shares, left, step)
            for key, share in one.shares.items():
                left[key] -= share
        if one.shares or one.offer.is_on_delivery:
            kept.append(one)
    outcome.applied = kept
    return outcome


def _hand_out(shares: dict[int, Decimal], left: dict[int, Decimal], step: Decimal):
    """Round the shares down to whole steps; the remainder goes to those that lost most (largest
    remainder method)."""
    asked = {key: min(share, left[key]) for key, share in shares.items()}
    total = sum(asked.values(), start=Decimal(0)).quantize(step, ROUND_DOWN)
    given = {key: share.quantize(step, ROUND_DOWN) for key, share in asked.items()}
    rest = total - sum(given.values(), start=Decimal(0))
    for key in sorted(asked, key=lambda key: (given[key] - asked[key], key)):
        if rest < step:
            break
        if given[key] + step <= left[key]:
            given[key] += step
            rest -= step
    return {key: share for key, share in given.items() if share}


def missing(outcome: Outcome, loaded: LoadedOffer) -> Missing | None:
    """What to add to the cart for this offer to apply (once more); None if nothing helps."""
    return outcome.lacks.get(loaded.pk)


def _missing(basket: OfferBasket, loaded: LoadedOffer, times: int) -> Missing | None:
    if loaded.limit <= times:
        return None
    condition, offer = loaded.condition, loaded.offer
    mine = [line for line in basket.lines if condition.can_apply_condition(line)]
    free = [line for line in mine if line.is_available_for_offer_discount(offer)]
    if isinstance(condition, ValueCondition):
        there = sum(
            line.unit_effective_price * line.quantity_without_offer_discount(offer) for line in free
        )
        if 0 < there < condition.value:
            return Missing(offer=loaded, amount=condition.value - there)
    elif isinstance(condition, CoverageCondition):
        there = len({line.product.pk for line in free})
        if 0 < there < condition.value:
            return Missing(offer=loaded, units=int(condition.value - there), different=True)
    else:
        there = sum(line.quantity_without_offer_discount(offer) for line in free)
        if 0 < there < condition.value:
            return Missing(offer=loaded, units=int(condition.value - there))
    goods = loaded.benefit.range
    if (
        not times
        and goods is not None
        and condition.is_satisfied(offer, basket)
        and not any(goods.contains_product(line.product) for line in basket.lines)
    ):
        return Missing(offer=loaded, goods=True)
    return None
