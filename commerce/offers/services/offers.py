"""Save and delete offers: condition, benefit, ranges, markets, texts and coupon together."""

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from oscar.core.loading import get_model
from wagtail.log_actions import log

from cms.addresses.translations import content_locales
from cms.page_cache import freshness
from markets import days
from markets.lookup import default_language, get_market

from ..coupon_codes import normalized
from ..models import OfferCopy, OfferMarket, OfferTerms, RangeLabel
from ..plan import WITHOUT_GOODS, Goods, OfferPlan

Benefit = get_model("offer", "Benefit")
Category = get_model("catalogue", "Category")
Condition = get_model("offer", "Condition")
ConditionalOffer = get_model("offer", "ConditionalOffer")
Range = get_model("offer", "Range")
RangeProduct = get_model("offer", "RangeProduct")
Voucher = get_model("voucher", "Voucher")

# Oscar's vouchers must have dates: these stand for "always". The real dates are in OfferMarket.
ALWAYS = (
    datetime(2000, 1, 1, tzinfo=ZoneInfo("UTC")),
    datetime(2999, 1, 1, tzinfo=ZoneInfo("UTC")),
)


@transaction.atomic
def save_offer(*, plan: OfferPlan, offer=None, by=None):
    """Save an offer from its plan, a new one without ``offer``. Returns the offer.

    Raises ValidationError if the plan is impossible: amounts in several currencies, no market, a
    code that another coupon has.
    """
    check_plan(plan, offer)
    is_new = offer is None
    offer = offer or ConditionalOffer()
    before = [] if is_new else [row.market for row in offer.in_markets.all()]
    condition = Condition() if is_new else offer.condition
    benefit = Benefit() if is_new else offer.benefit
    old_ranges = {condition.range_id, benefit.range_id} - {None}
    condition.type, condition.value = plan.when, plan.when_value
    condition.range = _write_range(condition.range, plan.goods)
    condition.save()
    benefit.type, benefit.value = plan.gives, plan.gives_value
    benefit.max_affected_items = plan.gives_most
    benefit.range = _benefit_range(benefit.range, plan)
    benefit.save()
    offer.condition, offer.benefit = condition, benefit
    _write_offer(offer, plan)
    Range.objects.filter(pk__in=old_ranges - {condition.range_id, benefit.range_id}).delete()
    terms, _made = OfferTerms.objects.update_or_create(
        offer=offer, defaults={"is_listed": plan.is_listed}
    )
    terms.groups.set(plan.groups)
    _write_markets(offer, plan)
    _write_words(offer, plan)
    if plan.is_coupon:
        _write_coupon(offer, plan)
    log(instance=offer, action="wagtail.create" if is_new else "wagtail.edit", user=by)
    freshness.invalidate(*{*before, *plan.markets})
    return offer


def check_plan(plan: OfferPlan, offer) -> None:
    """Raise ValidationError if a plan is impossible (``save_offer``)."""
    if not plan.markets:
        raise ValidationError({"markets": _("Choose at least one country.")})
    if plan.is_in_money and len(plan.markets) > 1:
        raise ValidationError(
            {"markets": _("Amounts are in one currency: make one offer for each country.")}
        )
    if plan.first_day and plan.last_day and plan.last_day < plan.first_day:
        raise ValidationError({"last_day": _("The last day is before the first one.")})
    code = normalized(plan.code)
    if plan.is_coupon and code:
        others = Voucher.objects.filter(code=code)
        if offer is not None:
            others = others.exclude(offers=offer)
        if others.exists():
            raise ValidationError({"code": _("Another coupon has this code.")})


def _write_range(row, goods: Goods):
    row = row or Range(name=f"offer {uuid4().hex}")
    row.includes_all_products = goods.everything
    row.save()
    row.included_categories.set(() if goods.everything else goods.categories)
    row.excluded_products.set(goods.without)
    wanted = () if goods.everything else goods.products
    RangeProduct.objects.filter(range=row).exclude(product_id__in=wanted).delete()
    for position, pk in enumerate(wanted):
        RangeProduct.objects.update_or_create(
            range=row, product_id=pk, defaults={"display_order": position}
        )
    labels = () if goods.everything else goods.labels
    RangeLabel.objects.filter(range=row).exclude(label__in=labels).delete()
    for label in labels:
        RangeLabel.objects.get_or_create(range=row, label=label)
    return row


def _benefit_range(row, plan: OfferPlan):
    if plan.gives in WITHOUT_GOODS:
        return None
    # Always a range of its own: Oscar deletes a range together with the offers that use it.
    return _write_range(row, plan.gives_goods or plan.goods)


def _write_offer(offer, plan: OfferPlan) -> None:
    offer.offer_type = ConditionalOffer.VOUCHER if plan.is_coupon else ConditionalOffer.SITE
    offer.name = _free_name(plan.names[default_language()], offer)
    offer.description = plan.descriptions.get(default_language(), "")
    offer.priority = plan.priority
    offer.exclusive = not plan.combinable
    offer.max_basket_applications = plan.per_order
    offer.max_user_applications = plan.per_customer
    offer.max_global_applications = plan.in_all
    offer.max_discount = plan.budget
    starts = [_starts(plan, code) for code in plan.markets]
    ends = [_ends(plan, code) for code in plan.markets]
    offer.start_datetime = min(starts) if plan.first_day else None
    offer.end_datetime = max(ends) if plan.last_day else None
    offer.status = ConditionalOffer.OPEN if plan.is_active else ConditionalOffer.SUSPENDED
    offer.save()


def _free_name(name: str, offer) -> str:
    """A unique name for Oscar's column. The displayed names (``OfferCopy``) need not be unique."""
    taken = set(
        ConditionalOffer.objects.filter(name__startswith=name[:100])
        .exclude(pk=offer.pk)
        .values_list("name", flat=True)
    )
    free, number = name[:120], 2
    while free in taken:
        free, number = f"{name[:120]} ({number})", number + 1
    return free


def _starts(plan: OfferPlan, code: str):
    return days.beginning(plan.first_day, get_market(code)) if plan.first_day else None


def _ends(plan: OfferPlan, code: str):
    return days.end(plan.last_day, get_market(code)) if plan.last_day else None


def _write_markets(offer, plan: OfferPlan) -> None:
    offer.in_markets.exclude(market__in=plan.markets).delete()
    for code in plan.markets:
        OfferMarket.objects.update_or_create(
            offer=offer,
            market=code,
            defaults={"starts_at": _starts(plan, code), "ends_at": _ends(plan, code)},
        )


def _write_words(offer, plan: OfferPlan) -> None:
    stored = {row.locale.language_code: row for row in offer.copies.select_related("locale")}
    key = next((row.translation_key for row in stored.values()), None)
    for code, locale in content_locales().items():
        name = plan.names.get(code, "").strip()
        row = stored.get(code)
        if not name:
            if row:
                row.delete()
            continue
        row = row or OfferCopy(offer=offer, locale=locale)
        if key:
            row.translation_key = key
        row.name, row.description = name, plan.descriptions.get(code, "").strip()
        row.save()
        key = row.translation_key


def _write_coupon(offer, plan: OfferPlan) -> None:
    """Save the offer's own code, and the dates of the codes that were generated for it."""
    starts = offer.start_datetime or ALWAYS[0]
    ends = offer.end_datetime or ALWAYS[1]
    Voucher.objects.filter(offers=offer).update(start_datetime=starts, end_datetime=ends)
    code = normalized(plan.code)
    own = offer.vouchers.filter(voucher_set__isnull=True).first()
    if not code:
        return
    voucher = own or Voucher()
    voucher.code, voucher.usage = code, plan.usage
    voucher.name = f"{offer.name[:100]} {code}"[:128]
    voucher.start_datetime, voucher.end_datetime = starts, ends
    voucher.save()
    voucher.offers.add(offer)


@transaction.atomic
def delete_offer(*, offer, by=None) -> None:
    """Delete an offer with its coupons and ranges. Discounts of past orders stay recorded."""
    markets = [row.market for row in offer.in_markets.all()]
    condition, benefit = offer.condition, offer.benefit
    log(instance=offer, action="wagtail.delete", user=by, deleted=True)
    offer.vouchers.all().delete()
    offer.delete()
    ranges = {condition.range_id, benefit.range_id} - {None}
    condition.delete()
    benefit.delete()
    Range.objects.filter(pk__in=ranges).delete()
    freshness.invalidate(*markets)


def goods_of(row) -> Goods:
    """The goods of a range, as edited in the form."""
    return Goods(
        everything=row.includes_all_products,
        categories=tuple(row.included_categories.values_list("pk", flat=True)),
        products=tuple(
            row.rangeproduct_set.order_by("display_order").values_list("product_id", flat=True)
        ),
        labels=tuple(row.by_label.values_list("label", flat=True)),
        without=tuple(row.excluded_products.values_list("pk", flat=True)),
    )
