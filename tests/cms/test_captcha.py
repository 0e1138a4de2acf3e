"""The proof of work on public forms: done by a browser once, and worth nothing otherwise."""

import base64
import json
from datetime import timedelta

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.utils import timezone

from cms import captcha
from config.checks import captcha_is_known


def solved(challenge: dict) -> str:
    """What a browser sends after its work."""
    parsed = Challenge.from_dict(challenge)
    return Payload(challenge=parsed, solution=solve_challenge(parsed)).to_base64()


def changed(proof: str, **parameters) -> str:
    data = json.loads(base64.b64decode(proof))
    data["challenge"]["parameters"].update(parameters)
    return base64.b64encode(json.dumps(data).encode()).decode()


@pytest.fixture(autouse=True)
def _little_work(monkeypatch):
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
