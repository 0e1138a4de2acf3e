import pytest
from django.urls import reverse
from django.utils import translation

from tests import factories as make


@pytest.fixture
def address():
    """``address("es-co", "catalogue:product", path="rostro/crema")`` → the URL in an edition."""

    def build(edition, name, **kwargs):
        with translation.override(edition):
            return reverse(name, kwargs=kwargs)

    return build


@pytest.fixture
def face(db):
    return make.category("Cuidado facial", "Face care")


@pytest.fixture
def creams(face):
    return make.category("Cremas", "Creams", parent=face)
