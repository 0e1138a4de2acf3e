import logging
import sys
import time
from contextlib import contextmanager

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation

from commerce.listings.requests import without_refreshes
from commerce.projection.services import rebuild_listings, refresh_listings
from demo.accounts import who_can_sign_in
from demo.build.academy import (
    academy_pictures,
    build_academy,
    missing_courses,
    with_academy,
)
from demo.build.bodies import body_pictures
from demo.build.categories import build_categories, category_pictures, hang_category_photos
from demo.build.forum import build_forum
from demo.build.frame import build_frame, frame_pictures
from demo.build.indexes import indexed_afterwards
from demo.build.learners import build_certificates, build_learners
from demo.build.network import build_network
from demo.build.offers import build_offers
from demo.build.orders import build_orders
from demo.build.pages import build_pages, built_pages, needs_pages
from demo.build.photos import all_shots
from demo.build.picture_desk import PictureDesk
from demo.build.products import (
    ProductBuilder,
    hang_photos,
    missing_products,
    products_without_photos,
)
from demo.build.questions import build_questions
from demo.build.search import build_search
from demo.build.sellers import build_sellers, drawing_of_faces
from demo.build.showcase import build_showcase, count_all_sales
from demo.build.staff import build_customers, build_staff
from demo.build.terms_of_trade import build_markets, build_returns
from demo.build.vocabulary import build_vocabulary
from demo.build.wide_range import WideRangeBuilder, largest_scale
from demo.company import PAGES, PRODUCTS
from markets.lookup import default_market

Product = apps.get_model("catalogue", "Product")


class Command(BaseCommand):
    help = "Build the demo company: markets, catalogue, pages, people, orders. Safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-accounts",
            dest="accounts",
            action="store_false",
            help="do not say who can sign in",
        )
        parser.add_argument(
            "--scale",
            type=int,
            default=0,
            help="bring the catalogue to this many products, for measuring (10,000: minutes)",
        )

    def handle(self, *, accounts, scale, verbosity, **options):
        if not may_build():
            raise CommandError(
                "The demo company has passwords that everybody knows, so it is not built here. "
                "It needs DEBUG, or VITRINA_DEMO_COMPANY = True in the settings."
            )
        if scale > largest_scale():
            raise CommandError(f"There are names for {largest_scale()} products, not more.")
        self.verbosity, self.scale = verbosity, scale
        # Texts that services write themselves are in the company's own language.
        with (
            translation.override(default_market().default_edition),
            without_refreshes(),
            quiet_audit(),
        ):
            self.build()
        if accounts and verbosity:
            self.say("")
            for line in who_can_sign_in():
                self.say(line)

    def build(self):
        if products_without_photos() or needs_pages():
            with indexed_afterwards():
                self.build_company()
                self.say("  Search and references of the back office")
        else:
            self.build_company()

    def build_company(self):
        missing, bare, no_pages = missing_products(), products_without_photos(), needs_pages()
        pictures = [
            *category_pictures(),
            *all_shots(bare),
            *frame_pictures(),
            *(body_pictures(PAGES) if no_pages else ()),
            *academy_pictures(missing_courses()),
        ]
        # Most of the time goes into drawing: whatever needs no picture is made meanwhile.
        with drawing_of_faces() as portraits, PictureDesk(pictures) as desk:
            with self.step("People of the back office"):
                staff = build_staff()
            marketer = staff["marketer"]
            with self.step("Markets: prices, stock, taxes, delivery, payment"):
                build_markets()
            with self.step("Categories"):
                vocabulary = build_vocabulary()
                categories = build_categories(by=marketer)
            with self.step(f"Products: {len(missing)}"), transaction.atomic():
                builder = ProductBuilder(
                    vocabulary=vocabulary,
                    categories=categories,
                    by=staff["merchandiser"],
                    words_by=marketer,
                )
                for number, seed in enumerate(missing, start=1):
                    builder.build(seed)
                    self.progress(number, len(missing))
            with self.step("Consultants and influencers, with their sites"):
                build_sellers(portraits, by=staff["administrator"])
                build_network(by=staff["administrator"])
            with self.step("Pictures, drawn by code meanwhile"):
                images = desk.file_all(by=marketer, progress=self.progress)
                hang_category_photos(images)
                hang_photos(bare, images, vocabulary)
        with self.step("Pages, menu and footer"):
            pages = build_pages(images, categories, by=marketer) if no_pages else built_pages()
            pages = with_academy(pages, by=marketer)
            build_frame(images, categories, pages, by=marketer)
            build_search(pages)
            build_returns(pages)
        with self.step("Academy"):
            build_academy(images, categories, pages, by=marketer)
            build_questions(by=staff["trainer"])
            build_certificates()
        self.widen(vocabulary, categories, by=staff["merchandiser"])
        with self.step("Labels, themed days, what stands first and what goes together"):
            build_showcase(categories, vocabulary, by=staff["merchandiser"])
        with self.step("Listings"):
            rebuild_listings()
        with self.step("Customers, learners of the academy and its forum"):
            build_customers()
            build_learners(by=staff["trainer"])
            build_forum(moderator=staff["moderator"])
        with self.step("Orders of the last months"):
            if build_orders(by=staff["order desk"]):
                # Their stock has changed.
                ordered = Product.objects.filter(upc__in=[seed.sku for seed in PRODUCTS])
                refresh_listings(ordered.values_list("pk", flat=True))
                count_all_sales()
        with self.step("Offers and coupons"):
            build_offers(categories, by=staff["merchandiser"])

    def widen(self, vocabulary, categories, *, by):
        """Bring the catalogue to the scale that was asked for."""
        builder = WideRangeBuilder(vocabulary=vocabulary, categories=categories, by=by)
        missing = builder.missing(self.scale - len(PRODUCTS))
        if missing:
            with self.step(f"Wide range: {len(missing)} products"):
                builder.build(missing, progress=self.progress)
            with self.step("Search of the back office"):
                call_command("wagtail_update_index", verbosity=0)

    @contextmanager
    def step(self, text: str):
        """Say what is being done, and how long it took where that is worth saying."""
        self.say(f"  {text}")
        started = time.monotonic()
        yield
        took = time.monotonic() - started
        if took > 1:
            self.say(f"    {took:.1f} s")

    def progress(self, done: int, total: int) -> None:
        """How far a long step is: in place on a terminal, a line now and then elsewhere."""
        last = done == total
        if self.verbosity and sys.stdout.isatty():
            self.stdout.write(f"\r    {done}/{total}", ending="\n" if last else "")
            self.stdout.flush()
        elif done % 25 == 0 or last:
            self.say(f"    {done}/{total}")

    def say(self, text: str) -> None:
        if self.verbosity:
            self.stdout.write(text)
            self.stdout.flush()


@contextmanager
def quiet_audit():
    """The audit log keeps every edit; the terminal need not show hundreds of them."""
    audit = logging.getLogger("wagtail")
    before = audit.level
    audit.setLevel(logging.WARNING)
    try:
        yield
    finally:
        audit.setLevel(before)


def may_build() -> bool:
    """Whether these settings are for trying things out."""
    return settings.DEBUG or getattr(settings, "VITRINA_DEMO_COMPANY", False)
