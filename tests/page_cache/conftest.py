"""A public site whose pages are kept whole, and what tells whether one was."""

from dataclasses import dataclass

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.replicated.factories import make_consultant


@dataclass
class Seen:
    """A page as somebody got it, and the queries it took."""

    status: int
    html: str
    queries: int
    headers: dict

    def __contains__(self, text: str) -> bool:
        return text in self.html


@pytest.fixture
def read(page_cache, transactional_db):
    """``read("/es-co/")`` as a stranger without cookies; ``client=`` as somebody else."""

    def ask(path: str, *, client: Client | None = None, **headers) -> Seen:
        with CaptureQueriesContext(connection) as queries:
            response = (client or Client()).get(path, **headers)
        html = response.content.decode() if not response.streaming else ""
        return Seen(response.status_code, html, len(queries), dict(response.items()))

    return ask


@pytest.fixture
def lili(page_cache, transactional_db):
    return make_consultant("Lili", "Gómez", alias="lili-gomez", code="1001")


@pytest.fixture
def marta(page_cache, transactional_db):
    return make_consultant("Marta", "Ruiz", alias="marta-ruiz", code="1002")
