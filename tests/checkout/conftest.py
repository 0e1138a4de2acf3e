"""A small shop: one product in Colombia and the United States, delivered and paid in every way."""

from copy import deepcopy
from decimal import Decimal

import pytest
from django.test import Client, TestCase
from oscar.core.loading import get_model

from commerce.cart.services import add_line
from commerce.checkout.services.placing import Terms, place_order
from commerce.delivery.models import DeliveryMethod
from commerce.gateways.models import DemoCharge, PaymentMethod
from commerce.inventory.models import Warehouse, WarehouseMarket
from commerce.orders.attempts import start_payment
from commerce.pricing.models import PriceList, TaxRate
from commerce.pricing.services import set_price
from tests.unindexed import unindexed

Basket = get_model("basket", "Basket")
Partner = get_model("partner", "Partner")
Product = get_model("catalogue", "Product")
ProductClass = get_model("catalogue", "ProductClass")
StockRecord = get_model("partner", "StockRecord")

BOGOTA = {
    "line1": "Calle 72 # 10-07",
    "line2": "",
    "line3": "Chapinero",
    "line4": "Bogotá",
    "state": "Bogotá",
    "postcode": "",
}
MIAMI = {
    "line1": "120 Palm Avenue",
    "line2": "",
    "line3": "",
    "line4": "Miami",
    "state": "FL",
    "postcode": "33101",
}


class Shop:
    """What the tests buy from, and what they look at afterwards."""

    @unindexed()
    def __init__(self):
        self.product_class = ProductClass.objects.create(name="Cosmetic")
        self.warehouses, self.lists = {}, {}
        for market in ("co", "us"):
            partner = Partner.objects.create(name=f"Warehouse {market}")
            warehouse = Warehouse.objects.create(partner=partner)
            WarehouseMarket.objects.create(warehouse=warehouse, market=market)
            self.warehouses[market] = partner
            self.lists[market] = PriceList.objects.create(
                code=f"{market}-web", name=market, market=market
            )
            for gateway in ("demo", "transfer", "cash_on_delivery"):
                PaymentMethod.objects.create(market=market, gateway=gateway)
        DeliveryMethod.objects.create(market="co", code="standard", price=Decimal(9900))
        DeliveryMethod.objects.create(
            market="us", code="standard", price=Decimal(5), free_from=Decimal(50)
        )
        TaxRate.objects.create(market="us", region="FL", rate=Decimal("0.06"))
        self.cream = self.product("RZ-1", co="99000", us="25", stock=5)

    @unindexed()
    def product(self, sku, *, stock=5, **prices):
        product = Product.objects.create(
            structure="standalone", upc=sku, title=f"Crema {sku}", product_class=self.product_class
        )
        for market, amount in prices.items():
            StockRecord.objects.create(
                product=product,
                partner=self.warehouses[market],
                partner_sku=sku,
                num_in_stock=stock,
            )
            set_price(product=product, price_list=self.lists[market], amount=Decimal(amount))
        return product

    def record(self, product=None, market="co"):
        return StockRecord.objects.get(
            product=product or self.cream, partner=self.warehouses[market]
        )

    def basket(self, *products, edition="es-co", quantity=1):
        basket = Basket()
        for product in products or (self.cream,):
            add_line(basket=basket, product=product, quantity=quantity, edition=edition)
        return basket

    def terms(self, **changes):
        defaults = {
            "edition": "es-co",
            "email": "ana@correo.example",
            "first_name": "Ana",
            "last_name": "Gómez",
            "phone": "+573045351581",
            "address": BOGOTA,
            "delivery": "standard",
            "payment_method": "demo",
            "expected_total": Decimal(108900),
        }
        return Terms(**(defaults | changes))

    def place(self, basket=None, **changes):
        return place_order(basket=basket or self.basket(), terms=self.terms(**changes))

    def begin(self, order):
        with TestCase.captureOnCommitCallbacks(execute=True):
            return start_payment(order=order, return_url="/es-co/back/")

    def bank_says(self, order, state):
        DemoCharge.objects.filter(idempotency_key=order.payments.last().idempotency_key).update(
            state=state
        )

    def movements(self, order):
        return list(order.stock_movements.order_by("pk").values_list("kind", flat=True))


@pytest.fixture(scope="module")
def built_shop(prepare) -> Shop:
    return prepare(Shop)


@pytest.fixture
def shop(db, built_shop) -> Shop:
    """One for all tests of a module (``tests.prepared``); what a test does to it is forgotten."""
    return deepcopy(built_shop)


class Shopper(Client):
    """A browser on our own pages: forms are same-origin, mails go out after each request."""

    def __init__(self, edition="es-co", **kwargs):
        super().__init__(headers={"Sec-Fetch-Site": "same-origin"}, **kwargs)
        self.edition = edition

    def request(self, **request):
        with TestCase.captureOnCommitCallbacks(execute=True):
            return super().request(**request)

    def at(self, path, data=None, **extra):
        # Payment providers are given whole addresses to come back to.
        path = path.removeprefix("http://testserver")
        url = path if path.startswith("/") else f"/{self.edition}/{path}"
        return self.get(url, **extra) if data is None else self.post(url, data, **extra)

    def add(self, product, quantity=1):
        return self.at("cart/add/", {"product": product.pk, "quantity": quantity})


@pytest.fixture
def shopper(shop) -> Shopper:
    return Shopper()


@pytest.fixture
def us_shopper(shop) -> Shopper:
    return Shopper("en-us")
