"""What a company's app adds, used where people use it. Run by ``test_example_company`` in a process
of its own, with the app installed by its settings: nothing here patches or registers anything."""

import re
from datetime import timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from our_company.carriers import Bicycles, expected
from our_company.codes import GUEST_LIST
from our_company.models import Guest
from our_company.programme import KEY
from our_company.thanks import THANKS, write_down_guest

from cms.addresses import link_targets
from commerce.delivery.models import DeliveryMethod
from commerce.gateways.models import PaymentMethod
from commerce.labels.models import Label
from commerce.listings.models import Listing
from commerce.orders.handing_over import hand_over
from commerce.orders.parcels import correct_parcel, send_parcel
from commerce.orders.services import move_order
from corporate.models import ContentPage
from markets.lookup import all_editions
from people import naming
from people.codes import send_code
from people.models import Person, User
from people.roles import grant
from people.services import erase_person, export_person
from replicated.attribution.models import Credit
from replicated.attribution.presentation import history
from replicated.influencers.models import InfluencerPage
from replicated.storefronts.models import ConsultantPage
from tests import factories as make
from tests import papers
from tests.academy.courses.factories import address, make_course
from tests.checkout.conftest import BOGOTA, MIAMI, Shop
from tests.cms.factories import make_image, make_page
from tests.replicated.factories import make_consultant
from tests.staff import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(db) -> Shop:
    """Built for each test: some of them commit."""
    return Shop()


@pytest.fixture
def lili():
    return make_consultant("Lili", "Gómez", alias="lili-gomez", code="1001")


@pytest.fixture
def ana():
    user = User.objects.create_user(email="ana@correo.example", first_name="Ana")
    return Person.objects.create(user=user, email=user.email, first_name="Ana", edition="es-co")


@pytest.fixture(autouse=True)
def no_bicycle_waits():
    expected.clear()


@pytest.fixture
def clerk():
    return make_staff("Order desk")


@pytest.fixture
def evening(ana, lili):
    return write_down_guest(person=ana, consultant=lili, at=timezone.now() - timedelta(days=3))


def browser_of(user) -> Client:
    browser = Client(headers={"Sec-Fetch-Site": "same-origin"})
    browser.force_login(user)
    return browser


def test_the_project_is_well_with_it():
    call_command("check")
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_migrate_made_its_role_and_gave_ours_what_it_adds():
    def rights(group):
        permissions = Group.objects.get(name=group).permissions
        own = permissions.filter(content_type__app_label="our_company")
        return set(own.values_list("codename", flat=True))

    assert rights("Event team") == {"add_guest", "change_guest", "view_guest"}
    assert rights("Order desk") == {"view_guest"}
    assert rights("Merchandiser") == set()
    somebody = User.objects.create_user(email="eventos@raiz.example")
    grant(somebody, "event team")
    assert browser_of(somebody).get("/admin/").status_code == 200


def test_its_label_stands_on_what_it_says():
    assert Label.objects.filter(kind="outlet").count() == 1
    product = make.product("Crema", prices={"co": ("60000", "100000")})
    make.listed(product)
    row = Listing.objects.filter(product=product, market="co").first()
    assert "outlet" in [label["code"] for label in row.labels]


@pytest.fixture
def counter(shop):  # noqa: F811
    """A store where one picks up and pays."""
    PaymentMethod.objects.create(market="co", gateway="in_store")
    return DeliveryMethod.objects.create(
        market="co", code="store", kind="pick-up", price=Decimal(9900), position=9
    )


def test_an_order_is_picked_up_and_paid_in_a_store(shop, counter):  # noqa: F811
    terms = {"delivery": "store", "payment_method": "in_store"}
    order = shop.place(**terms, expected_total=Decimal(99000))
    assert (order.shipping_incl_tax, order.placement.delivery_days) == (0, "1-2")

    shop.begin(order)

    order.refresh_from_db()
    assert (order.status, order.payments.get().state) == ("confirmed", "due")


def test_its_carrier_gives_the_number_of_a_package(shop, clerk):
    order, clerk = ready_to_send(shop, clerk), browser_of(clerk)
    address = reverse("order_desk:action", args=[order.number, "shipped"])
    asked = clerk.get(address)
    assert "Our bicycles" in asked.content.decode()
    seen = asked.context["form"]["seen"].value()

    clerk.post(address, {"seen": seen, "carrier": "our bicycles"})

    parcel = order.parcels.get()
    assert parcel.carrier == "Our bicycles"
    assert parcel.number.startswith("BICI-")
    assert parcel.url == f"https://bicycles.example/{parcel.number}"
    label = clerk.get(reverse("order_desk:parcel_label", args=[order.number, 1]))
    assert parcel.number in papers.text(label)


def test_what_its_carrier_refuses_is_not_sent(shop, clerk, monkeypatch):
    monkeypatch.setattr("our_company.carriers.MOST_UNITS", 0)
    order, clerk = ready_to_send(shop, clerk), browser_of(clerk)
    address = reverse("order_desk:action", args=[order.number, "shipped"])
    seen = clerk.get(address).context["form"]["seen"].value()
    typed = {"seen": seen, "carrier": "Our bicycles"}
    answer = clerk.post(address, typed)
    assert "A bicycle carries" in answer.content.decode()
    assert not order.parcels.exists()
    # A number that was typed is nobody else's to give.
    clerk.post(address, typed | {"number": "B-1"})
    assert order.parcels.get().number == "B-1"


def meanwhile(monkeypatch, act):
    """Somebody else does this while the carrier answers."""
    announce = Bicycles.announce

    def answer(self, order, **about):
        number = announce(self, order, **about)
        monkeypatch.undo()
        act()
        return number

    monkeypatch.setattr(Bicycles, "announce", answer)


def hand_over_to_a_bicycle(order, clerk):
    clerk = browser_of(clerk)
    address = reverse("order_desk:action", args=[order.number, "shipped"])
    seen = clerk.get(address).context["form"]["seen"].value()
    sent = clerk.post(address, {"seen": seen, "carrier": "Our bicycles"}, follow=True)
    return sent.content.decode()


def test_a_bicycle_does_not_come_for_what_somebody_else_sent(shop, clerk, monkeypatch):
    order = ready_to_send(shop, clerk)
    by_hand = {"carrier": "Envía", "number": "E-1"}
    meanwhile(monkeypatch, lambda: send_parcel(order=order, by=clerk, tracking=by_hand))

    said = hand_over_to_a_bicycle(order, clerk)

    assert order.parcels.get().number == "E-1"
    assert not expected
    assert "todavía espera" not in said


def test_a_bicycle_comes_once_for_what_two_clerks_hand_over(shop, clerk, monkeypatch):
    order = ready_to_send(shop, clerk)
    tracking = {"carrier": "Our bicycles"}
    meanwhile(
        monkeypatch,
        lambda: hand_over(order=order, by=clerk, quantities=None, tracking=tracking),
    )

    hand_over_to_a_bicycle(order, clerk)

    assert expected == {order.parcels.get().number}


def test_what_cannot_be_cancelled_at_the_carrier_is_told_to_the_clerk(shop, clerk, monkeypatch):
    order = ready_to_send(shop, clerk)
    by_hand = {"carrier": "Envía", "number": "E-1"}

    def act():
        monkeypatch.setattr(Bicycles, "cancel", lambda *given, **about: 1 / 0)
        send_parcel(order=order, by=clerk, tracking=by_hand)

    meanwhile(monkeypatch, act)
    said = hand_over_to_a_bicycle(order, clerk)

    assert f"Our bicycles todavía espera el paquete {next(iter(expected))}: cancélalo" in said


def test_the_built_in_carrier_is_followed_by_its_link_which_follows_the_number(shop, clerk):
    order = ready_to_send(shop, clerk)
    parcel = send_parcel(order=order, by=clerk, tracking={"carrier": "ENVIA", "number": "A/1"})
    assert parcel.url == "https://envia.example/?guide=A%2F1"
    typed = {"carrier": "ENVIA", "number": "B2", "url": parcel.url}
    correct_parcel(parcel=parcel, tracking=typed, by=clerk)
    assert parcel.url == "https://envia.example/?guide=B2"
    typed = {"carrier": "ENVIA", "number": "B2", "url": "https://elsewhere.example/"}
    correct_parcel(parcel=parcel, tracking=typed, by=clerk)
    assert parcel.url == "https://elsewhere.example/"


def ready_to_send(shop, clerk):
    order = shop.place(payment_method="cash_on_delivery")
    shop.begin(order)
    order.refresh_from_db()
    move_order(order=order, to="preparing", by=clerk)
    return order


def test_a_store_is_offered_where_there_is_one(shop, counter):  # noqa: F811
    from commerce.delivery.options import delivery_options
    from commerce.pricing.tax import Destination

    def offered(region):
        return [
            option.code
            for option in delivery_options(
                edition="es-co", destination=Destination(region=region), goods_shown=Decimal(99000)
            )
        ]

    assert offered(BOGOTA["state"]) == ["standard", "store"]
    assert offered("Vaupés") == offered(MIAMI["state"]) == ["standard"]


def test_whoever_was_a_guest_is_credited_to_the_host(shop, evening, lili):  # noqa: F811
    order = shop.place(payment_method="transfer", email="ana@correo.example")
    credit = Credit.objects.get(order=order)
    assert (credit.consultant, credit.reason) == (lili, "evening")
    line = history(Credit.objects.filter(order=order))[0]
    assert line.reason == "Met at an evening"
    assert line.detail.startswith("was a guest at an evening")


def test_an_evening_long_ago_counts_no_more(shop, evening):  # noqa: F811
    Guest.objects.update(at=timezone.now() - timedelta(days=91))
    order = shop.place(payment_method="transfer", email="ana@correo.example")
    assert Credit.objects.get(order=order).reason == "house"


def test_a_customer_finds_their_evenings_in_the_account(evening, ana):
    browser = browser_of(ana.user)
    overview = browser.get("/en-us/account/").content.decode()
    assert "Evenings" in overview and "1 so far" in overview
    page = browser.get("/en-us/account/evenings/")
    assert "Lili Gómez" in page.content.decode()
    answer = Client().get("/en-us/account/evenings/")
    assert answer.status_code == 302 and reverse("account_login")[6:] in answer["Location"]


def test_its_tile_counts_what_is_to_come_without_asking_each_time(ana, lili):
    def badge():
        page = browser.get("/en-us/account/privacy/").content.decode()
        return re.search(r'<span>Evenings</span><span class="badge">(\d+)', page)[1]

    def counted(queries):
        return any("COUNT" in query["sql"] and "our_company" in query["sql"] for query in queries)

    browser = browser_of(ana.user)
    with TestCase.captureOnCommitCallbacks(execute=True):
        write_down_guest(person=ana, consultant=lili, at=timezone.now() + timedelta(days=2))
    with CaptureQueriesContext(connection) as first:
        assert badge() == "1"
    with CaptureQueriesContext(connection) as second:
        assert badge() == "1"
    assert counted(first) and not counted(second)
    with TestCase.captureOnCommitCallbacks(execute=True):
        write_down_guest(person=ana, consultant=lili, at=timezone.now() + timedelta(days=4))
    assert badge() == "2"
    assert "Community" in browser.get("/en-us/account/").content.decode()


def test_a_guest_is_thanked_by_mail(ana, lili, mailoutbox):
    with TestCase.captureOnCommitCallbacks(execute=True):
        write_down_guest(person=ana, consultant=lili, at=timezone.now())
    [mail] = mailoutbox
    assert (mail.to, mail.subject) == ([ana.email], "Thank you for the evening with Lili Gómez")
    assert "Hello Ana" in mail.body and "Hello Ana" in mail.alternatives[0].content


def test_its_mail_is_among_those_one_can_look_at(mailoutbox):
    call_command("sample_mails", THANKS.template, to="marketing@raiz.example", stdout=StringIO())
    assert len(mailoutbox) == len(all_editions())


def test_a_code_of_its_own_is_mailed(mailoutbox):
    with TestCase.captureOnCommitCallbacks(execute=True):
        send_code("nueva@correo.example", GUEST_LIST.name, "en-us")
    [mail] = mailoutbox
    assert mail.subject == "Your code for the guest list"


@pytest.mark.django_db(transaction=True)
def test_a_course_is_for_those_who_were_guests(ana, lili):
    course = make_course("Reunir a la gente", audience=["evening-guests"])
    client = browser_of(ana.user)
    assert client.get(address(course)).status_code == 404
    write_down_guest(person=ana, consultant=lili, at=timezone.now())
    assert client.get(address(course)).status_code == 200


def test_an_evening_that_comes_waits_in_the_account(ana, lili):
    browser = browser_of(ana.user)
    assert "expects you" not in browser.get("/en-us/account/").content.decode()
    write_down_guest(person=ana, consultant=lili, at=timezone.now() + timedelta(days=2))
    assert "Lili Gómez expects you" in browser.get("/en-us/account/").content.decode()


def test_nobody_takes_its_teams_name(ana):
    with pytest.raises(ValidationError, match="our team"):
        naming.check_name(ana, "The Event Team")
    naming.check_name(ana, "Ana Gómez")


def test_its_page_is_linked_to_and_found():
    assert (KEY, "Evenings: the programme") in link_targets.choices()
    assert link_targets.resolve([KEY], "es") == {KEY: "/evenings/"}
    assert "Evenings near you" in Client().get("/es-co/evenings/").content.decode()
    assert "/es-mx/evenings/" in Client().get("/sitemaps/es-mx-1.xml").content.decode()


@pytest.mark.django_db(transaction=True)
def test_its_block_stands_on_a_page_and_follows_what_it_shows(ana, lili, page_cache):
    product = make.product("Crema", prices={"co": "60000"})
    make.listed(product)
    story = make_page("Nuestra historia", "historia")
    picture = make_image("Un taller")

    def invitation(title):
        text = f'<p>Lee <a linktype="page" id="{story.pk}">la historia</a>.</p>'
        value = {"title": title, "image": picture, "text": text, "products": [product]}
        return "evening", value

    body = [invitation("Mayo"), invitation("Junio")]
    page = make_page("Talleres", "talleres", body=body)
    page.full_clean()

    def shown():
        return Client().get("/es-co/talleres/").content.decode()

    first = shown()
    assert first.count("0 come so far") == 2 and 'href="/es-co/historia/"' in first
    with CaptureQueriesContext(connection) as queries:
        assert shown() == first and not len(queries)
    write_down_guest(person=ana, consultant=lili, at=timezone.now() + timedelta(days=2))
    assert shown().count("1 come so far") == 2


@pytest.mark.django_db(transaction=True)
def test_its_part_stands_on_a_products_page(ana, lili, page_cache):
    product = make.product("Crema", prices={"co": "60000"})
    make.listed(product)
    path = Listing.objects.get(product=product, market="co", language="es").path

    def shown():
        return Client().get(f"/es-co{path}").content.decode()

    assert "At an evening" not in shown()
    write_down_guest(person=ana, consultant=lili, at=timezone.now() + timedelta(days=2))
    first = shown()
    assert "At an evening" in first and "1 people try Crema soon" in first
    with CaptureQueriesContext(connection) as queries:
        assert shown() == first and not len(queries)


def test_its_part_stands_on_an_orders_page(shop, evening, ana):  # noqa: F811
    order = shop.place(payment_method="transfer", user=ana.user, email=ana.email)
    page = browser_of(ana.user).get(f"/es-co/orders/{order.number}/").content.decode()
    assert "Your evening" in page and "You were at Lili Gómez's." in page


def test_its_block_is_offered_where_it_said_and_nowhere_else():
    def blocks_of(model):
        return model._meta.get_field("body").stream_block.child_blocks

    assert "evening" in blocks_of(ContentPage) and "evening" in blocks_of(InfluencerPage)
    assert "evening" not in blocks_of(ConsultantPage)


def test_a_person_takes_their_evenings_along_and_is_forgotten(evening, ana):
    assert export_person(ana, by=None)["evenings"][0]["with"] == "Lili Gómez"
    erase_person(ana, by=None)
    assert not Guest.objects.exists()


def test_its_check_is_part_of_the_shops_health(evening):
    assert Client().get("/health/").json()["checks"]["guests"] == "ok"
    Guest.objects.update(at=timezone.now() - timedelta(days=800))
    answer = Client().get("/health/")
    assert answer.json()["checks"]["guests"] == "warning"


def test_its_panel_stands_on_the_start_page_of_whom_it_is_for(lili):
    desk = User.objects.create_user(email="mesa@raiz.example")
    grant(desk, "consultant desk")
    browser = browser_of(desk)
    asked = []
    for _time in range(2):
        with CaptureQueriesContext(connection) as queries:
            page = browser.get("/admin/").content.decode()
        assert "New consultants this week" in page
        asked.append(any('."created_at" >=' in query["sql"] for query in queries))
    assert asked == [True, False], "what it counted is kept"
    catalogue = User.objects.create_user(email="catalogo@raiz.example")
    grant(catalogue, "merchandiser")
    assert "New consultants this week" not in browser_of(catalogue).get("/admin/").content.decode()
