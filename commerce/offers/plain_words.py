"""Describe an offer in one sentence: ``Buy 3 of Facial care, get 20 % off``."""

from decimal import Decimal

from babel.numbers import format_decimal
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from oscar.core.loading import get_model

from commerce.copy.tree import category_tree
from commerce.listings.models import Listing
from markets.locales import known_locale
from markets.lookup import get_market, language_of
from markets.money import format_money

Benefit = get_model("offer", "Benefit")
Condition = get_model("offer", "Condition")

# The most names of products in a sentence.
NAMED = 3


def sentence(offer, *, market: str, edition: str | None = None, language: str | None = None) -> str:
    """Describe an offer's condition and benefit in the active language.

    Amounts are formatted for ``edition``; names of products are in ``language``, by default the
    edition's: staff may read another language than the market's shoppers.
    """
    market_ = get_market(market)
    edition = edition or market_.default_edition
    language = language or language_of(edition)

    def money(amount) -> str:
        return format_money(amount, market_.currency, edition)

    condition, benefit = offer.condition, offer.benefit
    goods = goods_words(condition.range, market=market, language=language)
    gives = _gives(benefit, money)
    if benefit.range_id and not _same_goods(condition.range, benefit.range):
        other = goods_words(benefit.range, market=market, language=language)
        gives = _("%(gives)s on %(goods)s") % {"gives": gives, "goods": other}
    when = _when(condition, goods, money)
    if not when:
        return gives[:1].upper() + gives[1:]
    return _("%(when)s, %(gives)s") % {"when": when, "gives": gives}


def _when(condition, goods: str, money) -> str:
    if condition.type == Condition.VALUE:
        words = _("Spend %(amount)s on %(goods)s") if goods else _("Spend %(amount)s")
        return words % {"amount": money(condition.value), "goods": goods}
    count = int(condition.value)
    if condition.type == Condition.COVERAGE:
        if not goods:
            return ngettext(
                "Buy %(count)d different product", "Buy %(count)d different products", count
            ) % {"count": count}
        return _("Buy %(count)d different products of %(goods)s") % {
            "count": count,
            "goods": goods,
        }
    if not goods:
        if count == 1:
            return ""
        return ngettext("Buy %(count)d product", "Buy %(count)d products", count) % {"count": count}
    if count == 1:
        return _("Buy %(goods)s") % {"goods": goods}
    return _("Buy %(count)d of %(goods)s") % {"count": count, "goods": goods}


def _gives(benefit, money) -> str:
    value = benefit.value or Decimal(0)
    most = benefit.max_affected_items
    if benefit.type == Benefit.PERCENTAGE:
        if value == 100 and most:
            return ngettext("get %(count)d free", "get %(count)d free", most) % {"count": most}
        words = _("get %(percent)s off") % {"percent": percent(value)}
        if most:
            words = ngettext(
                "get %(percent)s off %(count)d of them",
                "get %(percent)s off %(count)d of them",
                most,
            ) % {"percent": percent(value), "count": most}
        return words
    if benefit.type == Benefit.FIXED:
        return _("get %(amount)s off") % {"amount": money(value)}
    if benefit.type == Benefit.FIXED_UNIT:
        return _("get %(amount)s off each") % {"amount": money(value)}
    if benefit.type == Benefit.MULTIBUY:
        return _("get the lowest-priced one free")
    if benefit.type == Benefit.FIXED_PRICE:
        return _("get them for %(amount)s") % {"amount": money(value)}
    if benefit.type == Benefit.SHIPPING_PERCENTAGE:
        if value >= 100:
            return _("get free shipping")
        return _("get %(percent)s off shipping") % {"percent": percent(value)}
    if benefit.type == Benefit.SHIPPING_ABSOLUTE:
        return _("get %(amount)s off shipping") % {"amount": money(value)}
    if not value:
        return _("get free shipping")
    return _("get shipping for %(amount)s") % {"amount": money(value)}


def percent(value: Decimal) -> str:
    """``20 %`` in Spanish, ``20%`` in English."""
    language = language_of(get_language() or "en")
    number = format_decimal(value.normalize(), locale=known_locale(language))
    return f"{number}\N{NO-BREAK SPACE}%" if language != "en" else f"{number}%"


def _same_goods(one, other) -> bool:
    def said(row):
        return (
            row.includes_all_products,
            {category.pk for category in row.included_categories.all()},
            {link.product_id for link in row.rangeproduct_set.all()},
            {link.label for link in row.by_label.all()},
        )

    return one.pk == other.pk or said(one) == said(other)


def goods_words(row, *, market: str, language: str) -> str:
    """The products of a range in words; "" for all products."""
    if row is None or row.includes_all_products:
        return ""
    nodes = category_tree(language).nodes
    names = [
        nodes[category.pk].title
        for category in row.included_categories.all()
        if category.pk in nodes
    ]
    products = [link.product_id for link in row.rangeproduct_set.all()]
    names += _product_names(products, market, language)
    names += [label_name(link.label, market, language) for link in row.by_label.all()]
    if not names:
        return _("chosen products")
    *rest, last = names
    return _("%(names)s or %(last)s") % {"names": ", ".join(rest), "last": last} if rest else last


def _product_names(products: list[int], market: str, language: str) -> list[str]:
    if not products:
        return []
    if len(products) > NAMED:
        return [
            ngettext("%(count)d chosen product", "%(count)d chosen products", len(products))
            % {"count": len(products)}
        ]
    rows = Listing.objects.in_market(market, language).filter(product_id__in=products)
    titles = dict(rows.values_list("product_id", "title"))
    return [titles[pk] for pk in products if pk in titles]


def label_name(code: str, market: str, language: str) -> str:
    """The text of a label in a market; its code if no product has it now."""
    rows = Listing.objects.in_market(market, language).filter(labels__icontains=f'"{code}"')
    labels = rows.values_list("labels", flat=True).first() or []
    found = next((label["text"] for label in labels if label.get("code") == code), code)
    return f"“{found}”"
