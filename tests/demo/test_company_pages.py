"""The demo company's pages, people and terms of trade agree with each other."""

import re
from collections.abc import Iterator

import phonenumbers
import pycountry
import pytest

import demo.company as company
from commerce.product_lists.pages import LISTS
from demo.art import CATALOGUE_SHAPES
from demo.company import commerce, pages, people, scenes
from demo.company.academy import ACADEMY
from demo.company.schema import ICONS, Words
from people.roles import all_roles

from .company_walk import LANGUAGES, TREES, every_words, symbolic_links

pytestmark = pytest.mark.one_database

SKUS = {product.sku for product in company.PRODUCTS}
CATEGORY_KEYS = {category.key for category in company.walk()}
PAGE_KEYS = {page.key for page in (*company.PAGES, ACADEMY)}
BLOCK_KEYS = {
    "hero": {"title", "text", "button_label", "button_link", "image"},
    "rich_text": {"html"},
    "image": {"scene", "alt", "caption"},
    "quote": {"text", "author"},
    "features": {"title", "items"},
    "gallery": {"scenes"},
    "accordion": {"title", "items"},
    "cta": {"title", "text", "button_label", "button_link"},
    "banner": {"title", "text", "button_label", "link", "scene"},
    "carousel": {"title", "source", "action", "link"},
}
MAY_HAVE = {"carousel": {"days"}, "banner": {"side", "tone"}, "gallery": {"title"}}


def blocks() -> Iterator[tuple[str, object]]:
    for page in company.PAGES:
        for block in page.blocks:
            yield page.key, block


def test_every_link_leads_somewhere():
    for link in symbolic_links(tuple(TREES.values())):
        kind, _, key = link.partition(":")
        known = {"page": PAGE_KEYS, "category": CATEGORY_KEYS, "product": SKUS, "list": set(LISTS)}
        assert link in ("catalogue", "contact", "offers") or key in known[kind], link


@pytest.mark.parametrize(("page", "block"), list(blocks()), ids=lambda value: str(value)[:24])
def test_a_block_has_what_its_kind_asks(page, block):
    value = block.value
    assert set(block.markets) <= set(company.MARKETS)
    if block.kind == "products":
        assert set(value) in ({"title", "category"}, {"title", "skus"})
        assert value.get("category", "face") in CATEGORY_KEYS
        assert set(value.get("skus", ())) <= SKUS
        return
    assert set(value) - MAY_HAVE.get(block.kind, set()) == BLOCK_KEYS[block.kind]
    for key in ("image", "scene"):
        assert value.get(key, "workbench") in company.SCENES
    for item in value.get("scenes", ()):
        assert item["scene"] in company.SCENES
        assert isinstance(item["alt"], Words)
    for item in value.get("items", ()):
        if block.kind == "accordion":
            assert set(item) == {"question", "answer"}
        else:
            assert {"title", "text"} < set(item) <= {"title", "text", "icon", "scene", "link"}
            assert item.get("icon", "leaf") in ICONS
            assert item.get("scene", "face") in company.SCENES


@pytest.mark.parametrize(
    ("kind", "key", "limit"),
    [
        ("hero", "title", 60),
        ("hero", "text", 200),
        ("cta", "title", 60),
        ("cta", "text", 200),
        ("cta", "button_label", 40),
        ("quote", "text", 200),
        ("banner", "text", 110),
        ("image", "caption", 120),
    ],
)
def test_short_texts_stay_short(kind, key, limit):
    for page, block in blocks():
        if block.kind == kind:
            assert max(len(block.value[key].es), len(block.value[key].en)) <= limit, page


def test_pages_have_their_own_address_and_summary():
    for language in LANGUAGES:
        slugs = [page.slug[language] for page in company.PAGES]
        assert len(slugs) == len(set(slugs))
        assert all(re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", slug) for slug in slugs)
        assert all(40 <= len(page.summary[language]) <= 160 for page in company.PAGES)
    assert len(PAGE_KEYS) == len(company.PAGES) + 1
    assert company.PAGES[0].key == "home"


def test_every_scene_is_wanted_somewhere():
    wanted = {category.scene for category in company.walk()}
    wanted |= {item.scene for item in company.MENU if item.scene}
    for _, block in blocks():
        value = block.value
        wanted |= {value[key] for key in ("image", "scene") if key in value}
        wanted |= {item["scene"] for item in value.get("scenes", ())}
        wanted |= {item["scene"] for item in value.get("items", ()) if "scene" in item}
    assert wanted == set(scenes.SCENES)


def test_history_and_services_are_in_the_menu():
    links = {item.link for entry in company.MENU for item in (entry, *entry.children)}
    assert {"page:history", "page:services", "page:consultants"} <= links


def test_every_shape_and_view_has_an_alternative_text():
    title, shade = Words("Labial", "Lipstick"), Words("Higo", "Fig")
    assert set(company.ALT_TEMPLATES) == set(company.SHAPES)
    for shape, views in CATALOGUE_SHAPES.items():
        for view in views:
            made = company.alt_text(shape, view, title, shade)
            assert "Labial, Higo" in made.es
            assert "Lipstick, Fig" in made.en


def test_delivery_is_told_as_it_is_charged():
    shipping = next(page for page in company.PAGES if page.key == "shipping")
    told = {block.markets[0]: block.value["html"] for block in shipping.blocks if block.markets}
    for market in company.MARKETS:
        free_from = commerce.FREE_SHIPPING_FROM[market]
        methods = commerce.DELIVERY[market]
        assert methods[0].free_from == free_from
        assert len({method.key for method in methods}) == len(methods)
        amounts = [free_from, *(method.price for method in methods if method.price)]
        for amount in amounts:
            number = f"{amount:,}".removesuffix(".00")
            spanish = number.replace(",", ".") if market == "co" else number
            assert f"${spanish}" in told[market].es
            assert f"${number}" in told[market].en
        number = f"{free_from:,}".removesuffix(".00")
        assert f"${number}" in company.BRAND.announcements[market].en
        spanish = number.replace(",", ".") if market == "co" else number
        assert f"${spanish}" in company.BRAND.announcements[market].es
        for method in methods:
            assert 0 < method.days[0] <= method.days[1]


def test_returns_are_told_as_product_pages_promise_them():
    shipping = next(page for page in company.PAGES if page.key == "shipping")
    told = {block.markets[0]: block.value["html"] for block in shipping.blocks if block.markets}
    in_words = {30: ("treinta días", "thirty ")}
    assert set(company.RETURN_DAYS) == set(company.MARKETS)
    for market, days in company.RETURN_DAYS.items():
        spanish, english = in_words[days]
        assert spanish in told[market].es
        assert english in told[market].en
        # Free: they come for it, or send a label that is paid.
        assert "sin costo" in told[market].es or "ya pagada" in told[market].es
        assert "at no cost" in told[market].en or "prepaid" in told[market].en


def test_the_bank_accounts_cannot_be_real():
    for market in company.MARKETS:
        bank = company.BANKS[market]
        numbers = [bank.account_number, *(value for _, value in bank.extra)]
        assert all(set(number) <= set("0-.") for number in numbers)
        assert "demo" in bank.bank.casefold()


def test_people_live_where_their_address_says():
    customers = {customer.market: customer for customer in people.CUSTOMERS}
    assert set(customers) == set(company.MARKETS)
    for market, customer in customers.items():
        number = phonenumbers.parse(customer.phone)
        assert phonenumbers.is_valid_number(number)
        assert customer.address.country == market.upper()
        assert customer.address.city
        code = f"{customer.address.country}-{customer.address.state_code}"
        assert pycountry.subdivisions.get(code=code).name == customer.address.state
    assert customers["co"].address.postcode == ""
    assert re.fullmatch(r"\d{5}", customers["mx"].address.postcode)
    assert re.fullmatch(r"\d{5}", customers["us"].address.postcode)


def test_mail_addresses_reach_nobody():
    addresses = [person.email for person in (*people.STAFF, *people.CUSTOMERS)]
    addresses += [channel.email for channel in pages.CONTACT.values()]
    assert len(addresses) == len(set(addresses))
    assert all(address.endswith(".example") for address in addresses)


def test_every_role_of_the_back_office_has_somebody():
    roles = {person.role for person in people.STAFF}
    assert roles == {role.group.lower() for role in all_roles()}


def test_contact_details_stand_in_the_contact_page():
    page = next(page for page in company.PAGES if page.key == "contact")
    for language in LANGUAGES:
        text = " ".join(words[language] for _, words in every_words(page))
        for channel in pages.CONTACT.values():
            assert channel.email in text
            assert channel.phone in text.replace(" ", "")


def test_an_amount_of_money_stands_only_where_it_is_of_one_market():
    """A Mexican who reads pesos of Colombia takes them for pesos."""
    for page in company.PAGES:
        for block in page.blocks:
            if not getattr(block, "markets", ()):
                texts = [
                    words[language] for _, words in every_words(block) for language in LANGUAGES
                ]
                assert not [text for text in texts if re.search(r"\$\s?\d", text)], page.key
