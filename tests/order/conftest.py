"""Orders in every state, and the people of the order desk."""

import pytest
from django.test import Client, TestCase
from wagtail.users.models import UserProfile

from commerce.orders import services
from commerce.orders.settling import confirm_payment
from people.models import Person
from people.services import register
from tests.checkout import conftest as checkout
from tests.checkout.conftest import Shopper
from tests.staff import make_staff

built_shop, shop = checkout.built_shop, checkout.shop


class Desk(Client):
    """A clerk's browser in the admin. Mails go out after each request."""

    def __init__(self, user=None, **kwargs):
        super().__init__(**kwargs)
        self.user = user
        if user is not None:
            self.force_login(user)

    def request(self, **request):
        with TestCase.captureOnCommitCallbacks(execute=True):
            return super().request(**request)

    def at(self, path="", data=None, **extra):
        url = f"/admin/orders/{path}"
        return self.get(url, **extra) if data is None else self.post(url, data, **extra)

    def do(self, order, action, **typed):
        """What the action's page would post, as it was opened just now."""
        page = self.at(f"{order.number}/{action}/")
        seen = page.context["form"]["seen"].value() if page.status_code == 200 else ""
        return self.at(f"{order.number}/{action}/", {"seen": seen, **typed})


@pytest.fixture
def person_with(db):
    """``person_with("Order desk")``: a user with one role; ``permissions`` on top."""

    def make(group: str | None = None, *permissions: str):
        user = make_staff(group, *permissions)
        # The words in these tests are English.
        UserProfile.objects.create(user=user, preferred_language="en")
        return user

    return make


@pytest.fixture
def clerk(person_with):
    return person_with("Order desk")


@pytest.fixture
def desk(clerk) -> Desk:
    return Desk(clerk)


@pytest.fixture
def reader(person_with) -> Desk:
    """Sees orders, changes none."""
    return Desk(person_with(None, "wagtailadmin.access_admin", "order.view_order"))


@pytest.fixture
def shopper(shop) -> Shopper:
    return Shopper()


class Orders:
    """Orders in a state, made through the services."""

    def __init__(self, shop, clerk):
        self.shop, self.clerk = shop, clerk

    def pending(self, method="transfer", **terms):
        order = self.shop.place(payment_method=method, **terms)
        self.shop.begin(order)
        order.refresh_from_db()
        return order

    def paid(self, **terms):
        order = self.pending(method="demo", **terms)
        self.shop.bank_says(order, "paid")
        with TestCase.captureOnCommitCallbacks(execute=True):
            confirm_payment(order=order)
        order.refresh_from_db()
        return order

    def due(self, **terms):
        """Confirmed, cash on delivery."""
        return self.pending(method="cash_on_delivery", **terms)

    def at(self, state, **terms):
        """``confirmed``, ``preparing``, ``shipped``, ``delivered``; paid."""
        order = self.paid(**terms)
        for step in ("preparing", "shipped", "delivered"):
            if order.status == state:
                return order
            with TestCase.captureOnCommitCallbacks(execute=True):
                services.move_order(order=order, to=step, by=self.clerk)
        return order


@pytest.fixture
def orders(shop, clerk) -> Orders:
    return Orders(shop, clerk)


@pytest.fixture
def customer(shop):
    """``customer("ana@correo.example")``: a browser of somebody who signed in, and who it is."""

    def make(email="ana@correo.example", edition="es-co"):
        user = register(
            email=email,
            edition=edition,
            source=Person.Source.CHECKOUT,
            first_name="Ana",
            last_name="Gómez",
        )
        browser = Shopper(edition)
        browser.force_login(user)
        browser.user = user
        return browser

    return make
