"""In which order a category shows its products, and on how many pages."""

import pytest

from tests import factories as make

from .test_category_page import titles

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def four_products(prepare):
    """In the order in which they are launched."""

    def run():
        face = make.category("Cuidado facial", "Face care")
        for name, price, featured in [
            ("Ámbar", ("80000", "100000"), 0),
            ("Zarzamora", "50000", 1),
            ("Mora", ("30000", "60000"), 0),
            ("banano", "90000", 0),
        ]:
            make.listed(
                make.product(
                    name, None, prices={"co": price}, priority=featured, categories=[face], photos=0
                )
            )

    prepare(run)


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", ["Zarzamora", "banano", "Mora", "Ámbar"]),
        ("nonsense", ["Zarzamora", "banano", "Mora", "Ámbar"]),
        ("new", ["banano", "Mora", "Zarzamora", "Ámbar"]),
        ("price", ["Mora", "Zarzamora", "Ámbar", "banano"]),
        ("-price", ["banano", "Ámbar", "Zarzamora", "Mora"]),
        ("discount", ["Mora", "Ámbar", "banano", "Zarzamora"]),
        ("name", ["Ámbar", "banano", "Mora", "Zarzamora"]),
    ],
)
def test_products_are_sorted(client, address, four_products, sort, expected):
    response = client.get(
        address("es-co", "catalogue:category", path="cuidado-facial"), {"sort": sort}
    )

    assert titles(response) == expected


@pytest.fixture(scope="module")
def thirty_products(prepare):
    def run():
        body = make.category("Cuidado corporal", "Body care")
        made = [
            make.product(f"Crema {number:02}", None, categories=[body], photos=0)
            for number in range(30)
        ]
        make.listed(*made)

    prepare(run)


def test_pages_of_24_with_canonical_and_neighbours(client, address, thirty_products):
    url = address("es-co", "catalogue:category", path="cuidado-corporal")

    first = client.get(url, {"sort": "name"})
    second = client.get(url, {"sort": "name", "page": "2"})

    assert titles(first)[0] == "Crema 00" and len(titles(first)) == 24
    assert titles(second) == [f"Crema {number}" for number in range(24, 30)]
    html = second.content.decode()
    assert f'<link rel="canonical" href="http://testserver{url}?page=2">' in html
    assert f'<link rel="prev" href="http://testserver{url}">' in html
    assert "?sort=name&amp;page=1" in html
    assert 'rel="next"' not in html


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "1e3", "٣", "99999999999999999999"])
def test_a_page_number_that_is_none_is_the_first(client, address, thirty_products, page):
    response = client.get(
        address("es-co", "catalogue:category", path="cuidado-corporal"), {"page": page}
    )

    assert response.status_code == 200
    assert response.context["page"].number == 1


def test_a_page_beyond_the_last_says_so(client, address, thirty_products):
    response = client.get(
        address("es-co", "catalogue:category", path="cuidado-corporal"), {"page": "7"}
    )

    assert response.status_code == 404
    assert "?page=2" in response.content.decode()
    assert titles(response) == []
