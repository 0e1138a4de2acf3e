"""The merchandiser's screens: one form writes everything, codes, the report, a tried cart."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from oscar.core.loading import get_model

from commerce.cart.cart import build_cart
from commerce.offers.forms.reading import plan_of
from commerce.offers.models import OfferMarket
from commerce.offers.plain_words import sentence
from commerce.offers.services.codes import generate_codes
from tests import factories as made
from tests.merchandising.conftest import form_data, merchandiser, person_with, signed_in  # noqa: F401

from .factories import coupon, offer

pytestmark = pytest.mark.one_database

ConditionalOffer = get_model("offer", "ConditionalOffer")
Range = get_model("offer", "Range")
Voucher = get_model("voucher", "Voucher")

NEW, LIST = "/admin/promotions/offers/new/", "/admin/promotions/offers/"

FACIAL = {
    "name_es": "3 de cuidado facial",
    "name_en": "3 of facial care",
    "description_es": "Con tres, 20 % menos.",
    "when": "Count",
    "when_value": "3",
    "gives": "Percentage",
    "gives_value": "20",
    "goods_on": "chosen",
    "gift_on": "everything",
    "markets": ["co", "mx"],
    "first_day": "2026-11-01",
    "last_day": "2026-12-24",
    "priority": "5",
    "usage": "Multi-use",
    "is_active": "on",
    "is_listed": "on",
}


@pytest.fixture
def desk(db, merchandiser, signed_in):  # noqa: F811
    return signed_in(merchandiser)


@pytest.fixture
def face(db):
    return made.category("Cuidado facial", "Facial care")


@pytest.mark.engine
def test_one_screen_writes_condition_benefit_range_offer_and_words(desk, face):
    answer = desk.post(NEW, FACIAL | {"goods_categories": [face.pk]})

    assert answer.status_code == 302, answer.context["form"].errors
    written = ConditionalOffer.objects.get()
    assert sentence(written, market="co", edition="es-co") == (
        "Compra 3 de Cuidado facial y recibe 20\N{NO-BREAK SPACE}% de descuento"
    )
    bogota = OfferMarket.objects.get(market="co")
    mexico = OfferMarket.objects.get(market="mx")
    local = bogota.starts_at.astimezone(ZoneInfo("America/Bogota"))
    assert (local.date(), local.hour) == (date(2026, 11, 1), 0)
    assert bogota.ends_at.astimezone(ZoneInfo("America/Bogota")).date() == date(2026, 12, 25)
    assert mexico.starts_at != bogota.starts_at
    assert {copy.name for copy in written.copies.all()} == {
        "3 de cuidado facial",
        "3 of facial care",
    }
    page = desk.get(LIST).content.decode()
    assert "Compra 3 de Cuidado facial" in page or "Buy 3 of Facial care" in page
    assert "ConditionalOffer" not in page


def test_saving_what_is_there_changes_nothing(desk, face):
    desk.post(NEW, FACIAL | {"goods_categories": [face.pk], "per_order": "2"})
    written = ConditionalOffer.objects.get()
    before = plan_of(written)
    url = f"/admin/promotions/offers/edit/{written.pk}/"

    assert desk.post(url, form_data(desk.get(url))).status_code == 302

    assert plan_of(ConditionalOffer.objects.get()) == before
    assert Range.objects.count() == 2


def test_an_offer_can_be_edited_into_another_and_deleted_with_its_rows(desk, face):
    desk.post(NEW, FACIAL | {"goods_categories": [face.pk]})
    written = ConditionalOffer.objects.get()
    url = f"/admin/promotions/offers/edit/{written.pk}/"
    data = form_data(desk.get(url)) | {
        "gives": ["Shipping percentage"],
        "gives_value": ["100"],
        "goods_on": ["everything"],
    }

    assert desk.post(url, data).status_code == 302
    written = ConditionalOffer.objects.get()
    assert written.benefit.range_id is None
    assert Range.objects.count() == 1
    assert desk.post(f"/admin/promotions/offers/delete/{written.pk}/").status_code == 302
    assert not ConditionalOffer.objects.exists()
    assert not Range.objects.exists()
    assert not get_model("offer", "Condition").objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name_es": ""}, "name_es"),
        ({"when_value": "dos"}, "when_value"),
        ({"when_value": "1.5"}, "when_value"),
        ({"gives_value": "120"}, "gives_value"),
        ({"gives_value": ""}, "gives_value"),
        ({"goods_on": "chosen"}, "goods_on"),
        ({"goods_products": "NO-HAY"}, "goods_products"),
        ({"markets": []}, "markets"),
        ({"when": "Value", "when_value": "100000"}, "markets"),
        ({"last_day": "2026-10-01"}, "last_day"),
        ({"code": "HOLA"}, "code"),
        ({"is_coupon": "on", "code": "VIEJO"}, "code"),
        (
            {"markets": ["co"], "when": "Value", "when_value": "1000", "gives": "Fixed price"},
            "gives",
        ),
        ({"priority": "x"}, "priority"),
    ],
)
def test_what_is_wrong_is_said_and_kept(desk, changes, field):
    coupon("VIEJO")
    answer = desk.post(NEW, FACIAL | {"goods_on": "everything"} | changes)

    assert answer.status_code == 200
    assert field in answer.context["form"].errors
    assert "Con tres, 20 % menos." in answer.content.decode()
    assert ConditionalOffer.objects.count() == 1


def test_a_coupon_with_its_code(desk):
    data = FACIAL | {"goods_on": "everything", "is_coupon": "on", "code": "navidad 26"}
    data |= {"usage": "Once per customer"}

    assert desk.post(NEW, data).status_code == 302

    voucher = Voucher.objects.get()
    assert (voucher.code, voucher.usage) == ("NAVIDAD26", "Once per customer")


@pytest.mark.engine
def test_many_codes_are_made_listed_and_exported(desk):
    written, _voucher = coupon("UNO")

    answer = desk.post(
        f"/admin/promotions/offers/codes/{written.pk}/",
        {"count": "120", "prefix": "NAV", "usage": "Single use"},
    )

    assert answer.status_code == 302
    codes = set(Voucher.objects.exclude(code="UNO").values_list("code", flat=True))
    assert len(codes) == 120
    assert all(code.startswith("NAV-") for code in codes)
    page = desk.get(answer.url).content.decode()
    assert "NAV-" in page
    assert ">UNO<" not in page
    export = desk.get(f"{answer.url}&export=csv")
    lines = b"".join(export.streaming_content).decode().strip().splitlines()
    assert len(lines) == 121
    answer = desk.post(
        f"/admin/promotions/offers/codes/{written.pk}/",
        {"count": "100000", "prefix": "con espacio", "usage": "x"},
    )
    assert set(answer.context["form"].errors) == {"count", "prefix", "usage"}


def test_only_merchandisers_come_in(person_with, signed_in):  # noqa: F811
    written, _voucher = coupon("UNO")
    urls = [
        LIST,
        NEW,
        f"/admin/promotions/offers/edit/{written.pk}/",
        f"/admin/promotions/offers/delete/{written.pk}/",
        f"/admin/promotions/offers/codes/{written.pk}/",
        "/admin/promotions/offers/try/",
        "/admin/promotions/coupons/",
    ]
    for role, allowed in (("Merchandiser", True), ("Marketer", False), ("Order desk", False)):
        staff = signed_in(person_with(role))
        for url in urls:
            assert (staff.get(url).status_code == 200) is allowed, (role, url)


# --- Trying a cart ------------------------------------------------------------------------


def tried(desk, **query):
    data = {"market": "co", "day": "2026-11-22", "clock": "12:00"}
    data |= {"line-TOTAL_FORMS": "3", "line-INITIAL_FORMS": "0"}
    return desk.get("/admin/promotions/offers/try/", data | query)


def test_a_tried_cart_says_what_is_charged_and_why(desk, shop):
    club = made.customer_group("Club")
    offer("Tres por dos", when=("Count", 3), gives=("Multibuy", None), priority=3)
    offer("Del club", groups=[club])
    offer("Cinco", when=("Count", 5))
    offer("Pausada", status="Suspended")
    coupon("HOLA")
    other = shop.product("RZ-2", co="50000")

    answer = tried(
        desk,
        **{"line-0-sku": "rz-1", "line-0-quantity": "2", "line-1-sku": other.upc},
        **{"line-1-quantity": "1"},
    )

    html = answer.content.decode()
    assert 'action="#result"' in html and 'id="result"' in html  # in view, not below the form
    trial = answer.context["trial"]
    assert (trial.before, trial.discount, trial.total) == ("$248.000", "-$50.000", "$198.000")
    said = {one.name: one.amount or one.reason for one in trial.offers}
    assert said["Tres por dos"] == "-$50.000"
    assert len(set(said.values())) == 5, said
    basket = shop.basket(quantity=2)
    from commerce.cart.services import add_line

    add_line(basket=basket, product=other, quantity=1, edition="es-co")
    cart = build_cart(basket, edition="es-co")
    assert cart.money(cart.quote.goods_shown) == trial.total


def test_a_tried_cart_on_another_day_with_a_coupon(desk, shop):
    from django.utils import timezone

    coupon("HOLA", ends=timezone.now() - timezone.timedelta(days=5))
    line = {"line-0-sku": "RZ-1", "line-0-quantity": "1", "code": "hola"}

    today = tried(desk, day=timezone.localdate().isoformat(), **line).context["trial"]
    before = (timezone.now() - timezone.timedelta(days=10)).date().isoformat()
    then = tried(desk, day=before, **line).context["trial"]

    assert (today.total, then.total) == ("$99.000", "$89.100")
    assert "HOLA" not in today.offers[0].reason
    assert tried(desk, **{"line-0-sku": "NADA"}).context["trial"] is None
    assert tried(desk, market="xx").status_code == 200


def test_generated_codes_are_never_the_same(db):
    written, _voucher = coupon("UNO")

    generate_codes(offer=written, count=300, usage="Single use")
    generate_codes(offer=written, count=300, usage="Single use")

    assert Voucher.objects.values("code").distinct().count() == 601
