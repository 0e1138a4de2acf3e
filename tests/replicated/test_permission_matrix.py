"""Who may see and do what around a consultant: one table, asked by everybody, every way.

A is the consultant whose things these are, B another one, Ana is A's customer and wrote the
message. Statuses are exact: 200 shown, 302 sent to sign in (or, in the back office, to its start
page with "no permission"), 403 not for this kind of visitor, 404 not theirs or not there, 405 not
this way.
"""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from people.roles import grant
from replicated.attribution.services import reassign
from replicated.inbox.models import ConsultantMessage
from replicated.network.services import place
from replicated.portal.models import PortalPolicy, SiteVisits
from tests.checkout.conftest import Shopper
from tests.cms.conftest import _media  # noqa: F401

from .factories import make_person
from .network_factories import make_member
from .test_inbox import make_message
from .test_portal import bind, order_for

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ROLES = {
    "marketer": "Marketer",
    "merchandiser": "Merchandiser",
    "order desk": "Order desk",
    "consultant desk": "Consultant desk",
    "admin": "Administrator",
}
EVERYBODY = ("A", "B", "paused", "customer", "guest", *ROLES)
STAFF = tuple(ROLES)


class World:
    """A's customer, message, order and visits, and the browsers of everybody."""

    def __init__(self, shop, lili, marta):
        self.a, self.b = lili, marta
        self.ana = make_person("Ana", "Díaz", email="ana@correo.example", registered=True)
        bind(self.ana, lili)
        self.order = order_for(shop, self.ana)
        self.message = make_message(lili, email=self.ana.email, person=self.ana, name="Ana Díaz")
        SiteVisits.objects.create(consultant=lili, day="2026-05-01", count=77)
        place(consultant=lili, sponsor=None, zone=None)
        self.nora = make_member("Nora", under=lili, code="3001")
        self.policy = PortalPolicy.load()
        # As much as a company may show: nobody else sees any of it.
        self.policy.show_email = self.policy.show_phone = True
        self.policy.save()
        self.users = {"A": lili.person.user, "B": marta.person.user, "customer": self.ana.user}

    def browser(self, who: str) -> Client:
        browser = Shopper()
        if who == "guest":
            return browser
        if who in ROLES:
            person = make_person(who.title(), email=f"{who.replace(' ', '-')}@example.com",
                                 registered=True)  # fmt: skip
            grant(person.user, ROLES[who])
            browser.force_login(person.user)
            return browser
        if who == "paused":
            type(self.a).objects.filter(pk=self.a.pk).update(state="paused")
            browser.force_login(self.users["A"])
            return browser
        browser.force_login(self.users[who])
        return browser

    def path(self, name: str) -> str:
        message, customer = self.message.public_id, self.ana.public_id
        return {
            "customers": "/es-co/account/customers/",
            "customer": f"/es-co/account/customers/{customer}/",
            "customer of nobody's": f"/es-co/account/customers/{uuid.uuid4()}/",
            "customer by row number": f"/es-co/account/customers/{self.ana.pk}/",
            "customer's order": f"/es-co/orders/{self.order.number}/",
            "sales": "/es-co/account/sales/",
            "visits": "/es-co/account/visits/",
            "team": "/es-co/account/team/",
            "show contact": "/es-co/account/team/contact/",
            "place in the network": reverse("network:place", args=[self.a.pk]),
            "the network": reverse("network:index"),
            "messages": "/es-co/account/messages/",
            "message": f"/es-co/account/messages/{message}/",
            "message of nobody's": f"/es-co/account/messages/{uuid.uuid4()}/",
            "message by row number": f"/es-co/account/messages/{self.message.pk}/",
            "mark unread": f"/es-co/account/messages/{message}/unread/",
            "mark answered": f"/es-co/account/messages/{message}/answered/",
            "mark unanswered": f"/es-co/account/messages/{message}/unanswered/",
            "mark deleted": f"/es-co/account/messages/{message}/delete/",
            "under B's name": f"/@marta-ruiz/es-co/account/messages/{message}/",
            "all messages": reverse("consultant_messages:index"),
            "any message": reverse("consultant_messages:inspect", args=[self.message.pk]),
            "edit a message": f"/admin/consultant-messages/edit/{self.message.pk}/",
            "delete a message": reverse("consultant_messages:delete", args=[self.message.pk]),
            "rules": reverse(
                "wagtailsettings:edit", args=["portal", "portalpolicy", self.policy.pk]
            ),
        }[name]


@pytest.fixture
def world(shop, lili, marta) -> World:
    return World(shop, lili, marta)


def row(*, a, b, paused=403, customer=403, guest=302, staff=403, **roles) -> dict[str, int]:
    """One line of the table: a status for everybody. ``staff`` stands for all five roles."""
    named = {name.replace("_", " "): status for name, status in roles.items()}
    return {"A": a, "B": b, "paused": paused, "customer": customer, "guest": guest} | {
        role: named.get(role, staff) for role in STAFF
    }


def nowhere() -> dict[str, int]:
    return dict.fromkeys(EVERYBODY, 404)


def back_office(**roles) -> dict[str, int]:
    """Nobody but the roles named: consultants and customers have no way in."""
    return row(a=302, b=302, paused=302, customer=302, guest=302, staff=302, **roles)


KEEPERS = {"consultant_desk": 200, "admin": 200}

TABLE = {
    # (method, what): statuses
    ("get", "customers"): row(a=200, b=200),
    ("get", "customer"): row(a=200, b=404),
    ("get", "customer of nobody's"): row(a=404, b=404),
    ("get", "customer by row number"): nowhere(),
    ("get", "customer's order"): row(a=404, b=404, paused=404, customer=200, staff=404),
    ("get", "sales"): row(a=200, b=200),
    ("get", "visits"): row(a=200, b=200),
    # B has no place in the network.
    ("get", "team"): row(a=200, b=403),
    ("post", "team"): row(a=405, b=403),
    ("post", "show contact"): row(a=302, b=403),
    ("get", "show contact"): row(a=405, b=403),
    ("get", "the network"): back_office(**KEEPERS),
    ("get", "place in the network"): back_office(**KEEPERS),
    ("get", "messages"): row(a=200, b=200),
    ("get", "message"): row(a=200, b=404),
    ("get", "message of nobody's"): row(a=404, b=404),
    ("get", "message by row number"): nowhere(),
    ("get", "under B's name"): row(a=200, b=404),
    ("post", "mark unread"): row(a=302, b=404),
    ("post", "mark answered"): row(a=302, b=404),
    ("post", "mark unanswered"): row(a=302, b=404),
    ("post", "mark deleted"): nowhere(),
    ("get", "mark answered"): row(a=405, b=405),
    ("put", "mark answered"): row(a=405, b=405),
    ("delete", "message"): row(a=405, b=405),
    ("post", "message"): row(a=405, b=405),
    ("post", "messages"): row(a=405, b=405),
    ("post", "customers"): row(a=405, b=405),
    ("delete", "customer"): row(a=405, b=405),
    ("post", "sales"): row(a=405, b=405),
    ("post", "visits"): row(a=405, b=405),
    ("get", "all messages"): back_office(**KEEPERS),
    ("get", "any message"): back_office(**KEEPERS),
    ("get", "edit a message"): back_office(),
    ("post", "edit a message"): back_office(),
    ("get", "delete a message"): back_office(**KEEPERS),
    ("get", "rules"): back_office(**KEEPERS),
}
# What only those may read who get a 200 where it stands.
SECRETS = {
    "customers": ["Ana Díaz", "ana@correo.example"],
    "customer": ["Ana Díaz"],
    "messages": ["Ana Díaz", "Hola 0"],
    "message": ["Hola 0", "ana@correo.example"],
    "under B's name": ["Hola 0"],
    "sales": ["108.900"],
    "visits": ["77"],
    "team": ["Nora"],
    "the network": ["Nora"],
    "all messages": ["Ana Díaz", "Hola 0"],
    "any message": ["Hola 0"],
}
# B sees lists of their own, in which nothing of A's stands.
OWN_LISTS = {"customers", "messages", "sales", "visits"}


def main_of(response) -> str:
    html = response.content.decode()
    return html.split("<main")[1].split("</main>")[0] if "<main" in html else html


@pytest.mark.parametrize("who", EVERYBODY)
def test_the_table_holds(world, who):
    browser = world.browser(who)
    found, wanted = {}, {}
    for (method, what), statuses in TABLE.items():
        before = ConsultantMessage.objects.values("read_at", "answered_at").get()
        response = getattr(browser, method)(world.path(what))
        found[method, what], wanted[method, what] = response.status_code, statuses[who]
        reads = response.status_code == 200 and not (who == "B" and what in OWN_LISTS)
        for secret in SECRETS.get(what, ()) if method == "get" else ():
            assert (secret in main_of(response)) is reads, (method, what, secret)
        if who != "A":
            assert ConsultantMessage.objects.values("read_at", "answered_at").get() == before
    assert found == wanted


def test_whoever_is_sent_away_is_sent_to_sign_in(world):
    guest = world.browser("guest")
    for name in ("customers", "customer", "messages", "message", "sales", "visits"):
        location = guest.get(world.path(name)).headers["Location"]
        assert location.startswith("/es-co/account/login/?next=/es-co/account/")


@pytest.mark.parametrize("name", ["customers", "customer", "messages", "message", "sales"])
def test_no_cache_keeps_any_of_it(world, name):
    response = world.browser("A").get(world.path(name))
    assert {"private", "no-store"} <= set(response.headers["Cache-Control"].split(", "))


def test_an_action_needs_djangos_token(world):
    browser = Client(enforce_csrf_checks=True, headers={"Sec-Fetch-Site": "same-origin"})
    browser.force_login(world.users["A"])
    assert browser.post(world.path("mark answered")).status_code == 403
    assert ConsultantMessage.objects.get().answered_at is None


def test_a_former_consultant_of_hers_sees_her_no_more(world):
    bind(world.ana, world.b)  # a bond stands
    assert world.browser("A").get(world.path("customer")).status_code == 200
    reassign(consultant=world.b, why="Moved", by=None, person=world.ana)
    assert world.browser("A").get(world.path("customer")).status_code == 404
    assert world.browser("B").get(world.path("customer")).status_code == 200
