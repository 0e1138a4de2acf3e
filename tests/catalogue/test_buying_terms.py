"""The buying terms on a product page: delivery, returns and payment methods, as the company entered
them."""

from decimal import Decimal

import pytest
from django.test.utils import override_script_prefix

from commerce.catalogue.buying_terms import buying_terms
from commerce.delivery.models import DeliveryMethod
from commerce.gateways.models import PaymentMethod
from commerce.policies.models import CheckoutPolicy
from tests import factories as make
from tests.cms.factories import make_page

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def url(face, address):
    make.listed(make.product(categories=[face]))
    return address("es-co", "catalogue:product", path="cuidado-facial/crema-de-noche")


def test_a_product_says_when_it_comes_what_that_costs_and_how_to_pay(client, url):
    DeliveryMethod.objects.create(
        market="co", code="pickup", price=Decimal(0), only_regions="Antioquia"
    )
    DeliveryMethod.objects.create(
        market="co", code="standard", price=Decimal(9900), free_from=Decimal(180000), position=1
    )
    PaymentMethod.objects.update_or_create(
        market="co", gateway="transfer", defaults={"is_active": True}
    )
    PaymentMethod.objects.update_or_create(
        market="co",
        gateway="cash_on_delivery",
        defaults={"is_active": True, "only_regions": "Antioquia"},
    )

    html = client.get(url).content.decode()

    assert "standard: $9.900, 2 a 5 días hábiles" in html
    assert "Gratis desde $180.000" in html
    assert "Formas de pago: Transferencia" in html
    # What is for one region only is promised to nobody.
    assert "pickup" not in html and "Contraentrega" not in html


def test_where_the_company_has_entered_nothing_nothing_is_promised(client, url):
    DeliveryMethod.objects.all().delete()
    PaymentMethod.objects.all().delete()

    assert "buy-box__terms" not in client.get(url).content.decode()


def test_a_new_price_of_delivery_is_on_the_page_at_once(client, url):
    method = DeliveryMethod.objects.create(market="co", code="standard", price=Decimal(9900))
    assert "$9.900" in client.get(url).content.decode()

    method.price = Decimal(12500)
    method.save()

    assert "standard: $12.500" in client.get(url).content.decode()


# --- Where it does not hold ------------------------------------------------------------


@pytest.mark.parametrize(
    ("exceptions", "told"),
    [
        ("AK, HI", "Standard: $6.95, 3 to 7 business days (not available in Alaska, Hawaii)"),
        ("AS,AA,AE,AP,GU", "Standard: $6.95, 3 to 7 business days (not available in some regions)"),
    ],
)
def test_what_holds_for_most_is_promised_with_its_exception(
    client, face, address, exceptions, told
):
    """It was not told at all: shops of the United States had no word on shipping."""
    make.listed(make.product(categories=[face], prices={"us": "30.00"}))
    method = DeliveryMethod.objects.create(
        market="us",
        code="standard",
        price=Decimal("6.95"),
        free_from=Decimal(60),
        days_min=3,
        days_max=7,
        except_regions=exceptions,
    )
    method.copies.create(locale=make.locale("en"), name="Standard")

    url = address("en-us", "catalogue:product", path="face-care/night-cream")
    html = client.get(url).content.decode()

    assert told in html
    assert "Free on orders of $60.00 or more" in html


def test_what_is_for_some_regions_only_is_promised_to_nobody(client, url):
    DeliveryMethod.objects.create(
        market="co", code="express", price=Decimal(17900), only_regions="Antioquia"
    )

    assert "express" not in client.get(url).content.decode()


# --- Returns ---------------------------------------------------------------------------


def test_a_product_says_until_when_it_can_go_back_and_where_to_read_more(
    client, url, face, address
):
    page = make_page("Envíos y devoluciones", "envios-y-devoluciones")
    CheckoutPolicy.objects.create(
        market="co", returns_days=30, returns_free=True, returns_page=page
    )

    html = client.get(url).content.decode()

    link = '<a href="/es-co/envios-y-devoluciones/">Devoluciones gratis durante 30 días</a>'
    assert link in html
    # and a market that says nothing of returns promises nothing
    other = address("es-mx", "catalogue:product", path="cuidado-facial/crema-de-noche")
    assert "Devoluciones" not in client.get(other).content.decode()


def test_what_is_said_of_returns_is_on_the_page_at_once(client, url):
    policy = CheckoutPolicy.objects.create(market="co")
    assert "Devoluciones" not in client.get(url).content.decode()

    policy.returns_days = 15
    policy.save()
    assert "<span>Devoluciones durante 15 días</span>" in client.get(url).content.decode()

    # and its page, once it is not published any more, is no link
    policy.returns_page = make_page("Devoluciones", "devoluciones")
    policy.save()
    assert 'href="/es-co/devoluciones/"' in client.get(url).content.decode()
    policy.returns_page.unpublish()
    assert "<span>Devoluciones durante 15 días</span>" in client.get(url).content.decode()


def test_what_is_said_of_returns_costs_no_query_once_it_is_known(
    client, url, django_assert_max_num_queries
):
    page = make_page("Devoluciones", "devoluciones")
    CheckoutPolicy.objects.create(market="co", returns_days=30, returns_page=page)
    buying_terms("es-co")

    with django_assert_max_num_queries(1):
        assert any(line["icon"] == "return" for line in buying_terms("es-co"))


def test_under_a_consultants_name_what_is_said_of_returns_stays_under_it(db):
    page = make_page("Devoluciones", "devoluciones")
    CheckoutPolicy.objects.create(market="co", returns_days=30, returns_page=page)

    def leads_to() -> str:
        return next(line["url"] for line in buying_terms("es-co") if line["icon"] == "return")

    assert leads_to() == "/es-co/devoluciones/"
    with override_script_prefix("/@lili-gomez/"):
        assert leads_to() == "/@lili-gomez/es-co/devoluciones/"
