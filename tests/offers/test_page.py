"""The offers page: per market and language, live ones only, gone by themselves."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone
from oscar.core.loading import get_model

from cms.page_cache import freshness
from commerce.cart.cart import build_cart
from commerce.listings.models import Listing
from commerce.offers.models import OfferTerms
from commerce.offers.plan import OfferPlan
from commerce.offers.services.offers import delete_offer, save_offer
from commerce.product_lists.live_offers import live_offers
from tests import factories as made

from .factories import coupon, goods, offer

pytestmark = pytest.mark.one_database

Basket = get_model("basket", "Basket")

DAY = timedelta(days=1)


def names(edition="es-co", **kwargs):
    return [one.name for one in live_offers(edition, **kwargs)]


def test_what_holds_here_and_now_in_the_readers_language(client, db):
    now = timezone.now()
    offer("Diez por ciento", "Ten percent", markets=("co", "us"), ends=now + 3 * DAY)
    offer("Solo México", markets=("mx",))
    offer("Ayer", ends=now - DAY)
    offer("Mañana", starts=now + DAY)
    offer("Pausada", status="Suspended")
    offer("Agotada", max_global_applications=1, num_applications=1)
    hidden = offer("Escondida")
    OfferTerms.objects.filter(offer=hidden).update(is_listed=False)
    coupon("ABIERTO", es="Con código")
    coupon("SOLOUNO", es="De un solo uso", usage="Single use")

    page = client.get("/es-co/ofertas/")
    text = page.content.decode()
    assert names() == ["Diez por ciento", "Con código"]
    assert "Recibe 10\N{NO-BREAK SPACE}% de descuento" in text
    assert "Hasta el" in text
    assert "ABIERTO" in text
    for gone in ("Solo México", "Ayer", "Mañana", "Pausada", "Agotada", "Escondida", "SOLOUNO"):
        assert gone not in text
    english = client.get("/en-us/offers/").content.decode()
    assert "Ten percent" in english
    assert "Get 10% off" in english
    assert 'hreflang="es-CO"' in text or "es-co/ofertas/" in text


def test_an_offer_on_everything_shows_what_the_shop_features_and_no_card_twice(client, db):
    products = [made.product(f"Crema {number}", sku=f"C{number}") for number in range(6)]
    made.listed(*products)
    offer("Diez por ciento", priority=2)
    coupon("ABIERTO", es="Con código")
    offer("Solo una", on=goods(products=products[:1]), priority=9)

    shown = [[card.title for card in one.cards] for one in live_offers("es-co")]
    assert shown == [
        ["Crema 0"],
        ["Crema 5", "Crema 4", "Crema 3", "Crema 2"],
        ["Crema 1", "Crema 0"],
    ]


def test_nothing_on_offer_is_a_page_too(client, db):
    assert "Por ahora no hay ofertas" in client.get("/es-co/ofertas/").content.decode()


def test_it_is_kept_until_the_next_one_begins_or_ends(db):
    now = timezone.now()
    offer("Larga", ends=now + 9 * DAY)
    offer("Corta", ends=now + 2 * DAY)
    offer("Pronto", starts=now + DAY)

    with freshness.collect() as drawn:
        assert names(moment=now) == ["Larga", "Corta"]

    assert drawn.ends == now + DAY
    assert names(moment=now + 1.5 * DAY) == ["Larga", "Corta", "Pronto"]
    assert names(moment=now + 3 * DAY) == ["Larga", "Pronto"]


@pytest.fixture
def renewed(db, django_capture_on_commit_callbacks):
    """``renewed(job)``: the markets whose pages are new after a job."""

    def changed_by(job):
        # What the fixtures changed waits for a commit that never comes, and would take the rest in.
        connection.run_on_commit = []
        before = freshness.position()
        with django_capture_on_commit_callbacks(execute=True):
            job()
        return {code for code in ("co", "mx", "us") if not freshness.unchanged_since(before, code)}

    return changed_by


def plan(**changes):
    fields = {"names": {"es": "Diez", "en": "Ten"}, "gives_value": Decimal(10), "markets": ("co",)}
    return OfferPlan(**(fields | changes))


def test_whoever_writes_an_offer_makes_its_markets_pages_new(renewed):
    written = []
    assert renewed(lambda: written.append(save_offer(plan=plan()))) == {"co"}
    [row] = written
    assert renewed(lambda: save_offer(plan=plan(markets=("us",)), offer=row)) == {"co", "us"}
    row.refresh_from_db()
    assert renewed(lambda: delete_offer(offer=row)) == {"us"}


def test_the_order_that_uses_an_offer_up_makes_pages_new(renewed, shop):
    offer("La última", max_global_applications=1)
    terms = {"expected_total": Decimal(99000)}

    assert "co" in renewed(lambda: shop.place(**terms))
    assert names() == []


def test_goods_are_shown_and_struck_through_prices_are_what_the_basket_charges(client, shop):
    face = made.category("Cuidado facial", "Facial care")
    serum = made.product("Sérum", "Serum", categories=[face], prices={"co": ("80000", "100000")})
    made.listed(serum)
    offer("Rostro", on=goods(categories=[face]), when=("Count", 2), gives=("Percentage", 25))

    text = client.get("/es-co/ofertas/").content.decode()

    assert "Compra 2 de Cuidado facial" in text
    assert "$80.000" in text
    assert "$100.000" in text
    basket = shop.basket(serum)
    listing = Listing.objects.get(product=serum, market="co", language="es")
    line = build_cart(basket, edition="es-co").lines[0]
    assert (line.unit, line.compare_at) == (listing.price, listing.compare_at)
    two = build_cart(shop.basket(serum, quantity=2), edition="es-co").lines[0]
    assert (two.shown, two.before_offers, two.discount) == (120000, 160000, 40000)


def test_ranges_by_label_hold_what_bears_it_now(shop):
    tagged, plain = made.product("Con", "With"), made.product("Sin", "Without")
    made.listed(tagged, plain)
    soon = (timezone.now() + DAY).isoformat()
    over = (timezone.now() - DAY).isoformat()
    label = {"kind": "custom", "code": "precyber", "text": "Precyber"}
    Listing.objects.filter(product=tagged).update(labels=[label | {"until": soon}])
    Listing.objects.filter(product=plain).update(labels=[label | {"until": over}])
    on = goods()
    on.by_label.create(label="precyber")
    offer("Precyber", on=on, gives=("Percentage", 50))

    cart = build_cart(shop.basket(tagged, plain), edition="es-co")

    assert [line.discount > 0 for line in cart.lines] == [True, False]
