"""Every list that the back office exports: no cell is a formula, moments are local, names speak."""

import csv
import re
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from cms.back_office.exports import plain_text
from cms.models import FormSubmission
from commerce.search.models import SearchCount
from corporate.models import ContactMessage
from people.models import User
from tests.replicated.factories import make_consultant

pytestmark = pytest.mark.one_database

FORMULA = '=HYPERLINK("http://evil","x")'
MOMENT = datetime(2026, 11, 28, 1, 44, tzinfo=UTC)  # 20:44 of the 27th in Bogotá


def exporting_views() -> dict[str, type]:
    """By address without arguments: the views of the back office that can export."""
    found = {}

    def walk(patterns, prefix=""):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                view = pattern.callback
                while not hasattr(view, "view_class") and hasattr(view, "__wrapped__"):
                    view = view.__wrapped__
                view = getattr(view, "view_class", None)
                if view and issubclass(view, SpreadsheetExportMixin):
                    found[route] = view
            else:
                walk(pattern.url_patterns, route)

    walk(get_resolver().url_patterns)
    return {route: view for route, view in found.items() if "<" not in route and "(" not in route}


def test_there_are_such_views():
    routes = set(exporting_views())
    assert {
        "admin/orders/",
        "admin/contact-messages/",
        "admin/consultant-messages/",
        "admin/form-answers/",
    } <= {route.replace("^", "") for route in routes}


def test_no_view_has_a_rule_of_its_own():
    for route, view in exporting_views().items():
        assert view.preprocess_field_value is SpreadsheetExportMixin.preprocess_field_value, route
        one = view()
        for value in (FORMULA, "+1+1", "-2+3", "@SUM(1)", "\t=1", " =1", "\uff1d1"):
            assert one.preprocess_field_value("any", value, "csv").startswith("'"), (route, value)
        assert one.preprocess_field_value("any", MOMENT, "csv") == "2026-11-27 20:44"
        local = one.preprocess_field_value("any", MOMENT, "xlsx")
        assert local == datetime(2026, 11, 27, 20, 44)


@pytest.mark.parametrize(
    "value", ["+57 300 123 4567", "-12.50", "Ana", "a = b", "1-2", "", "correo@example.com"]
)
def test_what_is_no_formula_stays_as_it_is(value):
    assert plain_text(value) == value


def test_a_cell_split_at_a_semicolon_is_no_formula_either():
    assert plain_text("Hola;=1+1") == "Hola;'=1+1"


@pytest.fixture
def administrator(client, db):
    user = User.objects.create_superuser(email="root@example.com", password="una-clave-larga-7")
    client.force_login(user)
    return client


def body(response) -> bytes:
    return b"".join(response.streaming_content)


def table(response) -> list[dict]:
    return list(csv.DictReader(StringIO(body(response).decode())))


def test_each_list_is_exported(administrator):
    ContactMessage.objects.create(
        name=FORMULA, email="a@example.com", subject="=1+1", message="\x0b+1+1", edition="es-co"
    )
    FormSubmission.objects.create(form_title=FORMULA, edition="es-co")
    SearchCount.objects.create(
        phrase="=1+1", market="co", language="es", day=timezone.now().date(), searches=1
    )
    make_consultant(FORMULA, "x")
    exported, names = set(), set()
    for route in exporting_views():
        for export in ("csv", "xlsx"):
            response = administrator.get("/" + re.sub(r"[\^$]", "", route), {"export": export})
            assert response.status_code in (200, 302), route
            if "attachment" not in response.headers.get("Content-Disposition", ""):
                continue  # leads on to another list, or has nothing to export
            exported.add(route)
            names.add(response.headers["Content-Disposition"])
            if export == "csv":
                rows = csv.reader(StringIO(body(response).decode()))
                assert not [cell for row in rows for cell in row if cell.startswith("=")], route
            else:
                rows = load_workbook(BytesIO(body(response))).active.iter_rows()
                assert not [cell for row in rows for cell in row if cell.data_type == "f"], route
    assert len(exported) > 10
    assert not [name for name in names if "spreadsheet" in name]


def test_a_contact_message_is_exported_as_it_was_written(administrator):
    message = ContactMessage.objects.create(
        name=FORMULA, email="a@example.com", subject="Hola", message="+1+1", edition="es-co"
    )
    ContactMessage.objects.filter(pk=message.pk).update(created_at=MOMENT)
    response = administrator.get(reverse("contact_messages:index"), {"export": "csv"})

    assert response.headers["Content-Disposition"] == 'attachment; filename="messages.csv"'
    (row,) = csv.reader(StringIO(body(response).decode().split("\n", 1)[1]))
    assert (row[0], row[2]) == ("2026-11-27 20:44", "'" + FORMULA)
    assert "'+1+1" in row
