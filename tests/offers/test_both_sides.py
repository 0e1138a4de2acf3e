"""What the offers page and the dry run say of goods."""

from django.utils import timezone

from commerce.offers.dry_run import try_cart
from commerce.product_lists.live_offers import live_offers
from tests import factories as made

from .factories import goods, offer


def test_the_offers_page_shows_what_has_to_be_bought_and_what_it_brings(shop, db):
    bought = made.product("Jabón", prices={"co": ("20000", None)})
    given = made.product("Esponja", prices={"co": ("9000", None)})
    made.listed(bought, given)
    offer(
        "Compra una, lleva otra",
        on=goods(products=[bought]),
        benefit_on=goods(products=[given]),
        gives=("Percentage", 100),
    )

    (shown,) = live_offers("es-co")

    assert len(shown.cards) == 2


def test_the_offers_page_shows_a_product_once_though_both_sides_hold_it(shop, db):
    bought = [made.product(f"Jabón {n}", prices={"co": ("20000", None)}) for n in range(3)]
    made.listed(*bought)
    offer(
        "Lleva tres, paga dos",
        on=goods(products=bought),
        benefit_on=goods(products=bought),
        gives=("Percentage", 100),
    )

    (shown,) = live_offers("es-co")

    assert sorted(card.title for card in shown.cards) == ["Jabón 0", "Jabón 1", "Jabón 2"]


def test_a_tried_cart_says_what_stock_says(shop):
    gone = shop.product("RZ-614", co="50000", stock=0)

    trial = try_cart(
        market="co",
        language="es",
        moment=timezone.now(),
        products=[(shop.cream, 7), (gone, 1)],
    )

    assert trial.short == [("RZ-1", 5), ("RZ-614", 0)]
