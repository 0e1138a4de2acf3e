"""The demo company as `make run` builds it: whole, visible everywhere, and safe to build twice."""

import json
from collections import Counter
from io import BytesIO

import pytest
from django.apps import apps
from django.contrib.auth import authenticate
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import override_settings
from wagtail.documents import get_document_model
from wagtail.models import Page

import demo.company as company
from academy.courses.blocks import LessonBlocks, parts_in
from academy.courses.models import LessonPage
from academy.evaluations.blocks import EvaluationBlocks, QuestionBlocks
from academy.evaluations.drawing_lots import problems
from academy.evaluations.models import Evaluation, Question
from cms.addresses.routing import page_path
from cms.models import Announcement, BrandSettings, Footer, HeaderMenu
from commerce.copy.models import CategoryCopy, ProductCopy
from commerce.copy.tree import build_tree
from commerce.listings.models import Listing
from commerce.orders.settling import order_quantities
from commerce.pricing.tax import Destination, TaxTable
from corporate.blocks import ContentBlocks
from demo.accounts import PASSWORD, who_can_sign_in
from demo.build.academy import FILMS
from demo.build.drawing import Drawing
from demo.build.leaflet import Leaflet
from demo.build.pages import built_pages
from demo.build.photos import shots
from demo.company.academy import COURSES
from demo.company.academy.questions import EVALUATIONS, QUESTIONS
from markets.lookup import all_editions, all_markets, get_market, language_of, market_of
from people.models import Person, User

pytestmark = pytest.mark.one_database


def rows_of_every_model() -> dict[str, int]:
    """How many rows each table of ours and Wagtail's holds, jobs and logs of visits aside."""
    passing = {"django_tasks_database", "sessions", "axes", "wagtailsearch"}
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.managed and model._meta.app_label not in passing
    }


def paths_of(edition: str) -> dict[str, str]:
    """Every public address of an edition, with what it is."""
    language, market = language_of(edition), market_of(edition).code
    found = {node.path: "category" for node in build_tree(language).nodes.values()}
    listings = Listing.objects.filter(market=market, language=language)
    found |= dict.fromkeys(listings.values_list("path", flat=True), "product")
    found |= {page_path(page): "page" for page in built_pages()[language].values()}
    return found


def test_a_second_build_changes_nothing(demo_company):
    before = rows_of_every_model()
    stamps = set(Page.objects.values_list("pk", "latest_revision_created_at"))

    call_command("demo", verbosity=0)

    after = rows_of_every_model()
    assert {
        name: (before[name], after[name]) for name in after if before[name] != after[name]
    } == {}
    assert set(Page.objects.values_list("pk", "latest_revision_created_at")) == stamps


@pytest.mark.engine
def test_what_an_editor_changed_stays(demo_company):
    words = ProductCopy.objects.filter(locale__language_code="es").first()
    words.title = "Otro nombre"
    words.save_revision().publish()
    menu = HeaderMenu.objects.get(locale__language_code="en")
    HeaderMenu.objects.filter(pk=menu.pk).update(items=json.dumps([]))

    call_command("demo", verbosity=0)

    words.refresh_from_db()
    menu.refresh_from_db()
    assert words.title == "Otro nombre"
    assert len(menu.items) == 0


def test_everything_answers_in_every_market_and_language(demo_company, client):
    for edition in all_editions():
        kinds = Counter()
        for path, kind in paths_of(edition).items():
            response = client.get(f"/{edition}{path}")
            assert response.status_code == 200, f"/{edition}{path}"
            kinds[kind] += 1
        sold = sum(market_of(edition).code in seed.markets for seed in company.PRODUCTS)
        categories = sum(1 for _ in company.walk())
        assert kinds == {"category": categories, "product": sold, "page": len(company.PAGES)}


def test_every_text_is_live_in_both_languages(demo_company):
    for model in (ProductCopy, CategoryCopy, HeaderMenu, Footer, Announcement):
        keys = {}
        for row in model.objects.select_related("locale"):
            assert row.live, row
            keys.setdefault(row.translation_key, set()).add(row.locale.language_code)
        assert keys and set(map(frozenset, keys.values())) == {frozenset({"es", "en"})}
    pages = built_pages()
    for key in pages["es"]:
        assert pages["es"][key].translation_key == pages["en"][key].translation_key
        assert pages["es"][key].live and pages["en"][key].live
    assert BrandSettings.objects.get().name == "Raíz"


def test_bodies_are_what_the_editor_would_accept(demo_company):
    block = ContentBlocks()
    for pages in built_pages().values():
        for key, page in pages.items():
            page.full_clean()
            if key != "contact":
                block.clean(page.body)
                assert len(page.body) == len(next(s for s in company.PAGES if s.key == key).blocks)


def test_lessons_are_what_the_editor_would_accept(demo_company):
    lessons = LessonPage.objects.live()
    # A course that has an evaluation ends with a lesson of its own for it.
    assert lessons.count() == 2 * len(EVALUATIONS) + 2 * sum(
        len(module.lessons) for course in COURSES for module in course.modules
    )
    parts = {}
    for lesson in lessons:
        lesson.full_clean()
        LessonBlocks().clean(lesson.body)
        parts.setdefault(lesson.translation_key, set()).add(parts_in(lesson.body))
    # Progress in one language is progress in the other.
    assert all(len(found) == 1 for found in parts.values())


def test_films_play_and_tell_themselves(demo_company):
    films = get_document_model().objects.filter(collection__name=FILMS)
    by_title = {film.title: film for film in films}
    assert set(by_title) == {"three-steps.mp4", "three-steps.es.vtt", "three-steps.en.vtt"}
    with by_title["three-steps.mp4"].file.open() as content:
        assert content.read(8)[4:] == b"ftyp"
    for language in ("es", "en"):
        with by_title[f"three-steps.{language}.vtt"].file.open() as content:
            assert content.read(6) == b"WEBVTT"


@pytest.mark.parametrize("language", ["es", "en"])
def test_evaluations_can_be_taken(demo_company, language):
    assert Question.objects.live().in_language(language).count() == len(QUESTIONS)
    for question in Question.objects.in_language(language):
        QuestionBlocks().clean(question.content)
    for evaluation in Evaluation.objects.live().in_language(language):
        EvaluationBlocks().clean(evaluation.sections)
        assert problems(evaluation.sections, language) == []
    assert Evaluation.objects.live().in_language(language).count() == len(EVALUATIONS)


def test_every_shade_shows_itself(demo_company):
    for seed in company.PRODUCTS:
        for listing in Listing.objects.filter(sku=seed.sku):
            assert len(listing.gallery) == len(shots(seed))
            assert all(picture["srcset"] for picture in listing.gallery)
            colours = {variant.colour for variant in seed.variants if variant.colour}
            assert len(listing.swatches) == len(colours)
            assert all(swatch["image"] for swatch in listing.swatches)


def test_prices_and_stock_are_the_markets_own(demo_company):
    seed = next(seed for seed in company.PRODUCTS if seed.sku == "RZ-101")
    for market in all_markets():
        listing = Listing.objects.get(
            sku=seed.sku, market=market.code, language=market.languages[0]
        )
        small, large = (seed.price_of(variant, market.code)[0] for variant in seed.variants)
        assert (str(listing.price), str(listing.price_max)) == (
            f"{float(small):.2f}",
            f"{float(large):.2f}",
        )


@pytest.mark.parametrize(
    ("market", "region", "postcode", "tax_class", "rate"),
    [
        ("co", "", "", "food", "0.05"),
        ("co", "", "", "standard", "0.19"),
        ("mx", "", "", "food", "0"),
        ("us", "TX", "77098", "standard", "0.0825"),
        ("us", "TX", "79901", "standard", "0.0625"),
        ("us", "TX", "77098", "food", "0"),
        ("us", "TN", "37201", "food", "0.04"),
        ("us", "OR", "97201", "standard", "0"),
    ],
)
def test_taxes_depend_on_what_and_where(demo_company, market, region, postcode, tax_class, rate):
    table = TaxTable(get_market(market), Destination(region=region, postcode=postcode))
    assert table.rate(tax_class).normalize() == type(table.rate(tax_class))(rate).normalize()


def test_everybody_named_can_sign_in(demo_company, rf):
    named = "\n".join(who_can_sign_in())
    for seed in (*company.STAFF, *company.CUSTOMERS):
        request = rf.post("/")
        user = authenticate(request, email=seed.email, password=PASSWORD)
        assert user and seed.email in named
    desk = User.objects.get(email="pedidos@raiz.example")
    assert desk.has_perm("order.change_order") and not desk.has_perm("cms.change_footer")
    assert not User.objects.filter(is_superuser=True).exists()
    assert Person.objects.get(email="paula.henao@correo.example").user


def test_orders_stand_in_every_state_and_no_mail_left(demo_company):
    Order = apps.get_model("order", "Order")
    StockRecord = apps.get_model("partner", "StockRecord")
    states = Counter(Order.objects.values_list("status", flat=True))
    assert set(states) == {
        "pending", "confirmed", "preparing", "shipped", "delivered", "cancelled", "expired",
    }  # fmt: skip
    assert {order.placement.market for order in Order.objects.all()} == {"co", "mx", "us"}
    assert mail.outbox == []
    pending = Order.objects.get(status="pending")
    held = StockRecord.objects.filter(num_allocated__gt=0)
    assert {record.pk: record.num_allocated for record in held} == order_quantities(pending)
    for order in Order.objects.all():
        times = [event.created_at for event in order.events.order_by("pk")]
        assert times == sorted(times) and times[0] == order.date_placed


def test_guides_are_documents_with_words(demo_company):
    guides = get_document_model().objects.filter(collection__name="Demo")
    assert guides.count() == 6
    for guide in guides:
        with guide.file.open() as content:
            assert content.read(8) == b"%PDF-1.7"
    with_guide = ProductCopy.objects.exclude(material=[]).count()
    assert with_guide == 6


def test_it_refuses_where_the_world_could_sign_in(db):
    with (
        override_settings(VITRINA_DEMO_COMPANY=False),
        pytest.raises(CommandError, match="passwords that everybody knows"),
    ):
        call_command("demo", verbosity=0)


def test_a_drawing_is_kept_under_what_it_is_made_of(tmp_path):
    one = Drawing.of("scene", key="gift", size=(60, 40))
    same = Drawing.of("scene", size=(60, 40), key="gift")
    other = Drawing.of("scene", key="gift", size=(60, 41))
    assert one == same and one.file_in(tmp_path) == same.file_in(tmp_path)
    assert one.file_in(tmp_path) != other.file_in(tmp_path)


def test_a_leaflet_turns_the_page_and_repeats_itself():
    def leaflet() -> bytes:
        made = Leaflet(title="Guía (de uso)", language="es", author="Raíz")
        made.heading("Ñandú")
        for _ in range(40):
            made.paragraph("Tres gotas alcanzan para todo el rostro. " * 4)
        return made.to_bytes()

    content = leaflet()
    assert content == leaflet()
    assert content.count(b"/Type/Page/") == content.count(b"/StructParents ") > 1
    assert "Ñandú".encode("cp1252") in content
    # Every offset of the table points at its object.
    table = content[content.rindex(b"xref\n") :].splitlines()[3:]
    for number, row in enumerate(table[: content.count(b" 0 obj")], start=1):
        offset = int(row[:10])
        assert BytesIO(content[offset:]).read(12).startswith(f"{number} 0 obj".encode())
