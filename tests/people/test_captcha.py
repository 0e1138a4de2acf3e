"""The proof of work on public forms: done by a browser once, and worth nothing otherwise."""

import base64
import json
import re
from datetime import timedelta

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.utils import timezone

from cms.models import FormSubmission
from config.checks import captcha_is_known
from corporate.models import ContactMessage
from people import captcha
from people.models import MailCode, Person
from tests.cms.factories import make_contact_page, make_page
from tests.cms.test_forms import FORM, OURS, answers
from tests.corporate.test_contact import write


def solved(challenge: dict) -> str:
    """What a browser sends after its work."""
    parsed = Challenge.from_dict(challenge)
    return Payload(challenge=parsed, solution=solve_challenge(parsed)).to_base64()


def changed(proof: str, **parameters) -> str:
    data = json.loads(base64.b64decode(proof))
    data["challenge"]["parameters"].update(parameters)
    return base64.b64encode(json.dumps(data).encode()).decode()


@pytest.fixture(autouse=True)
def _little_work(monkeypatch, captcha_on):
    """A sixteenth of what a browser does, in Python, where it takes long."""
    monkeypatch.setattr(captcha.Altcha, "key_prefix", "0")


@pytest.fixture
def challenge(client, db):
    return client.get("/es-co/captcha/").json()


def test_a_solved_challenge_is_a_proof_and_each_has_its_own_id(challenge, client):
    other = client.get("/es-co/captcha/").json()

    first, again = (captcha.check({"proof": solved(challenge)}) for _ in range(2))

    assert first.id and first == again != captcha.check({"proof": solved(other)})


def test_a_challenge_is_never_kept_by_a_cache(client, db):
    assert "no-store" in client.get("/es-co/captcha/").headers["Cache-Control"]
    assert client.post("/es-co/captcha/").status_code == 405


def test_without_a_script_there_is_no_proof():
    assert captcha.check({}) is None and captcha.check({"proof": ""}) is None


JUNK = ["x", "{}", "e30=", "bnVsbA==", "W10=", "\x00", "é" * 40, "A" * 5000, "ey" * 900,
        base64.b64encode(b'{"challenge": {"parameters": {}}, "solution": {}}').decode(),
        base64.b64encode(b"[" * 2000).decode()]  # fmt: skip


@pytest.mark.parametrize("junk", JUNK)
def test_junk_is_refused(junk):
    with pytest.raises(captcha.Refused):
        captcha.check({"proof": junk})


@pytest.mark.parametrize(
    "parameters",
    [{"keyPrefix": ""}, {"cost": 1}, {"expiresAt": 4102444800}, {"nonce": "00" * 16}, {"data": {}}],
)
def test_whoever_makes_the_work_easier_is_refused(challenge, parameters):
    with pytest.raises(captcha.Refused):
        captcha.check({"proof": changed(solved(challenge), **parameters)})


def test_an_unsolved_or_unsigned_challenge_is_refused(challenge):
    for sent in (
        {"challenge": challenge, "solution": {"counter": 0, "derivedKey": "00" * 32}},
        {"challenge": {**challenge, "signature": ""}, "solution": {"counter": 0}},
    ):
        with pytest.raises(captcha.Refused):
            captcha.check({"proof": base64.b64encode(json.dumps(sent).encode()).decode()})


def test_an_old_proof_is_refused(monkeypatch):
    altcha = captcha.Altcha()
    altcha.seconds = 1
    proof = solved(altcha.challenge())
    later = (timezone.now() + timedelta(minutes=1)).timestamp()
    monkeypatch.setattr("altcha.v2.time.time", lambda: later)
    with pytest.raises(captcha.Refused):
        captcha.check({"proof": proof})


def test_with_the_provider_off_everybody_passes(settings, client, db):
    settings.VITRINA_CAPTCHA = "none"
    assert captcha.check({"proof": "junk"}).id == ""
    assert client.get("/es-co/captcha/").status_code == 404


def test_a_provider_that_nobody_knows_is_found_by_check(settings):
    assert captcha_is_known(None) == []
    settings.VITRINA_CAPTCHA = "turnstyle"
    assert [error.id for error in captcha_is_known(None)] == ["vitrina.E004"]


# --- The forms that ask for it


def sign_up(client, **changed):
    form = {
        "first_name": "Ana",
        "last_name": "Díaz",
        "email": "ana@correo.example",
        "password": "una-clave-larga-7",
        "terms": "on",
    }
    return client.post("/es-co/account/signup/", form | changed)


def question_of(response) -> dict:
    """The answer that a person types, and the token that the page sends along."""
    html = response.content.decode()
    first, second = re.search(r"¿Cuánto es (\d+) \+ (\d+)\?", html).groups()
    token = re.search(r'name="captcha_question" value="([^"]+)"', html).group(1)
    return {"captcha_answer": str(int(first) + int(second)), "captcha_question": token}


def test_a_script_that_posts_the_registration_is_refused(client, db):
    response = sign_up(client)

    assert response.status_code == 200
    assert "Responde la pregunta" in response.content.decode()
    assert not MailCode.objects.exists() and not Person.objects.exists()


def test_a_browser_that_did_its_work_registers(client, challenge):
    response = sign_up(client, proof=solved(challenge))

    assert response.headers["Location"] == "/es-co/account/code/"
    assert MailCode.objects.get().email == "ana@correo.example"


def test_a_person_without_javascript_answers_a_question_and_registers(client, db):
    asked = question_of(sign_up(client))

    response = sign_up(client, **asked)

    assert response.headers["Location"] == "/es-co/account/code/"


@pytest.mark.parametrize("typed", ["99", "", "doce", "-3", "9" * 30, "\x00", "²"])
def test_a_wrong_answer_is_asked_anew(client, db, typed):
    asked = question_of(sign_up(client))

    wrong = sign_up(client, **(asked | {"captcha_answer": typed}))

    assert question_of(wrong)["captcha_question"] != asked["captcha_question"]
    assert not MailCode.objects.exists()
    # And the right one comes too late for that question.
    assert sign_up(client, **asked).status_code == 200


@pytest.mark.parametrize("token", ["", "x", "x:y:z", "\x00"])
def test_a_question_that_we_did_not_ask_counts_for_nothing(client, db, token):
    answer = sign_up(client, captcha_answer="12", captcha_question=token)
    assert answer.status_code == 200 and not MailCode.objects.exists()


def test_a_proof_or_an_answer_pays_for_one_form(client, challenge):
    proof, asked = solved(challenge), question_of(sign_up(client))
    for paid in ({"proof": proof}, asked):
        assert sign_up(client, **paid).status_code == 302
        assert sign_up(client, email="eva@correo.example", **paid).status_code == 200
    # A second press of the same form is no second form.
    assert sign_up(client, proof=proof).status_code == 302
    assert not MailCode.objects.filter(email="eva@correo.example").exists()


@pytest.mark.parametrize("path", ["login/code/", "password/reset/"])
def test_what_mails_a_code_asks_for_it_too(client, challenge, path):
    url = f"/es-co/account/{path}"
    assert client.post(url, {"email": "ana@correo.example"}).status_code == 200
    assert not MailCode.objects.exists()

    sent = client.post(url, {"email": "ana@correo.example", "proof": solved(challenge)})

    assert sent.status_code == 302 and MailCode.objects.exists()


def test_the_contact_page_asks_for_it_too(client, challenge):
    make_contact_page()

    assert write(client).status_code == 200
    assert not ContactMessage.objects.exists()
    asked = question_of(write(client))
    assert write(client, **asked).status_code == 302
    assert write(client, proof=solved(challenge)).status_code == 302
    assert ContactMessage.objects.count() == 2


def test_a_form_on_a_page_asks_for_it_too(client, challenge):
    page = make_page("Taller", "taller", body=[("form", FORM)])
    typed = answers(page.body[0].id)

    def send(**proven):
        return client.post("/es-co/taller/", typed | proven, headers=OURS)

    refused = send()
    assert refused.status_code == 200 and not FormSubmission.objects.exists()
    assert send(**question_of(refused)).status_code == 302
    assert send(proof=solved(challenge)).status_code == 302


def test_with_the_provider_off_forms_work_and_keep_their_trap(client, db, settings):
    settings.VITRINA_CAPTCHA = "none"
    make_contact_page()

    assert "data-captcha" not in client.get("/es-co/account/signup/").content.decode()
    assert sign_up(client).status_code == 302
    assert write(client).status_code == 302
    assert write(client, website="http://robot.example").status_code == 302
    assert ContactMessage.objects.count() == 1
