"""Listings follow their sources: what a change costs, and that nothing is forgotten."""

import random
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from background.models import TimetableRun
from background.outbox import Gathered
from commerce.arrangement.services import arrange, order_of
from commerce.inventory.services import adjust_stock, reserve, sell, take_back
from commerce.labels.models import Label, LabelCopy, LabelPolicy
from commerce.listings.models import GroupListing, Listing, ListingCategory
from commerce.listings.requests import request_refresh
from commerce.pricing.selection import prices_for
from commerce.pricing.services import set_price
from commerce.projection.services import rebuild_listings
from commerce.projection.tasks import refresh, refresh_after_price_dates
from commerce.recommendations.models import Complement, RelatedProduct
from people.models import CustomerGroup
from tests import factories as make
from tests.recommendations.factories import confirmed_order

pytestmark = pytest.mark.django_db


def asks_for_refresh(callback):
    return isinstance(callback, Gathered) and callback.task is refresh


def pending():
    return [f for _s, f, *_ in connection.run_on_commit if asks_for_refresh(f)]


def table():
    """Everything that listings say, without the keys that a rebuild makes anew."""
    # The revision says when a row was written, not what it says.
    own = ("id", "product", "revision")
    names = [f.name for f in Listing._meta.fields if f.name not in own]
    rows = {
        (row.product_id, *(str(getattr(row, name)) for name in names))
        for row in Listing.objects.all()
    }
    places = set(
        ListingCategory.objects.values_list(
            "listing__product_id",
            "listing__market",
            "listing__language",
            "category_id",
            "catalogue_page",
            "catalogue_sequence",
        )
    )
    theirs = {
        (
            *(row.listing.product_id, row.listing.market, row.listing.language, row.group.code),
            *(str(getattr(row, name)) for name in GroupListing.COLUMNS),
        )
        for row in GroupListing.objects.select_related("listing", "group")
    }
    return rows, places, theirs


def test_many_changes_of_one_transaction_ask_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        product = make.lipstick()

    assert sum(asks_for_refresh(callback) for callback in callbacks) == 1
    assert Listing.objects.filter(product=product).count() == 4


@pytest.mark.django_db(transaction=True)
def test_a_product_save_adds_at_most_one_query_to_the_request(settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    product = make.product(photos=0)

    with CaptureQueriesContext(connection) as queries, transaction.atomic():
        product.save()
        product.prices.first().save()
        product.copies.first().save()

    added = [query["sql"] for query in queries if "commerce.projection" in query["sql"]]
    # Wagtail queues tasks of its own for its indexes.
    assert len(added) == 1 and added[0].startswith("INSERT")
    assert not any("listings_" in query["sql"] for query in queries)


def test_a_change_that_is_rolled_back_asks_for_nothing():
    class Undone(Exception):
        pass

    connection.run_on_commit = []
    with pytest.raises(Undone), transaction.atomic():
        make.product()
        raise Undone

    assert pending() == []
    request_refresh(products=[1])
    assert [one.ids["products"] for one in pending()] == [{1}]
    connection.run_on_commit = []


def test_a_draft_asks_for_nothing():
    product = make.listed(make.product())
    connection.run_on_commit = []

    copy = product.copies.first()
    copy.title = "Otro"
    copy.save_revision()

    assert pending() == []


@pytest.mark.parametrize(
    ("left", "taken", "asks"),
    [
        (20, 3, False),
        # Six are plenty, five are few: the card says so.
        (8, 2, False),
        (8, 3, True),
        (3, 1, True),
        (1, 1, True),
    ],
)
def test_goods_that_are_held_change_a_listing_where_few_are_left(left, taken, asks):
    product = make.listed(make.product(stock={"co": left}))
    record = product.stockrecords.get()
    order = confirmed_order({product: taken})
    connection.run_on_commit = []

    reserve(quantities={record.pk: taken}, order=order)

    assert [one.ids["products"] for one in pending()] == ([{product.pk}] if asks else [])
    connection.run_on_commit = []
    # What was held leaves the warehouse: as many are left to sell as before.
    sell(quantities={record.pk: taken}, order=order)
    assert pending() == []
    take_back(quantities={record.pk: taken}, order=order)
    assert bool(pending()) is asks
    connection.run_on_commit = []


# --- Agreement ----------------------------------------------------------------------------


class Shop:
    """A little shop, and everything that can happen to it."""

    def __init__(self, seed: int):
        self.random = random.Random(seed)
        self.face = make.category("Rostro", "Face")
        self.creams = make.category("Cremas", "Creams", parent=self.face)
        self.body = make.category("Cuerpo", "Body")
        self.products = [
            make.lipstick(categories=[self.creams]),
            make.product("Jabón", "Soap", categories=[self.body]),
            make.product("Aceite", None, categories=[self.body, self.creams], stock=2),
        ]

    def any_product(self):
        return self.random.choice(self.products)

    def any_copy(self):
        return self.random.choice(list(self.any_product().copies.all()))

    def set_a_price(self):
        amount = self.random.choice(["10", "20", "30", None])
        set_price(
            product=self.any_product(),
            price_list=make.price_list(self.random.choice(["co", "mx", "us"])),
            amount=amount and make.Decimal(amount),
            compare_at=amount and make.Decimal("40"),
        )

    def set_stock(self):
        record = self.random.choice(list(make.StockRecord.objects.all()))
        adjust_stock(stockrecord=record, quantity=self.random.randrange(8))

    def hide_or_show(self):
        product = self.any_product()
        product.is_public = not product.is_public
        product.save()

    def hide_or_show_a_variant(self):
        variant = self.random.choice(list(self.products[0].children.all()))
        variant.is_public = not variant.is_public
        variant.save()

    def retitle(self):
        copy = self.any_copy()
        copy.title = f"Título {self.random.randrange(1000)}"
        copy.save_revision().publish()

    def unpublish_or_publish(self):
        copy = self.any_copy()
        copy.unpublish() if copy.live else copy.save_revision().publish()

    def rename_a_category(self):
        category = self.random.choice([self.face, self.creams, self.body])
        copy = self.random.choice(list(category.copies.all()))
        copy.title, copy.slug = f"Nombre {self.random.randrange(1000)}", ""
        copy.save_revision().publish()

    def hide_or_show_a_category(self):
        category = self.random.choice([self.face, self.creams, self.body])
        category.refresh_from_db()
        category.is_public = not category.is_public
        category.save()

    def move_between_categories(self):
        product = self.any_product()
        link = product.productcategory_set.order_by("pk").first()
        if link:
            link.delete()
        target = self.random.choice([self.face, self.creams, self.body])
        make.ProductCategory.objects.get_or_create(product=product, category=target)

    def change_photos(self):
        product = self.any_product()
        if product.photos.count() > 1 and self.random.random() < 0.5:
            product.photos.first().delete()
        else:
            make.ProductPhoto.objects.create(product=product, image=make.image("#123456"))

    def replace_an_image(self):
        photo = self.random.choice(list(make.ProductPhoto.objects.all()))
        other = make.image("#654321", width=640, height=800)
        with other.file.open() as file:
            photo.image.file = ContentFile(file.read(), name=f"new-{self.random.random()}.png")
        photo.image.width, photo.image.height = 640, 800
        photo.image.save()
        photo.image.renditions.all().delete()

    def rename_an_option(self):
        copy = self.random.choice(list(make.OptionCopy.objects.all()))
        copy.name = f"Opción {self.random.randrange(1000)}"
        copy.save()

    def repaint_a_swatch(self):
        swatch = self.random.choice(list(make.OptionSwatch.objects.all()))
        swatch.hex = self.random.choice(["#111111", "#222222"])
        swatch.save()

    def change_an_option(self):
        variant = self.random.choice(list(self.products[0].children.all()))
        value = variant.attribute_values.order_by("pk").first()
        options = list(value.value_option.group.options.all())
        value.attribute.save_value(variant, self.random.choice(options))

    def open_another_warehouse(self):
        store = make.warehouse("co", name="Norte", position=self.random.randrange(3))
        make.StockRecord.objects.update_or_create(
            product=self.products[1],
            partner=store.partner,
            defaults={"partner_sku": "N-1", "num_in_stock": self.random.randrange(5)},
        )

    def give_a_sale(self):
        sale = make.price_list("co", code="venta", priority=5)
        set_price(product=self.any_product(), price_list=sale, amount=make.Decimal("5"))
        sale.ends_at = self.random.choice([None, timezone.now() - timedelta(days=1)])
        sale.save()

    def price_for_a_group(self):
        gold = CustomerGroup.objects.filter(code="gold").first()
        gold = gold or make.customer_group("Gold")
        theirs = make.price_list("co", code="gold", customer_group=gold, priority=4)
        amount = self.random.choice([None, make.Decimal(7), make.Decimal(99000)])
        set_price(product=self.any_product(), price_list=theirs, amount=amount)
        theirs.customer_group = self.random.choice([gold, gold, None])
        theirs.save()

    def label_something(self):
        label, _made = Label.objects.get_or_create(code="precyber")
        label.priority = self.random.randrange(100)
        label.save()
        self.random.choice(
            [
                lambda: label.products.set([self.any_product()]),
                lambda: label.categories.set([self.random.choice([self.face, self.body])]),
                lambda: label.categories.clear(),
                lambda: label.options.add(self.random.choice(make.AttributeOption.objects.all())),
            ]
        )()

    def write_a_label(self):
        label = self.random.choice(Label.objects.all())
        copy, _made = LabelCopy.objects.get_or_create(label=label, locale=make.locale("es"))
        copy.text = f"Texto {self.random.randrange(1000)}"
        copy.save()

    def change_how_long_things_are_new(self):
        LabelPolicy.objects.update_or_create(
            market=self.random.choice(["co", "mx", "us"]),
            defaults={"new_days": self.random.choice([0, 30])},
        )

    def arrange_something(self):
        category = self.random.choice([None, self.face, self.body])
        arrange(
            market="co",
            category=category,
            places={self.any_product().pk: (1, self.random.randrange(1, 4))},
            per_page=4,
            revision=order_of(market="co", category=category).revision,
            by=None,
        )

    def choose_recommendations(self):
        one, other = self.random.sample(self.products, 2)
        Complement.objects.get_or_create(product=one, other=other)
        RelatedProduct.objects.filter(product=other).delete()
        RelatedProduct.objects.create(product=other, other=one)

    def delete_a_variant(self):
        variants = list(self.products[0].children.all())
        if len(variants) > 1:
            self.random.choice(variants).delete()


CHANGES = sorted(
    name
    for name, value in vars(Shop).items()
    if callable(value) and not name.startswith(("_", "any"))
)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_following_and_rebuilding_agree(seed, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        shop = Shop(seed)
    names = CHANGES * 2
    shop.random.shuffle(names)

    for name in names:
        with django_capture_on_commit_callbacks(execute=True):
            getattr(shop, name)()
    followed = table()
    Listing.objects.all().delete()
    rebuild_listings()

    assert followed == table()


@pytest.mark.parametrize("change", CHANGES)
def test_each_change_alone_is_followed(change, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        shop = Shop(7)
    for _ in range(3):
        with django_capture_on_commit_callbacks(execute=True):
            getattr(shop, change)()
        done = rebuild_listings()
        assert (done.written, done.removed) == (0, 0)


def test_a_price_list_that_begins_or_ends_by_itself_is_followed():
    product = make.listed(make.product(prices={"co": "100"}))
    sale = make.price_list(
        "co", code="venta", priority=5, starts_at=timezone.now() + timedelta(hours=1)
    )
    set_price(product=product, price_list=sale, amount=make.Decimal("50"))
    make.listed(product)
    assert product.listings.get().price == 100

    type(sale).objects.update(starts_at=timezone.now() - timedelta(minutes=1))
    refresh_after_price_dates.func()
    assert product.listings.get().price == 50


def last_run_finished(ago: timedelta) -> None:
    """The worker was away since; the scheduler went on asking whether a run was due."""
    TimetableRun.objects.update_or_create(
        name=refresh_after_price_dates.module_path,
        defaults={"done_until": timezone.now() - ago, "queued_at": timezone.now()},
    )


@pytest.mark.parametrize("away", [timedelta(hours=3), timedelta(days=90)])
def test_a_card_shows_what_the_cart_asks_however_long_the_worker_was_away(away, client):
    # given a card, and a sale that begins soon after the worker stopped
    product = make.product(prices={"co": "99000"})
    sale = make.price_list("co", code="venta", priority=9, starts_at=timezone.now() + away)
    set_price(product=product, price_list=sale, amount=make.Decimal("50000"))
    make.listed(product)
    last_run_finished(away)
    type(sale).objects.update(starts_at=timezone.now() - away + timedelta(minutes=1))
    # when it is back
    refresh_after_price_dates.func()
    # then card and cart agree
    card = product.listings.get(market="co").price
    assert card == prices_for([product.pk], "co")[product.pk].amount == 50000


def test_a_run_that_failed_looks_again_at_the_same_time(monkeypatch):
    product = make.product(prices={"co": "99000"})
    sale = make.price_list("co", code="venta", priority=9, starts_at=timezone.now())
    set_price(product=product, price_list=sale, amount=make.Decimal("50000"))
    make.listed(product)
    Listing.objects.update(price=99000)
    type(sale).objects.update(starts_at=timezone.now() - timedelta(hours=3))
    last_run_finished(timedelta(hours=4))
    with monkeypatch.context() as broken:
        broken.setattr("commerce.projection.services.refresh_listings", lambda ids: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            refresh_after_price_dates.func()
    refresh_after_price_dates.func()
    assert product.listings.get(market="co").price == 50000


def test_a_sale_that_a_wrong_clock_began_too_early_ends_when_the_clock_is_right():
    # given a run while the clock was a day ahead, which began tomorrow's sale
    product = make.product(prices={"co": "99000"})
    sale = make.price_list(
        "co", code="venta", priority=9, starts_at=timezone.now() + timedelta(hours=20)
    )
    set_price(product=product, price_list=sale, amount=make.Decimal("50000"))
    make.listed(product)
    product.listings.filter(market="co").update(price=50000)
    last_run_finished(timedelta(days=-1))
    # when the clock is right again
    refresh_after_price_dates.func()
    assert product.listings.get(market="co").price == 99000
