"""Visitors to the demo company. Each test gets the company as ``make run`` sets it up."""

from copy import deepcopy

import pytest

from tests.gateways.mercadopago_account import account

from .visitor import Visitor


@pytest.fixture
def mercadopago(settings):
    """Mercado Pago on this machine, whose page the checkout's form may lead to."""
    with account(settings) as server:
        policy = deepcopy(settings.CONTENT_SECURITY_POLICY)
        policy["DIRECTIVES"]["form-action"].append(server.url)
        settings.CONTENT_SECURITY_POLICY = policy
        yield server


@pytest.fixture
def visitor(demo_company, new_page, assert_accessible):
    """``visitor("es-co", width=360)``: a new one, with a cart and a session of their own.

    ``javascript=False`` for a browser without scripts; ``under="lili-gomez"`` on her site.
    """

    def make(
        edition: str = "es-co", *, width: int = 1440, javascript: bool = True, under: str = ""
    ) -> Visitor:
        language, country = edition.split("-")
        page = new_page(
            width=width,
            height=740 if width < 600 else 900,
            locale=f"{language}-{country.upper()}",
            javascript=javascript,
        )
        return Visitor(page, edition, assert_accessible if javascript else None, under)

    return make
