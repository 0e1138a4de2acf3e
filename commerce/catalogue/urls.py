"""Addresses of the catalogue, under an edition: ``/es-co/catalogo/cuidado-facial/crema/``."""

from django.conf import settings
from django.urls import include, path, re_path
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "catalogue"

# What slugs are made of; anything else (a NUL byte, say) never reaches the database.
SLUGS = r"[-a-zA-Z0-9_]+(?:/[-a-zA-Z0-9_]+)*"


def _prefixes() -> str:
    """The catalogue's first part in every language, as an alternative of a pattern."""
    found = set()
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found.add(gettext("catalog/"))
    return "|".join(sorted(found))


entries = [
    path("", views.index, name="index"),
    re_path(rf"^(?P<path>{SLUGS})/$", views.entry, name="category"),
    re_path(rf"^(?P<path>{SLUGS})/$", views.entry, name="product"),
]
urlpatterns = [
    path(_("catalog/"), include(entries)),
    # Another language's address under this edition: led to this language's.
    re_path(rf"^(?:{_prefixes()})(?:(?P<path>{SLUGS})/)?$", views.foreign),
]
