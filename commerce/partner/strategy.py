"""How a product is priced and stocked for somebody: Oscar's strategy, reading our tables."""

from oscar.apps.partner import availability, prices
from oscar.apps.partner.strategy import PurchaseInfo, Structured

from commerce.inventory.selection import left_of, stock_for
from commerce.pricing.selection import prices_for, tax_classes
from commerce.pricing.tax import Destination, TaxTable, tax_amount
from markets.lookup import current_market
from markets.registry import Market


class Selector:
    """Oscar's hook: the strategy for a request, or for the market outside of one."""

    def strategy(self, request=None, user=None, **kwargs):
        market = getattr(request, "market", None) or current_market()
        return MarketStrategy(market)


class MarketStrategy(Structured):
    """Prices and stock of one market, read in bulk: five queries for any number of products.

    ``group_id`` is the customer group whose price lists hold as well (None: the public's alone);
    ``destination`` makes the tax known where it depends on the address; what unpaid orders of
    ``basket_id`` hold counts as left, because it is this shopper's own.
    """

    def __init__(
        self,
        market: Market,
        *,
        group_id: int | None = None,
        destination: Destination | None = None,
        basket_id: int | None = None,
    ):
        # Oscar's own constructor touches `request.user`, which would make pages private.
        self.request = None
        self.user = None
        self.market = market
        self.group_id = group_id
        self.basket_id = basket_id
        self.taxes = TaxTable(market, destination)
        self._prices: dict = {}
        self._stock: dict = {}
        self._tax_classes: dict | None = None

    def prime(self, products) -> None:
        """Read what is needed about these products at once."""
        unread = [product for product in products if product.pk not in self._prices]
        if not unread:
            return
        missing = [product.pk for product in unread]
        found = prices_for(
            missing,
            self.market.code,
            group_id=self.group_id,
            parents={row.pk: row.parent_id for row in unread if row.parent_id},
        )
        stock = stock_for(missing, self.market.code, basket_id=self.basket_id)
        for pk in missing:
            self._prices[pk] = found.get(pk)
            self._stock[pk] = stock.get(pk)

    def price_of(self, product):
        """The winning ``Price`` row, None where the product is not sold here."""
        self.prime([product])
        return self._prices[product.pk]

    def rate_of(self, product):
        """The tax rate, None while it is not known."""
        if self._tax_classes is None:
            self._tax_classes = tax_classes()
        class_id = product.product_class_id or product.parent.product_class_id
        return self.taxes.rate(self._tax_classes.get(class_id, "standard"))

    def fetch_for_line(self, line, stockrecord=None):
        if line.product_id not in self._prices:
            self.prime([other.product for other in line.basket.all_lines()])
        return self.fetch_for_product(line.product)

    def fetch_for_parent(self, product):
        children = list(product.get_public_children())
        self.prime(children)
        infos = [self.fetch_for_product(child) for child in children]
        sold = [info for info in infos if info.price.exists]
        if not sold:
            return PurchaseInfo(prices.Unavailable(), availability.Unavailable(), None)
        buyable = [info for info in sold if info.availability.is_available_to_buy]
        best = min(buyable or sold, key=lambda info: info.price.excl_tax)
        return PurchaseInfo(best.price, best.availability, None)

    def select_stockrecord(self, product):
        self.prime([product])
        return self._stock[product.pk]

    def pricing_policy(self, product, stockrecord):
        price = self.price_of(product)
        if price is None or stockrecord is None:
            return prices.Unavailable()
        rate = self.rate_of(product)
        currency = self.market.currency
        if rate is None:
            return prices.FixedPrice(currency=currency, excl_tax=price.amount)
        taxed = tax_amount(price.amount, rate=rate, included=self.market.prices_include_tax)
        policy = (
            prices.TaxInclusiveFixedPrice if self.market.prices_include_tax else prices.FixedPrice
        )
        return policy(currency=currency, excl_tax=taxed.excl, tax=taxed.tax)

    def availability_policy(self, product, stockrecord):
        # A variant is for sale as long as the product that has the page is.
        is_public = product.is_public and (not product.is_child or product.parent.is_public)
        if stockrecord is None or self.price_of(product) is None or not is_public:
            return availability.Unavailable()
        if not product.get_product_class().track_stock:
            return availability.Available()
        return availability.StockRequired(left_of(stockrecord))


__all__ = ["MarketStrategy", "Selector"]
