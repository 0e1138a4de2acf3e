"""Writing to a consultant: it reaches them once, whoever writes, and robots stay outside."""

import re
from datetime import timedelta
from functools import cache

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from commerce.policies.models import CheckoutPolicy
from people import captcha
from people.models import MailCode, Person
from people.privacy import erasers, exporters
from replicated.inbox.models import ConsultantMessage
from replicated.inbox.tasks import forget_old_messages
from tests.checkout.conftest import Shopper
from tests.factories import listed, product

from .factories import make_consultant, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("captcha_on")]

FORM = "/@lili-gomez/es-co/escribir/"
CODE = "/@lili-gomez/es-co/escribir/codigo/"
GOOD = {
    "name": "Ana María Ñuñez",
    "email": "ana@correo.example",
    "phone": "304 535 1581",
    "message": "¿Cuál crema me sirve?\nGracias.",
    "consent": "on",
    "website": "",
}


@pytest.fixture
def visitor() -> Shopper:
    """A browser on our own pages, without a shop to buy from."""
    return Shopper()


class LongLivedAltcha(captcha.Altcha):
    """Its challenges hold as long as the tests that share a solved one, wherever these run."""

    seconds = 24 * 3600


@cache
def _work(challenge_key: str) -> str:
    parsed = Challenge.from_dict(LongLivedAltcha().challenge())
    return Payload(challenge=parsed, solution=solve_challenge(parsed)).to_base64()


def proof(number: int = 0) -> str:
    """A solved challenge; the work is done once for all tests."""
    return _work(str(number))


def write(visitor, path=FORM, *, number=0, **changed):
    return visitor.at(path, {**GOOD, "proof": proof(number), **changed})


# --- The page


def test_the_page_exists_under_a_sellers_name_only(lili, client):
    assert client.get(FORM).status_code == 200
    for path in ("/es-co/escribir/", "/es-co/escribir/codigo/"):
        assert client.get(path).status_code == 404
        assert client.post(path, GOOD, headers={"sec-fetch-site": "same-origin"}).status_code == 404
    assert client.get("/@lili-gomez/en-us/write/").status_code == 200


def test_the_page_is_the_same_for_everybody(lili, client, visitor):
    person = make_person("Eva", registered=True)
    visitor.force_login(person.user)
    first = client.get(FORM)
    assert first.content == visitor.at(FORM).content
    html = first.content.decode()
    assert "csrfmiddlewaretoken" not in html and 'content="noindex, follow"' in html
    assert 'rel="canonical" href="http://testserver/es-co/"' in html
    assert '/@lili-gomez/en-us/write/"' in html
    assert "style=" not in html.split("<main")[1].split("</main>")[0]


@pytest.mark.django_db(transaction=True)  # within a transaction nothing is remembered
def test_the_page_costs_as_much_as_any_other_under_the_name(
    lili, client, page_cache, assert_max_queries
):
    client.get(FORM)
    with assert_max_queries(2):  # the seller, and whether the frame changed
        client.get(FORM)


@pytest.mark.parametrize("required", [True, False])
def test_a_phone_is_asked_for_where_the_market_says_so(
    transactional_db, page_cache, lili, visitor, required
):
    # given a page that was drawn while the market said otherwise
    CheckoutPolicy.objects.update_or_create(market="co", defaults={"phone_required": not required})
    assert visitor.at(FORM).context["form"].fields["phone"].required is not required
    # when the setting changes
    policy = CheckoutPolicy.objects.get(market="co")
    policy.phone_required = required
    policy.save()
    # then the form follows, and takes a message without one only where it may
    assert visitor.at(FORM).context["form"].fields["phone"].required is required
    write(visitor, phone="")
    assert ConsultantMessage.objects.exists() is not required


def test_a_product_asked_about_is_named_and_kept(lili, visitor):
    cream = listed(product("Crema de noche", sku="T-N1"))

    page = visitor.at(f"{FORM}?product={cream.pk}").content.decode()
    write(visitor, product=cream.pk)

    assert "Crema de noche" in page and f'value="{cream.pk}"' in page
    message = ConsultantMessage.objects.get()
    assert (message.product, message.product_title) == (cream, "Crema de noche")
    received = next(one for one in mail.outbox if one.reply_to)
    assert "Crema de noche" in received.body


@pytest.mark.parametrize("asked", ["x", "-1", "9" * 40, "1 or 1=1", "\x00", "²", "99999"])
def test_a_product_of_nobodys_is_left_out(lili, visitor, asked):
    assert visitor.get(FORM, {"product": asked}).status_code == 200
    response = write(visitor, product=asked)
    kept = ConsultantMessage.objects.first()
    # Refused with what was typed, or kept without the product.
    assert kept.product is None if kept else "¿Cuál crema" in response.content.decode()


@pytest.mark.parametrize("required", [True, False])
def test_the_phone_is_asked_for_as_the_markets_setting_says(lili, visitor, required):
    CheckoutPolicy.objects.create(market="co", phone_required=required)

    page = visitor.at(FORM).content.decode()
    answer = write(visitor, phone="")

    assert ("required" in re.search(r'<input[^>]*name="phone"[^>]*>', page).group()) is required
    assert (answer.status_code == 302) is not required
    assert ConsultantMessage.objects.exists() is not required


@pytest.mark.django_db(transaction=True)
def test_the_remembered_setting_follows_who_changes_it(lili, client, page_cache):
    policy = CheckoutPolicy.objects.create(market="co", phone_required=False)
    phone = re.compile(r'<input[^>]*name="phone"[^>]*required')
    assert not phone.search(client.get(FORM).content.decode())

    policy.phone_required = True
    policy.save()

    assert phone.search(client.get(FORM).content.decode())


# --- A message


def test_a_message_reaches_the_consultant_and_is_confirmed(visitor):
    lili = make_consultant("Lili", "Gómez", alias="lili-gomez")
    Person.objects.filter(pk=lili.person.pk).update(edition="en-us")
    make_person("Ana", email="ana@correo.example")

    response = write(visitor)

    assert response.headers["Location"] == f"{FORM}?sent"
    assert "va en camino" in visitor.at(response.headers["Location"]).content.decode()
    message = ConsultantMessage.objects.get()
    # Whose address it is nobody proved.
    assert (message.consultant, message.person) == (lili, None)
    assert (message.phone, message.edition, message.base) == (
        "+573045351581",
        "es-co",
        "/@lili-gomez",
    )
    assert message.is_unread and "Lili Gómez" in message.consent_text
    received, confirmation = sorted(mail.outbox, key=lambda one: not one.reply_to)
    assert received.to == [lili.person.email] and received.reply_to == ["ana@correo.example"]
    assert received.subject == "Ana María Ñuñez wrote to you"
    assert f"http://testserver/en-us/account/messages/{message.public_id}/" in received.body
    assert "https://wa.me/573045351581" in received.alternatives[0][0]
    assert confirmation.to == ["ana@correo.example"]
    assert "http://testserver/@lili-gomez/es-co/" in confirmation.body
    assert "Lili Gómez tiene tu mensaje" in confirmation.subject
    # Whose address it is nobody knows: it gets nothing that a stranger typed.
    whole = confirmation.body + str(confirmation.alternatives)
    assert GOOD["message"].splitlines()[0] not in whole and GOOD["name"] not in whole


def test_one_sellers_message_never_reaches_another(lili, marta, visitor):
    write(visitor, path="/@marta-ruiz/es-co/escribir/")
    assert ConsultantMessage.objects.get().consultant == marta
    assert "@lili-gomez" not in "".join(one.body for one in mail.outbox)


BAD = [
    ("name", ""), ("name", "  "), ("name", "123"), ("name", "a" * 121), ("name", "a\x00b"),
    ("email", ""), ("email", "ana"), ("email", "a@b.co\nbcc: x@y.co"),
    ("email", "a@" + "b" * 260 + ".com"), ("phone", "call me"), ("phone", "1" * 60),
    ("message", ""), ("message", " \n "), ("message", "\u200b\u200b"), ("message", "x" * 5001),
    ("consent", ""), ("proof", "junk"), ("proof", "e30="), ("proof", "A" * 5000),
]  # fmt: skip


@pytest.mark.parametrize(("field", "value"), BAD)
def test_a_bad_value_is_refused_and_what_was_typed_stays(lili, visitor, field, value):
    response = write(visitor, **{field: value})

    html = response.content.decode()
    assert response.status_code == 200 and 'id="form-errors"' in html
    assert "no-store" in response.headers["Cache-Control"]
    assert "<title>Error:" in html
    assert not ConsultantMessage.objects.exists() and not mail.outbox
    for name in {"name", "email", "phone"} - {field}:
        assert f'value="{GOOD[name]}"' in html
    if field != "message":
        assert "¿Cuál crema me sirve?" in html


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", '"><img src=x>', "{{ settings.SECRET_KEY }}", "你好 🌿"]
)
def test_strange_words_are_kept_as_written_and_shown_as_text(lili, visitor, typed):
    write(visitor, message=typed, name=f"Ana {typed}"[:60])
    message = ConsultantMessage.objects.get()
    assert message.message == typed
    assert all("<script>alert" not in one.alternatives[0][0] for one in mail.outbox)
    visitor.force_login(lili.person.user)
    html = visitor.at(f"account/messages/{message.public_id}/").content.decode()
    assert "<script>alert" not in html and "<img src=x>" not in html


# --- Robots


def test_a_scripted_post_without_a_proof_sends_nothing(lili, visitor):
    response = write(visitor, proof="")
    assert response.headers["Location"] == CODE
    assert not ConsultantMessage.objects.exists()
    assert [one.to for one in mail.outbox] == [["ana@correo.example"]]


def test_a_proof_counts_once_and_a_second_press_does_no_harm(lili, marta, visitor):
    assert write(visitor).status_code == 302
    assert write(visitor).status_code == 302  # the very same message
    refused = write(visitor, message="Otra cosa")
    other = write(visitor, path="/@marta-ruiz/es-co/escribir/")

    assert ConsultantMessage.objects.count() == 1
    assert len(mail.outbox) == 2
    for response in (refused, other):
        assert response.status_code == 200 and 'id="form-errors"' in response.content.decode()


def test_a_robot_in_the_trap_is_thanked_and_forgotten(lili, visitor):
    response = write(visitor, website="https://spam.example", proof="")
    assert response.headers["Location"] == f"{FORM}?sent"
    assert not ConsultantMessage.objects.exists() and not mail.outbox


def test_with_the_captcha_off_the_trap_and_the_limit_remain(lili, visitor, settings):
    settings.VITRINA_CAPTCHA = "none"
    assert "data-captcha" not in visitor.at(FORM).content.decode()
    for number in range(5):
        assert write(visitor, proof="", message=f"Hola {number}").status_code == 302
    response = write(visitor, proof="")
    assert response.status_code == 429 and "¿Cuál crema" in response.content.decode()
    assert ConsultantMessage.objects.count() == 5
    assert write(visitor, website="x").status_code == 302
    assert ConsultantMessage.objects.count() == 5


def test_one_address_is_limited_from_everywhere(lili, visitor, settings):
    settings.VITRINA_CAPTCHA = "none"
    for number in range(5):
        visitor.defaults["REMOTE_ADDR"] = f"10.0.0.{number}"
        write(visitor, message=f"Hola {number}")
    visitor.defaults["REMOTE_ADDR"] = "10.0.0.99"
    assert write(visitor).status_code == 429
    assert write(visitor, email="otra@correo.example").status_code == 302


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}, {}]
)
def test_only_our_own_pages_may_post(lili, client, headers):
    data = {**GOOD, "proof": proof()}
    assert client.post(FORM, data, headers=headers).status_code == 403
    assert not ConsultantMessage.objects.exists()


# --- Without a script


def mailed_code() -> str:
    return re.search(r"\b(\d{3}) (\d{3})\b", mail.outbox[-1].body).expand(r"\1\2")


def test_without_a_script_a_mailed_code_sends_the_message(lili, visitor):
    cream = listed(product("Crema de noche", sku="T-N2"))
    ana = make_person("Ana", email="ana@correo.example")
    page = visitor.at(write(visitor, proof="", product=cream.pk).headers["Location"])
    assert "ana@correo.example" in page.content.decode()
    assert "/@lili-gomez/es-co/" in mail.outbox[0].body

    wrong = visitor.at(CODE, {"code": "000 000"})
    assert wrong.status_code == 200 and 'id="form-errors"' in wrong.content.decode()
    assert not ConsultantMessage.objects.exists()
    response = visitor.at(CODE, {"code": mailed_code()})

    assert response.headers["Location"] == f"{FORM}?sent"
    message = ConsultantMessage.objects.get()
    assert (message.product, message.message, message.consultant) == (cream, GOOD["message"], lili)
    assert message.person == ana  # who typed the code reads her mails
    # The code is used up, and its page with it.
    assert visitor.at(CODE).headers["Location"] == FORM


def test_another_mail_can_be_had_and_the_message_changed(lili, visitor):
    write(visitor, proof="")
    first = mailed_code()
    assert visitor.at(CODE, {"resend": "1"}).headers["Location"] == f"{CODE}?again"
    assert visitor.at(CODE, {"code": first}).status_code == 200
    changed = visitor.at(CODE, {"change": "1"}).content.decode()
    assert 'value="Ana María Ñuñez"' in changed and "¿Cuál crema me sirve?" in changed
    assert visitor.at(CODE, {"code": mailed_code()}).status_code == 302
    assert ConsultantMessage.objects.count() == 1


def test_a_code_works_in_its_browser_and_under_its_sellers_name_only(lili, marta, visitor):
    write(visitor, proof="")
    elsewhere = visitor.at("/@marta-ruiz/es-co/escribir/codigo/", {"code": mailed_code()})
    stranger = Shopper().at(CODE, {"code": mailed_code()})
    assert elsewhere.headers["Location"] == "/@marta-ruiz/es-co/escribir/"
    assert stranger.headers["Location"] == FORM
    assert not ConsultantMessage.objects.exists()


def test_an_expired_code_sends_nothing(lili, visitor):
    write(visitor, proof="")
    MailCode.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert visitor.at(CODE, {"code": mailed_code()}).status_code == 200
    assert not ConsultantMessage.objects.exists()


# --- Keeping and forgetting


def make_message(consultant, number=0, **fields):
    defaults = {"name": f"Ana {number}", "email": f"ana{number}@correo.example",
                "message": f"Hola {number}", "edition": "es-co", "base": ""}  # fmt: skip
    return ConsultantMessage.objects.create(consultant=consultant, **(defaults | fields))


def test_messages_are_kept_two_years(lili):
    old, recent = (make_message(lili, number) for number in range(2))
    ConsultantMessage.objects.filter(pk=old.pk).update(
        created_at=timezone.now() - timedelta(days=731)
    )
    forget_old_messages.func()
    assert list(ConsultantMessage.objects.all()) == [recent]


def test_who_wrote_gets_a_copy_and_is_forgotten(lili):
    ana = make_person("Ana", email="ana@correo.example")
    make_message(lili, email="Ana@correo.example")  # by whomever
    make_message(lili, email="vieja@correo.example", person=ana)
    kept = make_message(lili, 7)

    copies = exporters()["messages_to_consultants"](ana)

    assert [copy["email"] for copy in copies] == ["vieja@correo.example"]
    assert copies[0]["consultant"] == lili.code
    for _ in range(2):
        erasers()["messages_to_consultants"](ana)
    assert list(ConsultantMessage.objects.all()) == [kept]


def test_a_person_without_an_address_has_no_messages(lili):
    make_message(lili, email="")
    nobody = Person.objects.create(edition="es-co", source="load")
    assert exporters()["messages_to_consultants"](nobody) == []
    erasers()["messages_to_consultants"](nobody)
    assert ConsultantMessage.objects.count() == 1


# --- The consultant's inbox


@pytest.fixture
def lilis(lili) -> Shopper:
    browser = Shopper()
    browser.force_login(lili.person.user)
    return browser


def test_unread_messages_come_first_and_are_read_once_opened(lili, lilis):
    old = make_message(lili, 1)
    read = make_message(lili, 2, read_at=timezone.now())

    html = lilis.at("account/messages/").content.decode()
    tile = lilis.at("account/").content.decode()
    assert html.index("Ana 1") < html.index("Ana 2") and "1 mensaje nuevo" in tile
    detail = lilis.at(f"account/messages/{old.public_id}/").content.decode()

    old.refresh_from_db()
    assert old.read_at and "mailto:ana1@correo.example?subject=" in detail
    assert "wa.me" not in detail  # no phone, no chat
    lilis.at(f"account/messages/{read.public_id}/unread/", {})
    read.refresh_from_db()
    assert read.is_unread


def test_an_answer_begins_in_the_language_of_whoever_wrote(lili, lilis):
    message = make_message(lili, edition="en-us", product_title="Night cream & more")
    html = lilis.at(f"account/messages/{message.public_id}/").content.decode()
    assert "subject=Your%20message%20about%20Night%20cream%20%26%20more" in html
    assert "body=Hello%20Ana%200%2C" in html


def test_answered_is_marked_and_taken_back(lili, lilis):
    message = make_message(lili, phone="+573045351581")
    path = f"account/messages/{message.public_id}/"
    assert "https://wa.me/573045351581?text=Hola" in lilis.at(path).content.decode()
    lilis.at(f"{path}answered/", {})
    message.refresh_from_db()
    assert message.answered_at and message.read_at
    assert "Respondido" in lilis.at("account/messages/").content.decode()
    lilis.at(f"{path}unanswered/", {})
    message.refresh_from_db()
    assert message.answered_at is None


def test_a_long_inbox_has_pages_and_costs_the_same(lili, lilis, assert_max_queries):
    make_message(lili)
    lilis.at("account/messages/")
    with assert_max_queries(20) as few:
        lilis.at("account/messages/")
    for number in range(45):
        make_message(lili, number, phone="+573045351581", product_title="Crema")
    with assert_max_queries(len(few)):
        html = lilis.at("account/messages/").content.decode()
    assert "page=3" in html
    assert lilis.at("account/messages/?page=999").status_code == 200
    assert lilis.at("account/messages/?page=x").status_code == 200


# --- Staff


@pytest.fixture
def staff(client, django_user_model):
    client.force_login(
        django_user_model.objects.create_superuser("jefa@example.com", "una clave de prueba"),
    )
    return client


def test_staff_find_and_filter_all_messages(lili, marta, staff, assert_max_queries):
    make_message(lili, 1, message="Sobre la crema")
    make_message(marta, 2, read_at=timezone.now(), edition="es-mx")
    index = reverse("consultant_messages:index")

    def names(**query):
        html = staff.get(index, query).content.decode()
        return {name for name in ("Ana 1", "Ana 2") if name in html}

    assert names() == {"Ana 1", "Ana 2"}
    assert names(consultant="Gómez") == names(state="unread") == names(q="crema") == {"Ana 1"}
    assert names(consultant="1002") == names(market="mx") == {"Ana 2"}
    assert names(state="answered") == names(consultant="nobody %'") == set()
    inspected = staff.get(
        reverse("consultant_messages:inspect", args=[ConsultantMessage.objects.first().pk])
    )
    assert inspected.status_code == 200
    assert not re.search(r">\s*None\s*<", inspected.content.decode())
    with assert_max_queries(60) as few:
        staff.get(index)
    for number in range(30):
        make_message(make_consultant(f"Otra{number}"), number)
    with assert_max_queries(len(few)):
        staff.get(index)


def test_staff_reword_nothing(lili, staff):
    message = make_message(lili)
    edit = staff.post(reverse("consultant_messages:edit", args=[message.pk]), {"name": "Otra"})
    add = staff.get(reverse("consultant_messages:add"))
    assert edit.status_code in (302, 403) and add.status_code in (302, 403)
    message.refresh_from_db()
    assert message.name == "Ana 0"
