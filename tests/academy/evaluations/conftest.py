import pytest

from academy.evaluations import gates

from .factories import everybody_may, learner


@pytest.fixture
def open_gate(monkeypatch):
    """Everybody may take every evaluation, as a course says for those who are in it."""
    monkeypatch.setattr(gates, "_gates", [everybody_may])


@pytest.fixture
def ana(db):
    return learner()
