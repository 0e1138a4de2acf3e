"""What each market needs before it can sell: prices, stock, taxes, delivery and payment."""

from decimal import Decimal

from django.apps import apps
from django.conf import settings
from django.db import transaction
from wagtail.models import Locale

from commerce.delivery.models import DeliveryMethod, DeliveryMethodCopy
from commerce.gateways.models import PaymentMethod, PaymentMethodCopy
from commerce.inventory.models import Warehouse, WarehouseMarket
from commerce.policies.models import CheckoutPolicy
from commerce.pricing.models import PriceList, TaxRate
from demo.company import BANKS, DELIVERY, MARKETS, RETURN_DAYS
from demo.company.markup import bullets, paragraphs
from demo.company.payment import PAYMENT_METHODS
from demo.company.schema import Words
from demo.company.taxes import CITIES, FOOD, STANDARD
from markets.lookup import get_market
from markets.names import country_name

from .languages import spoken

Country = apps.get_model("address", "Country")
Partner = apps.get_model("partner", "Partner")

WAREHOUSES = {"co": "Bodega Rionegro", "mx": "Bodega Zapopan", "us": "Houston warehouse"}

# What only_regions and except_regions hold, in the codes of the address form.
REGIONS = {
    ("co", "express"): {"only_regions": "Bogotá,Antioquia,Valle del Cauca"},
    ("co", "pickup"): {"only_regions": "Antioquia"},
    ("us", "standard"): {"except_regions": "AS,AA,AE,AP,GU,MH,FM,MP,PW,PR,VI"},
    ("us", "expedited"): {"except_regions": "AK,HI,AS,AA,AE,AP,GU,MH,FM,MP,PW,PR,VI"},
}


# Where no courier takes money.
CASH_REGIONS = {
    "co": {"except_regions": "Amazonas,Guainía,San Andrés y Providencia,Vaupés,Vichada"},
}


@transaction.atomic
def build_markets() -> None:
    """Price lists, warehouses, taxes, delivery, payment and checkout of every market."""
    for code in MARKETS:
        market = get_market(code)
        name = country_name(market)
        Country.objects.get_or_create(
            iso_3166_1_a2=market.country,
            defaults={"name": name, "printable_name": name, "is_shipping_country": True},
        )
        PriceList.objects.get_or_create(
            code=f"{code}-web", defaults={"name": f"Web {name}", "market": code}
        )
        CheckoutPolicy.objects.get_or_create(market=code)
        _warehouse(code, position=0)
        _delivery(code)
        _payment(code)
    _taxes()


@transaction.atomic
def build_returns(pages: dict[str, dict]) -> None:
    """What product pages say of returns, where nobody has said anything yet. ``pages``: by
    language and key; the link follows the page's translations."""
    page = pages[spoken()[0]].get("shipping")
    for policy in CheckoutPolicy.objects.filter(returns_days=0, returns_page=None):
        if policy.market not in RETURN_DAYS:
            continue
        policy.returns_days = RETURN_DAYS[policy.market]
        policy.returns_free, policy.returns_page = True, page
        policy.full_clean()
        policy.save()


def price_lists() -> dict[str, PriceList]:
    """The ordinary price list of each market."""
    return {code: PriceList.objects.get(code=f"{code}-web") for code in MARKETS}


def partners() -> dict[str, object]:
    """The partner whose warehouse ships in each market."""
    by_name = {partner.name: partner for partner in Partner.objects.all()}
    return {code: by_name[name] for code, name in WAREHOUSES.items()}


def _warehouse(code: str, *, position: int) -> None:
    partner, _made = Partner.objects.get_or_create(name=WAREHOUSES[code])
    warehouse, _made = Warehouse.objects.get_or_create(partner=partner)
    if not warehouse.served.exists():
        WarehouseMarket.objects.create(warehouse=warehouse, market=code, position=position)


def _delivery(code: str) -> None:
    for position, seed in enumerate(DELIVERY[code]):
        method, made = DeliveryMethod.objects.get_or_create(
            market=code,
            code=seed.key,
            defaults={
                "price": seed.price,
                "free_from": seed.free_from,
                "days_min": seed.days[0],
                "days_max": seed.days[1],
                "position": position,
                **REGIONS.get((code, seed.key), {}),
            },
        )
        if made:
            _say(DeliveryMethodCopy, method, name=seed.name, note=seed.text)


def _payment(code: str) -> None:
    for position, seed in enumerate(PAYMENT_METHODS):
        if code not in seed.markets:
            continue
        method, made = PaymentMethod.objects.get_or_create(
            market=code,
            gateway=seed.gateway,
            defaults={
                "hold_minutes": seed.hold_minutes,
                "position": position,
                **(CASH_REGIONS.get(code, {}) if seed.gateway == "cash_on_delivery" else {}),
            },
        )
        if made:
            words = {"name": seed.name, "note": seed.note}
            if seed.gateway == "transfer":
                words["instructions"] = _bank_details(code)
            elif seed.instructions:
                words["instructions"] = Words(
                    paragraphs(seed.instructions.es), paragraphs(seed.instructions.en)
                )
            _say(PaymentMethodCopy, method, **words)


def _bank_details(code: str) -> Words:
    """Where to transfer to, as HTML."""
    bank = BANKS[code]

    def in_language(language: str) -> str:
        details = [bank.bank, bank.holder, f"{bank.account_type[language]}: {bank.account_number}"]
        details += [f"{label[language]}: {value}" for label, value in bank.extra]
        return (
            paragraphs(bank.instructions[language])
            + bullets(*details)
            + paragraphs(f"<strong>{bank.notice[language]}</strong>")
        )

    return Words(in_language("es"), in_language("en"))


def _say(model, method, **words: Words) -> None:
    """The method's words in every language, tied together as translations of one text."""
    first = None
    for language in spoken():
        copy = model(
            method=method,
            locale=Locale.objects.get(language_code=language),
            **{name: text[language] for name, text in words.items()},
        )
        if first is not None:
            copy.translation_key = first.translation_key
        copy.full_clean()
        copy.save()
        first = first or copy


def _taxes() -> None:
    us = next(market for market in settings.MARKETS if market.country == "US")
    if TaxRate.objects.filter(market=us.code).exists():
        return
    rows = [(state, "", "standard", rate) for state, rate in STANDARD.items()]
    rows += [(state, "", "food", rate) for state, rate in FOOD.items()]
    rows += [(state, postcode, "standard", rate) for state, postcode, rate in CITIES]
    TaxRate.objects.bulk_create(
        TaxRate(
            market=us.code,
            region=state,
            postcode_prefix=postcode,
            tax_class=tax_class,
            rate=Decimal(rate),
        )
        for state, postcode, tax_class, rate in rows
    )
