from datetime import timedelta

from django.utils import timezone
from oscar.core.loading import get_model

from commerce.cart.tasks import forget_abandoned_baskets

Basket = get_model("basket", "Basket")
Line = get_model("basket", "Line")


def test_abandoned_baskets_are_forgotten_and_ordered_ones_kept(shop):
    abandoned, fresh, touched = shop.basket(), shop.basket(), shop.basket()
    ordered = shop.basket()
    order = shop.place(ordered)
    old = timezone.now() - timedelta(days=40)
    Basket.objects.exclude(pk=fresh.pk).update(date_created=old)
    Line.objects.exclude(basket__in=[fresh, touched]).update(date_updated=old)

    forget_abandoned_baskets.func()

    assert set(Basket.objects.all()) == {fresh, touched, ordered}
    order.refresh_from_db()
    assert order.basket == ordered
    assert not Basket.objects.filter(pk=abandoned.pk).exists()
