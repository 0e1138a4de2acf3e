"""A small catalogue, people with roles, and a browser's way of posting a form."""

from dataclasses import dataclass, field
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from oscar.core.loading import get_model
from wagtail.models import Locale

from commerce.copy.models import OptionCopy
from commerce.inventory.models import Warehouse, WarehouseMarket
from commerce.inventory.services import adjust_stock
from commerce.merchandising.services.products import create_product
from commerce.merchandising.services.variants import stock_record
from commerce.pricing.models import PriceList
from commerce.pricing.services import set_price
from tests.staff import make_staff
from tests.unindexed import unindexed

ProductClass = get_model("catalogue", "ProductClass")
ProductAttribute = get_model("catalogue", "ProductAttribute")
AttributeOptionGroup = get_model("catalogue", "AttributeOptionGroup")
AttributeOption = get_model("catalogue", "AttributeOption")
Category = get_model("catalogue", "Category")
Partner = get_model("partner", "Partner")


@dataclass
class Shop:
    """What a product needs before it can be made."""

    product_class: ProductClass
    colour: ProductAttribute
    size: ProductAttribute
    options: dict = field(default_factory=dict)
    categories: dict = field(default_factory=dict)
    lists: dict = field(default_factory=dict)
    warehouses: dict = field(default_factory=dict)
    locales: dict = field(default_factory=dict)

    @unindexed()
    def product(self, *, sku="SER-1", title="Sérum de mañana", price=99000, stock=10, by=None):
        product = create_product(
            product_class=self.product_class,
            category=self.categories["face"],
            sku=sku,
            title=title,
            locale=self.locales["es"],
            by=by,
        )
        set_price(product=product, price_list=self.lists["co"], amount=Decimal(price), by=by)
        record = stock_record(product=product, partner=self.warehouses["Bogotá"])
        adjust_stock(stockrecord=record, quantity=stock, by=by)
        return product


@pytest.fixture
@unindexed()
def shop(db) -> Shop:
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("es", "en")}
    product_class = ProductClass.objects.create(name="Cosmética")
    attributes = {}
    options = {}
    for code, name, values in (
        ("colour", "Color", ("Terracota", "Higo")),
        ("size", "Tamaño", ("30 ml", "50 ml")),
    ):
        group = AttributeOptionGroup.objects.create(name=name, code=code)
        attributes[code] = ProductAttribute.objects.create(
            product_class=product_class, name=name, code=code, type="option", option_group=group
        )
        for value in values:
            options[value] = AttributeOption.objects.create(
                group=group, option=value, code=value.replace(" ", "").lower()
            )
            OptionCopy.objects.create(option=options[value], locale=locales["es"], name=value)
    face = Category.add_root(name="Cuidado facial")
    serums = face.add_child(name="Sérums")
    lists = {
        code: PriceList.objects.create(code=code, name=name, market=code)
        for code, name in (("co", "Colombia"), ("mx", "México"), ("us", "Estados Unidos"))
    }
    warehouses = {}
    for name, market in (("Bogotá", "co"), ("Miami", "us")):
        warehouses[name] = Partner.objects.create(name=name)
        warehouse = Warehouse.objects.create(partner=warehouses[name])
        WarehouseMarket.objects.create(warehouse=warehouse, market=market)
    return Shop(
        product_class=product_class,
        colour=attributes["colour"],
        size=attributes["size"],
        options=options,
        categories={"face": face, "serums": serums},
        lists=lists,
        warehouses=warehouses,
        locales=locales,
    )


@pytest.fixture
def person_with(db):
    """``person_with("Merchandiser")``: a user with one role, or with none."""

    def make(group: str | None = None, email: str | None = None):
        return make_staff(group, email=email or "", first_name="Ana", last_name="Ríos")

    return make


@pytest.fixture
def merchandiser(person_with):
    return person_with("Merchandiser")


@pytest.fixture
def signed_in(client):
    """``signed_in(user)``: the test client as that user."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in


def form_data(response, selector: str = "form#w-editor-form") -> dict:
    """What a browser would post if the form were sent as it stands."""
    form = BeautifulSoup(response.content, "html.parser").select_one(selector)
    for template in form.find_all("template"):
        template.decompose()
    data: dict[str, list[str]] = {}
    for control in form.find_all(["input", "select", "textarea"]):
        name = control.get("name")
        if not name or control.has_attr("disabled"):
            continue
        if control.name == "select":
            chosen = [o.get("value", "") for o in control.find_all("option", selected=True)]
            if not chosen and not control.has_attr("multiple"):
                chosen = [control.find("option").get("value", "")]
            data.setdefault(name, []).extend(chosen)
        elif control.name == "textarea":
            data.setdefault(name, []).append(control.text.removeprefix("\n"))
        elif control.get("type") in ("checkbox", "radio"):
            if control.has_attr("checked"):
                data.setdefault(name, []).append(control.get("value", "on"))
        elif control.get("type") not in ("submit", "button", "file"):
            data.setdefault(name, []).append(control.get("value", ""))
    return data


def words_of(response) -> str:
    """The text of a page on one line."""
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())
