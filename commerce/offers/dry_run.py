"""Dry run: what a sample cart would cost, and which offers apply or why not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from oscar.core.loading import get_model

from commerce.inventory.selection import stock_for
from commerce.listings.models import Listing
from commerce.pricing.selection import prices_for
from markets.dates import format_day, format_moment
from markets.lookup import get_market, language_of
from markets.money import format_money
from people.models import CustomerGroup

from .engine.applying import apply_offers, settle
from .engine.lines import OfferLine
from .for_cart import lacking
from .loading import Buyer, load_offers
from .plain_words import sentence
from .words import lacks_text, last_day

Voucher = get_model("voucher", "Voucher")


@dataclass(frozen=True)
class TriedLine:
    """One line of the sample cart, for display."""

    title: str
    sku: str
    quantity: int
    unit: str
    before: str
    after: str
    why: str


@dataclass(frozen=True)
class TriedOffer:
    """The result of one offer: ``amount`` if it applies, else ``reason``."""

    pk: int
    name: str
    terms: str
    holds: bool
    amount: str
    reason: str


@dataclass
class Trial:
    """The result of a dry run. ``not_sold``: products without a price in the market then."""

    lines: list[TriedLine] = field(default_factory=list)
    offers: list[TriedOffer] = field(default_factory=list)
    not_sold: list[str] = field(default_factory=list)
    before: str = ""
    discount: str = ""
    total: str = ""
    delivery: str = ""
    unknown_code: bool = False
    # (SKU, stock) of products of which the shop has fewer units now than the cart.
    short: list[tuple[str, int]] = field(default_factory=list)


def try_cart(
    *,
    market: str,
    language: str,
    moment: datetime,
    products: Iterable[tuple[object, int]],
    code: str = "",
    signed_in: bool = False,
    group_ids: tuple[int, ...] = (),
) -> Trial:
    """Price a sample cart of (product, quantity) in a market at a moment (aware datetime).

    Prices are those of the price lists at that moment, for the group with the first
    ``CustomerGroup.priority``. Stock (``short``), labels and the uses of offers are today's.
    """
    market_ = get_market(market)
    edition = market_.edition(language)
    trial = Trial()
    lines = _lines(products, market, group_ids, moment, trial)
    voucher = Voucher.objects.filter(code=code).first() if code else None
    trial.unknown_code = bool(code) and voucher is None
    # No particular customer: an account without orders, or a visitor without one.
    buyer = Buyer(user_id=0 if signed_in or group_ids else None, group_ids=group_ids)
    loaded, _coupons = load_offers(
        market=market,
        language=language,
        products=[line.product for line in lines],
        buyer=buyer,
        vouchers=[voucher.pk] if voucher else [],
        moment=moment,
        only_live=False,
    )
    outcome = settle(
        apply_offers(lines, loaded, currency=market_.currency), decimals=market_.price_decimals
    )

    def money(amount: Decimal) -> str:
        return format_money(amount, market_.currency, edition)

    before = sum((line.total for line in lines), start=Decimal(0))
    discounts = outcome.discounts
    taken = sum(discounts.values(), start=Decimal(0))
    trial.before, trial.discount, trial.total = money(before), money(-taken), money(before - taken)
    titles = _titles(lines, market, language_of(edition))
    trial.lines = [_line(line, outcome, titles, discounts, money) for line in lines]
    trial.offers = [_offer(outcome, offer, market, edition, money) for offer in outcome.offers]
    if outcome.delivery:
        trial.delivery = sentence(outcome.delivery.offer.offer, market=market, edition=edition)
    return trial


def _lines(products, market, group_ids, moment, trial) -> list[OfferLine]:
    tier = CustomerGroup.objects.filter(pk__in=group_ids).first() if group_ids else None
    wanted = [(product, quantity) for product, quantity in products if quantity > 0]
    stock = stock_for([product.pk for product, _quantity in wanted], market)
    prices = prices_for(
        [product.pk for product, _quantity in wanted],
        market,
        group_id=tier.pk if tier else None,
        moment=moment,
    )
    lines = []
    for product, quantity in wanted:
        price = prices.get(product.pk)
        if price is None:
            trial.not_sold.append(product.upc or product.get_title())
            continue
        record = stock.get(product.pk)
        left = max(record.net_stock_level, 0) if record else 0
        if quantity > left and (record is None or product.get_product_class().track_stock):
            trial.short.append((product.upc or product.get_title(), left))
        lines.append(
            OfferLine(key=product.pk, product=product, quantity=quantity, unit=price.amount)
        )
    return lines


def _titles(lines, market: str, language: str) -> dict[int, str]:
    owners = {line.product.parent_id or line.product.pk for line in lines}
    rows = Listing.objects.in_market(market, language).filter(product_id__in=owners)
    return dict(rows.values_list("product_id", "title"))


def _line(line, outcome, titles, discounts, money) -> TriedLine:
    product = line.product
    taken = discounts.get(line.key, Decimal(0))
    why = [
        f"{one.offer.name}: {money(-one.shares[line.key])}"
        for one in outcome.applied
        if one.shares.get(line.key)
    ]
    return TriedLine(
        title=titles.get(product.parent_id or product.pk) or product.get_title(),
        sku=product.upc or "",
        quantity=line.quantity,
        unit=money(line.unit_effective_price),
        before=money(line.total),
        after=money(line.total - taken),
        why="; ".join(why),
    )


def _offer(outcome, offer, market, edition, money) -> TriedOffer:
    applied = outcome.found(offer)
    amount = ""
    if applied is not None:
        amount = _("on shipping") if offer.is_on_delivery else money(-applied.amount)
        if applied.times > 1:
            times = ngettext("%(count)d time", "%(count)d times", applied.times)
            amount = f"{amount} ({times % {'count': applied.times}})"
    return TriedOffer(
        pk=offer.pk,
        name=offer.name,
        terms=sentence(offer.offer, market=market, edition=edition),
        holds=applied is not None,
        amount=amount,
        reason="" if applied is not None else _reason(outcome, offer, edition),
    )


def _reason(outcome, offer, edition: str) -> str:
    """Why an offer did not apply, for staff."""
    if offer.refusal == "not_yet":
        return _("It begins on %(moment)s.") % {"moment": format_moment(offer.starts_at, edition)}
    if offer.refusal == "expired":
        return _("It ended on %(moment)s.") % {
            "moment": format_day(last_day(offer.ends_at), edition)
        }
    known = {
        "paused": _("It is not active."),
        "other_group": _("It is for other customer groups."),
        "sign_in": _("It is for customers who are signed in."),
        "used_up": _("Its uses or its budget are exhausted."),
        "used_by_you": _("This customer has used it already."),
        "no_coupon": _("Its code was not typed."),
    }
    if offer.refusal:
        return known.get(offer.refusal, offer.refusal)
    lacks = lacking(outcome, offer)
    if lacks is not None:
        return lacks_text(lacks, edition=edition)
    mine = [line for line in outcome.basket.lines if offer.condition.can_apply_condition(line)]
    others = {other.pk for line in mine for other in line.takers(offer) if line.takers(offer)}
    names = [one.offer.name for one in outcome.applied if one.offer.pk in others]
    if names:
        return _("The products are taken by %(offers)s.") % {
            "offers": ", ".join(f"“{name}”" for name in names)
        }
    return _("It would not reduce anything.")
