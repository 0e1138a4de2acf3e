"""Offers as rows, for tests of what reads them; the screen's own way is services.offers."""

from decimal import Decimal
from itertools import count

from oscar.core.loading import get_model

from commerce.offers.models import OfferCopy, OfferMarket, OfferTerms
from tests.factories import locale

Benefit = get_model("offer", "Benefit")
Condition = get_model("offer", "Condition")
ConditionalOffer = get_model("offer", "ConditionalOffer")
Range = get_model("offer", "Range")
Voucher = get_model("voucher", "Voucher")

_numbers = count(1)


def goods(*, everything=False, products=(), categories=(), classes=(), without=()):
    """A range of products."""
    made = Range.objects.create(name=f"Surtido {next(_numbers)}", includes_all_products=everything)
    for product in products:
        made.add_product(product)
    made.included_categories.add(*categories)
    made.classes.add(*classes)
    made.excluded_products.add(*without)
    return made


def offer(
    es: str = "",
    en: str = "",
    *,
    when=("Count", 1),
    gives=("Percentage", 10),
    on=None,
    benefit_on=None,
    markets=("co",),
    starts=None,
    ends=None,
    groups=(),
    most=None,
    **fields,
):
    """An offer that holds in ``markets``: for 3x2 with ``when=("Count", 3)``
    and ``gives=("Multibuy", None)``.

    ``on`` is the condition's range (everything where left out), ``benefit_on`` the benefit's
    where it is another one.
    """
    on = on or goods(everything=True)
    kind, value = gives
    without_range = kind.startswith("Shipping") or kind == "Fixed price"
    made = ConditionalOffer.objects.create(
        name=es or f"Oferta {next(_numbers)}",
        condition=Condition.objects.create(type=when[0], value=Decimal(when[1]), range=on),
        benefit=Benefit.objects.create(
            type=kind,
            value=None if value is None else Decimal(value),
            range=None if without_range else (benefit_on or on),
            max_affected_items=most,
        ),
        **fields,
    )
    terms = OfferTerms.objects.create(offer=made)
    terms.groups.add(*groups)
    for market in markets:
        OfferMarket.objects.create(offer=made, market=market, starts_at=starts, ends_at=ends)
    key = None
    for language, name in (("es", es), ("en", en)):
        if name:
            copy = OfferCopy(offer=made, locale=locale(language), name=name)
            if key:
                copy.translation_key = key
            copy.save()
            key = copy.translation_key
    return made


def coupon(code: str, *, usage="Multi-use", starts=None, ends=None, **fields):
    """An offer for whoever types ``code``, and its voucher: ``(offer, voucher)``."""
    from django.utils import timezone

    made = offer(
        fields.pop("es", f"Cupón {code}"),
        fields.pop("en", f"Coupon {code}"),
        offer_type="Voucher",
        starts=starts,
        ends=ends,
        **fields,
    )
    voucher = Voucher.objects.create(
        name=f"{code} {made.pk}",
        code=code,
        usage=usage,
        start_datetime=starts or timezone.now() - timezone.timedelta(days=1),
        end_datetime=ends or timezone.now() + timezone.timedelta(days=300),
    )
    voucher.offers.add(made)
    return made, voucher
