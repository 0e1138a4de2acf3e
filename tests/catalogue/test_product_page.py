import json
import re

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from oscar.core.loading import get_model
from wagtail.documents import get_document_model

from commerce.labels.models import Label, LabelCopy
from commerce.pricing.models import OptionContent
from tests import factories as make

AttributeOption = get_model("catalogue", "AttributeOption")

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def lipstick(face):
    return make.listed(make.lipstick(categories=[face]))


@pytest.fixture
def url(address, lipstick):
    return address("es-co", "catalogue:product", path="cuidado-facial/labial-de-higo")


def shown(response):
    product = response.context["product"]
    return product["sku"], product["price"], product["stock_state"]


def test_the_page_shows_words_price_stock_and_the_form(client, url, lipstick):
    response = client.get(url)

    html = response.content.decode()
    assert response.status_code == 200
    assert html.count("<h1") == 1
    assert "Labial de higo" in html
    first = lipstick.children.order_by("pk").first()
    assert f'name="product" value="{first.pk}"' in html
    assert "/cart/add/" in html or "/carrito/" in html
    # What is wrong with a quantity is said by the shop, in its language.
    assert "novalidate" in re.search(r'<form[^>]*id="buy-form"[^>]*>', html).group()
    assert shown(response) == ("RZ-501-1", "$99.000", "low")


@pytest.mark.parametrize(
    ("number", "price", "state", "hex_code"),
    [
        (1, "$99.000", "low", "5E2A3C"),
        (2, "$120.000", "in", "5E2A3C"),
        (3, "$99.000", "in", "A8481F"),
        (4, "$120.000", "out", "A8481F"),
    ],
)
def test_a_variant_has_its_price_stock_and_picture(client, url, number, price, state, hex_code):
    response = client.get(url, {"variant": f"RZ-501-{number}"})

    assert shown(response) == (f"RZ-501-{number}", price, state)
    assert hex_code in response.context["photos"][0]["src"]
    assert response.context["product"]["available"] == (state != "out")


def test_the_script_gets_the_same_variants_as_the_server_draws(client, url):
    response = client.get(url)

    text = re.search(
        r'<script id="product-variants" type="application/json">(.*?)</script>',
        response.content.decode(),
        re.S,
    )[1]
    data = json.loads(text)
    assert data["options"] == ["colour", "size"]
    for variant in data["variants"]:
        drawn = client.get(variant["url"])
        assert shown(drawn) == (variant["sku"], variant["price"], variant["stock_state"])
        assert drawn.context["photos"][0]["id"] == variant["photo"]
        assert drawn.context["variant_id"] == variant["id"]


@pytest.mark.parametrize(
    ("options", "sku"),
    [
        ({"colour": "colour-clay", "size": "size-s"}, "RZ-501-3"),
        ({"colour": "colour-fig", "size": "size-l"}, "RZ-501-2"),
        ({"colour": "colour-clay", "size": "nonsense"}, "RZ-501-3"),
        ({}, "RZ-501-1"),
    ],
)
def test_without_a_script_the_chosen_options_lead_to_their_variant(client, url, options, sku):
    response = client.get(url, {**options, "show": "1", "quantity": "2", "product": "1"})

    assert (response.status_code, response["Location"]) == (302, f"{url}?variant={sku}")


@pytest.mark.parametrize("sku", ["", "RZ-999", "' OR 1=1 --", "\0", "é" * 900])
def test_a_variant_that_is_none_shows_the_first_that_can_be_bought(client, url, sku):
    response = client.get(url, {"variant": sku})

    assert response.status_code == 200
    assert shown(response)[0] == "RZ-501-1"


def test_what_is_not_made_here_is_not_offered(client, address, face):
    product = make.lipstick(categories=[face], prices={})
    make.set_prices(product.children.order_by("pk")[2], {"mx": "489"})
    make.listed(product)

    response = client.get(
        address("es-mx", "catalogue:product", path="cuidado-facial/labial-de-higo")
    )

    assert [variant["sku"] for variant in response.context["variants"]["variants"]] == ["RZ-501-3"]
    assert response.context["product"]["price"] == "$489.00"


def test_words_keep_their_markup_and_titles_are_escaped(client, face):
    words = {"description": "<p>Con <b>romero</b></p>", "how_to_use": "<ol><li>Uno</li></ol>"}
    product = make.listed(make.product("Sal <b>& mar</b>", None, categories=[face], words=words))

    html = client.get(f"/es-co{product.listings.get(market='co').path}").content.decode()

    assert "<p>Con <b>romero</b></p>" in html and "<li>Uno</li>" in html
    assert "Sal &lt;b&gt;&amp; mar&lt;/b&gt;" in html and "Sal <b>" not in html


def test_extra_material_is_offered_within_the_same_budget(
    client, address, face, assert_max_queries
):
    guide = get_document_model().objects.create(
        title="Guía", file=ContentFile(b"%PDF-1.4", name="guia.pdf")
    )
    film = get_document_model().objects.create(
        title="Película", file=ContentFile(b"....", name="pelicula.mp4")
    )
    material = json.dumps(
        [
            {"type": "document", "value": {"title": "Guía de uso", "document": guide.pk}},
            {"type": "video", "value": {"title": "Cómo aplicarla", "video": film.pk}},
        ]
    )
    product = make.listed(make.product(categories=[face], words={"material": material}))
    url = address("es-co", "catalogue:product", path="cuidado-facial/crema-de-noche")
    client.get(url)

    with assert_max_queries(5):
        html = client.get(url).content.decode()

    assert product.pk and "Guía de uso" in html and guide.url in html
    assert "<video" in html and film.url in html


def test_every_variant_says_what_it_costs_by_the_measure(client, url, lipstick, face):
    """On the page, for its script and on the card; nothing where nobody said how much it is."""
    sizes = {code: AttributeOption.objects.get(code=f"size-{code}") for code in ("s", "l")}
    make.listed(lipstick)
    before = client.get(url)
    assert before.context["product"]["per_unit"] == "" and b"data-variant-per-unit" not in (
        before.content
    )

    OptionContent.objects.create(option=sizes["s"], amount=30, unit="ml")
    OptionContent.objects.create(option=sizes["l"], amount=50, unit="ml")
    make.listed(lipstick)

    page = client.get(url)
    large = client.get(url, {"variant": "RZ-501-2"})
    assert page.context["product"]["per_unit"] == "$330.000 / 100 ml"
    assert large.context["product"]["per_unit"] == "$240.000 / 100 ml"
    told = {one["sku"]: one["per_unit"] for one in page.context["variants"]["variants"]}
    assert told["RZ-501-1"] == "$330.000 / 100 ml" and told["RZ-501-2"] == "$240.000 / 100 ml"
    card = BeautifulSoup(client.get("/es-co/catalogo/").content, "html.parser")
    assert card.select_one(".product-card [data-per-unit]").text == "$330.000 / 100 ml"
    units = json.loads(card.select_one(".quick-buy script").string)
    assert {unit["per_unit"] for unit in units} == {"$330.000 / 100 ml", "$240.000 / 100 ml"}


def test_a_label_leads_to_everything_that_wears_it(client, url, lipstick, face):
    cream = make.product("Crema de avena", categories=[face], photos=0)
    other = make.product("Crema de rosas", categories=[face], photos=0)
    label = Label.objects.create(code="refill")
    LabelCopy.objects.create(label=label, locale=make.locale("es"), text="Recargable")
    label.products.set([lipstick, cream])
    make.listed(lipstick, cream, other)

    page = BeautifulSoup(client.get(url).content, "html.parser")
    link = page.select_one(".buy-box .labels a")
    listing = client.get(link["href"])

    assert link.text == "Recargable"
    titles = {card.title for card in listing.context["cards"]}
    assert titles == {"Labial de higo", "Crema de avena"}


def test_a_wrong_path_leads_to_the_right_one(client, address, url):
    for path in ("labial-de-higo", "otra/cosa/labial-de-higo"):
        response = client.get(address("es-co", "catalogue:product", path=path))
        assert (response.status_code, response["Location"]) == (301, url)


def test_another_languages_address_leads_to_this_languages(client, address, url):
    response = client.get(address("en-us", "catalogue:product", path="face-care/labial-de-higo"))

    english = address("en-us", "catalogue:product", path="face-care/fig-lipstick")
    assert (response.status_code, response["Location"]) == (301, english)
    assert client.get(english).status_code == 200


def test_the_switch_and_hreflang_lead_to_the_translation(client, address, url):
    html = client.get(url).content.decode()

    english = address("en-us", "catalogue:product", path="face-care/fig-lipstick")
    assert f'hreflang="en-US" href="http://testserver{english}"' in html
    assert f'<link rel="canonical" href="http://testserver{url}">' in html


def test_untranslated_words_are_shown_with_a_notice(client, address, face):
    make.listed(make.product("Jabón de avena", None, categories=[face]))

    response = client.get(address("en-us", "catalogue:product", path="face-care/jabon-de-avena"))

    html = response.content.decode()
    assert response.status_code == 200
    assert "Jabón de avena" in html and 'lang="es"' in html
    assert "noindex" in html
    spanish = address("es-us", "catalogue:product", path="cuidado-facial/jabon-de-avena")
    assert f'<link rel="canonical" href="http://testserver{spanish}">' in html
    assert "You're reading it in Spanish" in response.context["storefront"].notice


def test_a_product_that_is_not_sold_here_says_where_it_is(client, address, face):
    make.listed(make.product(prices={"us": "25.00"}, categories=[face]))

    response = client.get(address("es-co", "catalogue:product", path="crema-de-noche"))

    assert response.status_code == 404
    html = response.content.decode()
    assert "Crema de noche" in html
    assert "add-to-cart" not in html
    there = address("es-us", "catalogue:product", path="cuidado-facial/crema-de-noche")
    assert [country["url"] for country in response.context["countries"]] == [there]
    assert client.get(there).status_code == 200


def test_the_country_switch_leads_to_the_page_that_says_where_it_is_sold(client, address, face):
    make.listed(make.product("Protector", "Sunscreen", prices={"co": "90000"}, categories=[face]))
    html = client.get(address("es-co", "catalogue:product", path="cuidado-facial/protector"))

    page = BeautifulSoup(html.content, "html.parser")
    for edition, words in (("en-us", "Sunscreen"), ("es-us", "Protector"), ("es-mx", "Protector")):
        there = page.select_one(f"[data-edition={edition}]")["href"]
        response = client.get(there, follow=True)
        assert response.status_code == 404
        assert response.context["title"] == words
        assert response.context["countries"]
    alternates = [link["href"] for link in page.select("link[hreflang]")]
    assert not any("-us/" in link or "-mx/" in link for link in alternates)


@pytest.mark.parametrize("path", ["nada", "cuidado-facial/nada", "a/" * 50 + "b", "%00", "ñandú"])
def test_what_nobody_sells_is_not_found(client, address, face, path):
    response = client.get(address("es-co", "catalogue:index") + path + "/")

    assert response.status_code == 404


def test_a_hidden_product_is_not_found(client, url, lipstick):
    lipstick.is_public = False
    lipstick.save()
    make.listed(lipstick)

    assert client.get(url).status_code == 404


def test_search_engines_read_one_offer_for_each_variant(client, url):
    html = client.get(url).content.decode()

    blocks = [
        json.loads(text)
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    ]
    product = next(block for block in blocks if block.get("@type") == "Product")
    assert [(o["sku"], o["price"], o["priceCurrency"]) for o in product["offers"]] == [
        ("RZ-501-1", "99000.00", "COP"),
        ("RZ-501-2", "120000.00", "COP"),
        ("RZ-501-3", "99000.00", "COP"),
        ("RZ-501-4", "120000.00", "COP"),
    ]
    assert product["offers"][3]["availability"].endswith("OutOfStock")
    assert all(image.startswith("http://testserver/media/") for image in product["image"])


@pytest.mark.engine
def test_related_products_are_of_the_same_category_first(client, face, creams):
    product = make.listed(make.product("Crema", None, categories=[creams], photos=0))
    beside = make.listed(make.product("Bálsamo", None, categories=[creams], photos=0))
    make.listed(make.product("Tónico", None, categories=[face], photos=0))
    make.listed(make.product("Jabón", None, categories=[make.category("Cuerpo")], photos=0))
    make.listed(make.product("Agotado", None, categories=[creams], stock=0, photos=0))

    response = client.get(f"/es-co{product.listings.get(market='co').path}")

    titles = [card.title for card in response.context["related"]]
    assert titles == [beside.title, "Tónico"]


@pytest.mark.engine
@pytest.mark.parametrize("size", [1, 40])
def test_a_product_page_costs_at_most_five_queries_and_no_write(
    client, address, face, size, assert_max_queries
):
    product = make.listed(make.lipstick(categories=[face]))
    make.listed(*[make.product(categories=[face], photos=0) for _ in range(size)])
    url = address("es-co", "catalogue:product", path="cuidado-facial/labial-de-higo")
    client.get(url)

    with assert_max_queries(5) as queries:
        response = client.get(url, {"variant": f"{product.upc}-3"})

    assert response.status_code == 200
    assert all(query["sql"].startswith("SELECT") for query in queries)
    assert "Cookie" not in response.get("Vary", "")
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()
