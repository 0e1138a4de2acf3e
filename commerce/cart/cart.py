"""The cart's lines, problems and totals, for display and for charging.

The cart page and every checkout step read this one, so that their totals are the same.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache, partial

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from oscar.core.loading import get_model

from commerce.copy.models import OptionCopy, ProductCopy
from commerce.listings.models import Listing
from commerce.offers.for_cart import CartOffers, offers_for
from commerce.partner.strategy import MarketStrategy
from commerce.pricing.quote import Charge, Quote, QuoteLine, quote
from commerce.pricing.tax import Destination, TaxTable
from markets.lookup import language_of, market_of
from markets.money import format_money
from people.models import CustomerGroup

from .lines import line_limit
from .listed import Listed, elsewhere_listed

ProductAttributeValue = get_model("catalogue", "ProductAttributeValue")


@dataclass
class CartLine:
    """One cart line. ``problem``: why it cannot be bought, in the shopper's language; "" if it
    can."""

    pk: int
    product: object
    quantity: int
    limit: int
    stockrecord: object
    title: str
    # The product's listing, None without one. A function, as only displaying a line needs it.
    listed: Callable[[], Listed | None]
    option_ids: set[int]
    options: list[str]
    sku: str
    unit: Decimal
    compare_at: Decimal | None
    rate: Decimal | None
    # The stored basket line, and Oscar's purchase info for it (price, availability) as of now.
    row: object
    info: object
    problem: str = ""
    currency: str = ""
    # The customer group whose price it is, "" for the public price.
    tier: str = ""
    # The discount on the whole line, in the market's currency.
    discount: Decimal = Decimal(0)

    @property
    def path(self) -> str:
        """The neutral path of the product page, "" without one."""
        listed = self.listed()
        return listed.path if listed else ""

    @property
    def image(self) -> dict | None:
        listed = self.listed()
        return listed.picture(self.option_ids) if listed else None

    @property
    def before_offers(self) -> Decimal:
        return self.unit * self.quantity

    @property
    def shown(self) -> Decimal:
        """The line total after discounts, as displayed."""
        return self.before_offers - self.discount

    @property
    def unit_text(self) -> str:
        return format_money(self.unit, self.currency)

    @property
    def amount_text(self) -> str:
        """The line total before discounts, formatted: the summary has one row for each offer's
        whole discount."""
        return format_money(self.before_offers, self.currency)

    @property
    def compare_text(self) -> str:
        """The line total at the compare-at price, struck through; "" without one."""
        if self.unit is None or not self.compare_at:
            return ""
        return format_money(self.compare_at * self.quantity, self.currency)

    @property
    def full_title(self) -> str:
        """The title of the order line, with the variant: ``Crema de noche, 50 ml``."""
        return ", ".join([self.title, *self.options])


@dataclass
class Cart:
    """A basket in one edition, with its destination (for tax) and charges as far as they are
    known."""

    basket: object
    edition: str
    lines: list[CartLine] = field(default_factory=list)
    charges: tuple[Charge, ...] = ()
    offers: CartOffers = field(default_factory=CartOffers)
    # The customer group whose prices the owner gets, None for public prices.
    group: CustomerGroup | None = None
    # The market's tax rates at the destination; None without lines.
    taxes: TaxTable | None = None

    @cached_property
    def market(self):
        return market_of(self.edition)

    @property
    def is_empty(self) -> bool:
        return not self.lines

    @property
    def buyable(self) -> list[CartLine]:
        return [line for line in self.lines if line.unit is not None and line.limit > 0]

    @property
    def problems(self) -> list[CartLine]:
        return [line for line in self.lines if line.problem]

    @property
    def priced_for(self) -> CustomerGroup | None:
        """The customer group whose price at least one line has, None if all are public prices."""
        return self.group if any(line.tier for line in self.lines) else None

    @property
    def can_be_ordered(self) -> bool:
        return bool(self.lines) and not self.problems

    @property
    def count(self) -> int:
        return sum(line.quantity for line in self.lines)

    @cached_property
    def quote(self) -> Quote:
        return quote(
            [
                QuoteLine(
                    key=line.pk,
                    quantity=line.quantity,
                    unit=line.unit,
                    rate=line.rate,
                    discount=line.discount,
                )
                for line in self.buyable
            ],
            currency=self.market.currency,
            included=self.market.prices_include_tax,
            charges=self.charges,
        )

    def charged(self, charges: Iterable[Charge]) -> "Cart":
        """A copy of the cart with these charges in its total (``checkout.charging``)."""
        return replace(self, charges=tuple(charges))

    def money(self, amount: Decimal) -> str:
        return format_money(amount, self.market.currency, self.edition)

    @property
    def goods_text(self) -> str:
        """The subtotal of the items before discounts, which have rows of their own."""
        return self.money(self.quote.goods_shown + self.quote.discount)

    @property
    def tax_text(self) -> str:
        tax, market = self.quote.total.tax, self.market
        whole = market.prices_include_tax
        return format_money(tax, market.currency, self.edition, whole=whole)

    @property
    def total_text(self) -> str:
        return self.money(self.quote.total_shown)


def build_cart(basket, *, edition: str, destination: Destination | None = None) -> Cart:
    """Price a basket for display or for an order, with offers applied.

    Writes nothing, and takes the same number of queries for any number of lines and offers. Group
    prices depend on the signed-in owner of the basket, never on a typed email address.
    """
    cart = Cart(basket=basket, edition=edition)
    if basket.pk is None:
        return cart
    market, language = cart.market, language_of(edition)
    rows = list(
        basket.lines.select_related(
            "product__parent__product_class", "product__product_class", "stockrecord"
        )
        .annotate(own_title=_own_title(language), **_tier(basket))
        .order_by("pk")
    )
    if not rows:
        return cart
    if tier := getattr(rows[0], "tier", None):
        cart.group = CustomerGroup(pk=tier, code=rows[0].tier_code, name=rows[0].tier_name)
    strategy = MarketStrategy(
        market,
        group_id=cart.group.pk if cart.group else None,
        destination=destination,
        basket_id=basket.pk,
    )
    strategy.prime([row.product for row in rows])
    cart.taxes = strategy.taxes
    listings = {
        listing.product_id: listing
        for listing in Listing.objects.in_market(market.code, language).filter(
            product_id__in={row.product.parent_id or row.product_id for row in rows}
        )
    }
    options = _options_by_product([row.product_id for row in rows], language)

    @cache
    def elsewhere() -> dict[int, Listed]:
        return elsewhere_listed({_owner(row) for row in rows} - listings.keys(), language)

    for row in rows:
        product = row.product
        listing = listings.get(_owner(row))
        chosen = options.get(product.pk, [])
        info = strategy.fetch_for_product(product)
        price = strategy.price_of(product)
        limit = line_limit(info)
        line = CartLine(
            pk=row.pk,
            product=product,
            quantity=row.quantity,
            limit=limit,
            stockrecord=info.stockrecord,
            title=listing.title if listing else row.own_title or product.get_title(),
            # A product that is not sold here may have a listing in another market, or none.
            listed=partial(_listed, listing, elsewhere, _owner(row)),
            option_ids={pk for pk, _name in chosen},
            options=[name for _option_id, name in chosen],
            sku=product.upc or "",
            unit=price.amount if price and info.stockrecord else None,
            compare_at=price.compare_at if price else None,
            rate=strategy.rate_of(product) if price else None,
            row=row,
            info=info,
            currency=market.currency,
            tier=cart.group.name if price and price.price_list.customer_group_id else "",
        )
        line.problem = _problem(line, info)
        cart.lines.append(line)
    cart.offers = offers_for(
        basket=basket,
        lines=[(line.pk, line.product, line.quantity, line.unit) for line in cart.buyable],
        market=market,
        language=language,
    )
    for line in cart.lines:
        line.discount = cart.offers.discounts.get(line.pk, Decimal(0))
    return cart


def _problem(line: CartLine, info) -> str:
    if line.unit is None or not info.price.exists:
        return _("Not sold in this country. Remove it to continue.")
    if line.limit <= 0:
        return _("Sold out. Remove it to continue.")
    if line.quantity > line.limit:
        return ngettext(
            "Only %(count)d left. Change the quantity to continue.",
            "Only %(count)d left. Change the quantity to continue.",
            line.limit,
        ) % {"count": line.limit}
    return ""


def _owner(row) -> int:
    """The primary key of the product that has the listing: of a variant, its parent."""
    return row.product.parent_id or row.product_id


def _listed(listing: Listing | None, elsewhere: Callable[[], dict], owner: int):
    return listing or elsewhere().get(owner)


def _own_title(language: str) -> Subquery:
    """The title in the reader's language, for products without a listing in this market."""
    copies = ProductCopy.objects.live().best_for(language)
    owner = Coalesce(OuterRef("product__parent"), OuterRef("product"))
    return Subquery(copies.filter(product=owner).values("title")[:1])


def _tier(basket) -> dict[str, Subquery]:
    """Annotations that read the owner's tier along with the lines, without a query more."""
    if basket.owner_id is None:
        return {}
    groups = CustomerGroup.objects.of_user(OuterRef("basket__owner"))
    return {
        "tier": Subquery(groups.values("pk")[:1]),
        "tier_code": Subquery(groups.values("code")[:1]),
        "tier_name": Subquery(groups.values("name")[:1]),
    }


def _options_by_product(product_ids, language: str) -> dict[int, list[tuple[int, str]]]:
    values = list(
        ProductAttributeValue.objects.filter(product_id__in=product_ids, value_option__isnull=False)
        .select_related("value_option")
        .order_by("attribute_id")
    )
    if not values:
        return {}
    names = OptionCopy.objects.filter(
        option_id__in={value.value_option_id for value in values}
    ).by_subject(language)
    found: dict[int, list[tuple[int, str]]] = {}
    for value in values:
        words = names.get(value.value_option_id)
        name = words.name if words else value.value_option.option
        found.setdefault(value.product_id, []).append((value.value_option_id, name))
    return found
