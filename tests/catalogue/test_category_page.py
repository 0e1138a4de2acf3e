import json
import re

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db


def titles(response):
    return [card.title for card in response.context["cards"]]


def test_a_category_shows_what_it_and_what_is_below_it_hold(client, address, face, creams):
    make.listed(make.product("Crema", "Cream", categories=[creams]))
    make.listed(make.product("Jabón", "Soap", categories=[make.category("Cuerpo", "Body")]))

    response = client.get(address("es-co", "catalogue:category", path="cuidado-facial"))

    assert response.status_code == 200
    assert titles(response) == ["Crema"]
    assert response.context["chips"] == [
        {
            "label": "Cremas",
            "url": address("es-co", "catalogue:category", path="cuidado-facial/cremas"),
        }
    ]
    html = response.content.decode()
    assert html.count("<h1") == 1
    assert "$99.000" in html


def test_the_picture_of_a_category_stands_on_its_first_page(client, address, face):
    from commerce.media.models import CategoryPhoto

    CategoryPhoto.objects.create(category=face, image=make.image(width=800, height=450))
    for _ in range(25):
        make.listed(make.product(categories=[face], photos=0))
    url = address("es-co", "catalogue:category", path="cuidado-facial")

    photo = client.get(url).context["photo"]

    assert (photo["width"], photo["height"]) == (800, 450)
    assert photo["src"] in client.get(url).content.decode()
    assert client.get(url, {"page": "2"}).context["photo"] is None


def test_the_same_category_speaks_english_in_the_united_states(client, address, face, creams):
    make.listed(make.product("Crema", "Cream", categories=[creams]))

    response = client.get(address("en-us", "catalogue:category", path="face-care/creams"))

    assert titles(response) == ["Cream"]
    assert "$25.00" in response.content.decode()
    assert [crumb["label"] for crumb in response.context["breadcrumb"]][-2:] == [
        "Face care",
        "Creams",
    ]


def test_a_wrong_path_leads_to_the_right_one(client, address, face, creams):
    right = address("es-co", "catalogue:category", path="cuidado-facial/cremas")

    response = client.get(address("es-co", "catalogue:category", path="cremas") + "?sort=price")

    assert (response.status_code, response["Location"]) == (301, f"{right}?sort=price")


def test_another_languages_address_leads_to_this_languages(client, address, face):
    spanish = address("es-us", "catalogue:category", path="cuidado-facial")
    swapped = spanish.replace("/es-us/", "/en-us/")

    response = client.get(swapped)

    english = address("en-us", "catalogue:category", path="face-care")
    assert (response.status_code, response["Location"]) == (301, english)


def test_an_empty_category_shows_a_way_on(client, address, face):
    response = client.get(address("es-co", "catalogue:category", path="cuidado-facial"))

    assert response.status_code == 200
    html = response.content.decode()
    assert address("es-co", "catalogue:index") in html
    assert 'content="noindex, follow"' in html


def test_a_category_that_is_not_sold_here_is_not_found_and_says_where(client, address, face):
    make.listed(make.product(prices={"us": "25.00"}, categories=[face]))

    response = client.get(address("es-co", "catalogue:category", path="cuidado-facial"))

    assert response.status_code == 404
    links = [country["url"] for country in response.context["countries"]]
    assert links == [address("es-us", "catalogue:category", path="cuidado-facial")]
    assert client.get(links[0]).status_code == 200


@pytest.mark.parametrize("hide", ["private", "no words"])
def test_a_category_nobody_may_see_is_not_found(client, address, face, hide):
    if hide == "private":
        face.is_public = False
        face.save()
    else:
        for words in face.copies.all():
            words.live = False
            words.save()

    response = client.get(address("es-co", "catalogue:category", path="cuidado-facial"))

    assert response.status_code == 404


def test_structured_data_names_the_way_and_the_products(client, address, face, creams):
    make.listed(make.product("Crema </script>", None, categories=[creams]))

    html = client.get(
        address("es-co", "catalogue:category", path="cuidado-facial/cremas")
    ).content.decode()

    blocks = [
        json.loads(text)
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)
    ]
    kinds = {block.get("@type"): block for block in blocks}
    assert [row["name"] for row in kinds["BreadcrumbList"]["itemListElement"]][-2:] == [
        "Cuidado facial",
        "Cremas",
    ]
    (item,) = kinds["ItemList"]["itemListElement"]
    assert item["name"] == "Crema </script>"
    assert item["url"].startswith("http://testserver/es-co/")


@pytest.mark.parametrize("number", [3, 60])
def test_a_category_page_costs_at_most_ten_queries(
    client, address, face, creams, number, assert_max_queries
):
    products = [make.product(categories=[creams], photos=0) for _ in range(number)]
    make.listed(*products)
    url = address("es-co", "catalogue:category", path="cuidado-facial")
    client.get(url)

    with assert_max_queries(10):
        response = client.get(url, {"page": "2"} if number > 24 else {})

    assert response.status_code == 200


def test_the_page_is_the_same_for_everybody(client, address, face):
    make.listed(make.product(categories=[face]))

    for name, kwargs in [("index", {}), ("category", {"path": "cuidado-facial"})]:
        response = client.get(address("es-co", f"catalogue:{name}", **kwargs))
        assert "Cookie" not in response.get("Vary", "")
        assert not response.cookies
        assert "csrfmiddlewaretoken" not in response.content.decode()
