"""Visitors to the demo company. Each test gets the company as ``make run`` sets it up."""

import pytest
from playwright.sync_api import expect

from .visitor import Visitor

# Long enough for a busy machine: waiting ends as soon as what is expected is there.
PATIENCE = 30_000


@pytest.fixture(autouse=True)
def _patience():
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
def visitor(demo_company, new_page, assert_accessible):
    """``visitor("es-co", width=360)``: a new one, with a cart and a session of their own.

    ``javascript=False`` for a browser without scripts; ``under="lili-gomez"`` on her site.
    """

    def make(
        variant: str = "es-co", *, width: int = 1440, javascript: bool = True, under: str = ""
    ) -> Visitor:
        language, country = variant.split("-")
        page = new_page(
            width=width,
            height=740 if width < 600 else 900,
            locale=f"{language}-{country.upper()}",
            javascript=javascript,
        )
        page.set_default_timeout(PATIENCE)
        return Visitor(page, variant, assert_accessible if javascript else None, under)

    return make
