import pytest
from django.urls import reverse
from django.utils import translation

from tests import factories as make


@pytest.fixture
def address():
    """``address("es-co", "catalogue:product", path="rostro/crema")`` → the URL in a variant."""

    def build(variant, name, **kwargs):
        with translation.override(variant):
            return reverse(name, kwargs=kwargs)

    return build


@pytest.fixture
def face(db):
    return make.category("Cuidado facial", "Face care")


@pytest.fixture
def creams(face):
    return make.category("Cremas", "Creams", parent=face)
