"""Forms that editors put on pages."""

import pytest
from django.core import mail

from cms.models import FormSubmission
from people.services import erase_person, export_person, register

from .factories import make_page

pytestmark = pytest.mark.django_db

OURS = {"sec-fetch-site": "same-origin"}
FORM = {
    "title": "Taller de noviembre",
    "button": "Inscribirme",
    "thanks": "Te esperamos.",
    "mail_to": "talleres@example.com",
    "fields": [
        {"kind": "line", "label": "Nombre", "required": True},
        {"kind": "email", "label": "Correo", "required": True},
        {"kind": "choice", "label": "Ciudad", "required": True, "options": "Bogotá\nCali"},
        {"kind": "choices", "label": "Temas", "required": False, "options": "Piel\nCabello"},
        {"kind": "date", "label": "Día", "required": False},
        {"kind": "consent", "label": "Acepto", "required": True},
    ],
}


@pytest.fixture
def form_page():
    page = make_page("Taller", "taller", body=[("form", FORM)])
    return page, page.body[0].id


def answers(block_id, **changed):
    fields = {
        "field0": "Ana",
        "field1": "ana@example.com",
        "field2": "Cali",
        "field3": ["Piel", "Cabello"],
        "field5": "on",
        "website": "",
        **changed,
    }
    prefix = f"f{block_id[:8]}"
    return {"form_id": block_id, **{f"{prefix}-{name}": value for name, value in fields.items()}}


def test_answers_are_kept_with_their_questions_and_mailed(
    client, form_page, django_capture_on_commit_callbacks
):
    _page, block_id = form_page

    with django_capture_on_commit_callbacks(execute=True):
        response = client.post("/es-mx/taller/", answers(block_id), headers=OURS)

    submission = FormSubmission.objects.get()
    assert submission.edition == "es-mx"
    assert submission.answers[:4] == [
        ["Nombre", "Ana"],
        ["Correo", "ana@example.com"],
        ["Ciudad", "Cali"],
        ["Temas", "Piel, Cabello"],
    ]
    assert mail.outbox[0].to == ["talleres@example.com"] and "Ciudad: Cali" in mail.outbox[0].body
    assert "Te esperamos." in client.get(response.headers["Location"]).content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("field0", ""),
        ("field0", "x" * 501),
        ("field0", "nul\x00"),
        ("field1", "ana"),
        ("field2", "Medellín"),
        ("field3", ["Uñas"]),
        ("field4", "ayer"),
        ("field5", ""),
    ],
)
def test_a_bad_answer_is_refused_and_what_was_typed_stays(client, form_page, field, value):
    _page, block_id = form_page

    response = client.post("/es-co/taller/", answers(block_id, **{field: value}), headers=OURS)

    html = response.content.decode()
    assert response.status_code == 200
    assert "form-errors" in html and "no-store" in response.headers["Cache-Control"]
    assert field == "field1" or 'value="ana@example.com"' in html
    assert not FormSubmission.objects.exists()


def test_what_is_no_form_of_the_page_is_ignored(client, form_page):
    for block_id in ("", "x", "\x00", "00000000-0000-0000-0000-000000000000"):
        response = client.post("/es-co/taller/", answers(block_id or "-"), headers=OURS)
        assert response.status_code == 302
    assert not FormSubmission.objects.exists()


def test_another_site_cannot_post(client, form_page):
    _page, block_id = form_page

    response = client.post(
        "/es-co/taller/", answers(block_id), headers={"sec-fetch-site": "cross-site"}
    )

    assert response.status_code == 403 and not FormSubmission.objects.exists()


def test_staff_read_the_answers_and_cannot_change_them(
    client, form_page, admin_client_of, marketer
):
    from django.urls import reverse

    page, block_id = form_page
    client.post("/es-co/taller/", answers(block_id), headers=OURS)
    submission = FormSubmission.objects.get()
    browser = admin_client_of(marketer)

    shown = browser.get(reverse("form_answers:inspect", args=[submission.pk])).content.decode()

    assert "Ciudad" in shown and "Cali" in shown
    edit = browser.get(reverse("form_answers:edit", args=[submission.pk]))
    assert edit.status_code in (302, 403)


def test_answers_are_exported_and_forgotten_with_their_person(client, form_page):
    _page, block_id = form_page
    mine, other = answers(block_id), answers(block_id, field1="otra@example.com")
    client.post("/es-co/taller/", mine, headers=OURS)  # somebody types her address
    user = register(email="ana@example.com", source="contact", edition="es-co")
    client.post("/es-co/taller/", other, headers=OURS)
    client.force_login(user)
    client.post("/es-co/taller/", mine, headers=OURS)

    exported = export_person(user.person)["form_answers"]
    erase_person(user.person, by=None)

    # Not what a stranger typed with her address; that goes with her all the same.
    assert [entry["form"] for entry in exported] == ["Taller de noviembre"]
    assert ["Correo", "ana@example.com"] in exported[0]["answers"]
    assert [row.email for row in FormSubmission.objects.all()] == ["otra@example.com"]
