"""Writing to the company: kept, mailed, answered; nothing lost and nothing let through."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.urls import reverse

from commerce.policies.models import CheckoutPolicy
from corporate.models import ContactMessage
from people.models import Person, RegistrationPolicy
from people.privacy import erasers, exporters
from tests.cms.factories import make_contact_page
from tests.replicated.factories import make_person

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

OURS = {"sec-fetch-site": "same-origin"}
GOOD = {
    "name": "Ana María Ñuñez",
    "email": "ana@example.com",
    "phone": "+57 300 555 0101",
    "subject": "Un pedido",
    "message": "¿Cuándo llega?\nGracias.",
    "consent": "on",
    "website": "",
}


def write(client, path="/es-co/contacto/", *, headers=OURS, **changed):
    return client.post(path, {**GOOD, **changed}, headers=headers)


def test_a_message_is_kept_mailed_and_confirmed(client, django_capture_on_commit_callbacks):
    make_contact_page()

    with django_capture_on_commit_callbacks(execute=True):
        response = write(client)

    assert response.status_code == 302
    assert "page-notice" not in client.get(response.headers["Location"]).content.decode()
    message = ContactMessage.objects.get()
    assert (message.name, message.edition, message.status) == (GOOD["name"], "es-co", "new")
    assert message.consent_text == "<p>Acepto.</p>"
    staff, confirmation = sorted(mail.outbox, key=lambda one: one.to != ["equipo@example.com"])
    assert staff.to == ["equipo@example.com"] and staff.reply_to == ["ana@example.com"]
    assert GOOD["message"] in staff.body
    assert confirmation.to == ["ana@example.com"]
    # Whose address it is nobody knows: it gets nothing that a stranger typed.
    # It has a number that they can name, on the page and in both mails.
    assert re.fullmatch(r"\w{4}-\w{4}", message.number)
    said = client.get(response.headers["Location"]).content.decode()
    assert message.number in said and message.number in confirmation.body
    assert message.number in staff.body
    whole = confirmation.body + str(confirmation.alternatives)
    assert GOOD["message"] not in whole and GOOD["name"] not in whole


def test_a_typed_address_makes_nobody_the_writer(client):
    make_contact_page()
    person = Person.objects.create(email="ana@example.com", edition="es-co", source="checkout")

    write(client, email="ANA@example.com", message="Soy una persona ajena")

    # What a stranger typed with her address is no data of hers to take along …
    assert ContactMessage.objects.get().person is None
    assert exporters()["contact_messages"](person) == []
    # … and goes when she is forgotten: it holds her address.
    erasers()["contact_messages"](person)
    erasers()["contact_messages"](person)
    assert not ContactMessage.objects.exists()


def test_who_is_signed_in_with_a_proven_address_wrote_it(client):
    make_contact_page()
    eva = make_person("Eva", email="eva@example.com", registered=True)
    client.force_login(eva.user)

    write(client, email="ana@example.com")
    mark = EmailAddress.objects.filter(user=eva.user)
    mark.update(verified=False)
    write(client, email="ana@example.com", message="Otra vez")

    proven, unproven = ContactMessage.objects.order_by("pk")
    assert proven.person == eva and unproven.person is None
    assert [one["message"] for one in exporters()["contact_messages"](eva)] == [GOOD["message"]]


def test_who_writes_becomes_a_person_by_their_address_alone(client):
    make_contact_page()

    write(client)
    write(client, name="Otra", phone="")

    person = Person.objects.get()
    assert (person.email, person.source, person.edition) == ("ana@example.com", "contact", "es-co")
    # Beside an address that nobody proved, nothing that was typed is put down as theirs.
    assert (person.first_name, person.last_name, person.phone) == ("", "", "")
    assert person.user is None


def test_a_company_that_closed_this_channel_gets_messages_and_no_people(client):
    make_contact_page()
    RegistrationPolicy.objects.create(contact_open=False)

    write(client)

    assert ContactMessage.objects.exists() and not Person.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "   "),
        ("name", "\u202e\u200b"),
        ("name", "123 456"),
        ("name", "a" * 121),
        ("email", ""),
        ("email", "ana"),
        ("email", "ana@example.com\nbcc: all@example.com"),
        ("email", "a@" + "b" * 260 + ".com"),
        ("phone", "call me"),
        ("phone", "1" * 33),
        ("phone", "<b>3005550101</b>"),
        ("subject", ""),
        ("subject", "\u200b"),
        ("subject", "x" * 121),
        ("message", ""),
        ("message", "   \n "),
        ("message", "x" * 5001),
        ("message", "nul\x00byte"),
        ("consent", ""),
    ],
)
def test_a_bad_value_is_refused_and_what_was_typed_stays(client, field, value):
    make_contact_page()

    response = write(client, **{field: value})

    html = response.content.decode()
    assert response.status_code == 200
    assert 'id="form-errors"' in html and html.count("field__error") >= 1
    assert "no-store" in response.headers["Cache-Control"]
    assert not ContactMessage.objects.exists() and not mail.outbox
    if field != "name":
        assert 'value="Ana María Ñuñez"' in html
    if field != "message":
        assert "¿Cuándo llega?" in html


@pytest.mark.engine
@pytest.mark.parametrize(
    "typed",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "{{ settings.SECRET_KEY }}{% debug %}",
        "'; DROP TABLE corporate_contactmessage; --",
        "नमस्ते 你好 مرحبا 🌿",
        "Zalgo h̷e̶l̵l̷o̸",
    ],
)
def test_strange_words_are_kept_as_written_and_shown_as_text(client, typed):
    make_contact_page()

    refused = write(client, message=typed, email="no").content.decode()
    write(client, message=typed)

    assert "<script>alert" not in refused and "<img src=x" not in refused
    assert ContactMessage.objects.get().message == typed


def test_a_line_break_in_the_subject_adds_no_header(client, django_capture_on_commit_callbacks):
    make_contact_page()

    with django_capture_on_commit_callbacks(execute=True):
        write(client, subject="Hola\r\nBcc: all@example.com", name="Ana\r\nX: y")

    assert len(mail.outbox) == 2
    assert all("\n" not in one.subject and not one.bcc for one in mail.outbox)


def test_a_robot_in_the_trap_is_thanked_and_forgotten(client):
    make_contact_page()

    assert write(client, website="https://spam.example").status_code == 302
    assert not ContactMessage.objects.exists()


def test_whoever_writes_a_lot_is_asked_to_wait_and_loses_nothing(client):
    make_contact_page()
    for _number in range(5):
        assert write(client).status_code == 302

    response = write(client)

    assert response.status_code == 429
    assert "¿Cuándo llega?" in response.content.decode()
    assert ContactMessage.objects.count() == 5


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 302),
        ({"origin": "http://testserver"}, 302),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": "https://testserver"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://testserver.evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://["}, 403),
        ({}, 403),
    ],
)
def test_only_our_own_pages_may_post(client, headers, status):
    make_contact_page()

    assert write(client, headers=headers).status_code == status
    assert ContactMessage.objects.exists() is (status == 302)


def test_subjects_of_a_list_take_nothing_else(client):
    make_contact_page(subjects="Un pedido\nOtra cosa")

    assert write(client, subject="Algo más").status_code == 200
    assert write(client, subject="Otra cosa").status_code == 302


@pytest.mark.engine
def test_staff_find_filter_and_answer_a_message(admin_client_of, marketer):
    page = make_contact_page()
    fields = {"email": "a@example.com", "consent_text": "", "edition": "es-mx", "page": page}
    one = ContactMessage.objects.create(name="Ana", subject="Pedido", message="Hola", **fields)
    ContactMessage.objects.create(name="Luis", subject="Otro", message="Adiós", **fields)
    browser = admin_client_of(marketer)
    index = reverse("contact_messages:index")
    edit = reverse("contact_messages:edit", args=[one.pk])

    searched = browser.get(index, {"q": "Pedido"}).content.decode()
    quoted = browser.get(index, {"q": "\"'\x00 OR ("})
    browser.post(edit, {"status": "answered", "note": "Llamé", "message": "cambiado"})
    answered = browser.get(index, {"status": "answered"}).content.decode()
    elsewhere = browser.get(index, {"market": "us"}).content.decode()

    assert "Ana" in searched and "Luis" not in searched
    assert quoted.status_code == 200
    one.refresh_from_db()
    assert (one.status, one.note, one.message) == ("answered", "Llamé", "Hola")
    assert one.answered_by == marketer and one.answered_at
    assert "Ana" in answered and "Luis" not in answered and "Ana" not in elsewhere
    assert browser.get(reverse("contact_messages:add")).status_code in (302, 403)


@pytest.mark.parametrize("required", [True, False])
def test_the_phone_is_asked_for_as_the_market_s_setting_says(client, required):
    make_contact_page()
    CheckoutPolicy.objects.create(market="co", phone_required=required)

    html = client.get("/es-co/contacto/").content.decode()
    field = re.search(r'<input[^>]*name="phone"[^>]*>', html).group()
    assert ("required" in field) is required
    assert write(client, phone="").status_code == (200 if required else 302)


def test_the_kept_contact_page_follows_the_setting(client, django_capture_on_commit_callbacks):
    make_contact_page()
    policy = CheckoutPolicy.objects.create(market="co", phone_required=False)
    field = re.compile(r'<input[^>]*name="phone"[^>]*required')
    assert not field.search(client.get("/es-co/contacto/").content.decode())

    policy.phone_required = True
    with django_capture_on_commit_callbacks(execute=True):
        policy.save()

    assert field.search(client.get("/es-co/contacto/").content.decode())


def test_a_number_in_the_address_that_is_none_is_not_shown(client):
    make_contact_page()

    page = client.get("/es-co/contacto/", {"sent": "Llama al 600 123"}).content.decode()

    assert "Llama al" not in page.partition("<main")[2].partition("</main")[0]


@pytest.mark.engine
def test_staff_find_a_message_by_its_number(client, admin_client):
    make_contact_page()
    write(client)
    write(client, email="otra@example.com")
    number = ContactMessage.objects.earliest("pk").number

    found = admin_client.get(reverse("contact_messages:index"), {"q": number.lower()})

    assert [one.number for one in found.context["object_list"]] == [number]
