"""Telling people from robots on public forms (RG-07).

``VITRINA_CAPTCHA`` names the provider: ``altcha`` (a proof of work that the visitor's browser does
while they write, without asking anybody anything) or ``none``. A form shows
``components/captcha.html``, and its view asks once everything else is right:

    if form.is_valid() and captcha.lets_pass(request.POST, form): ...

Where no script ran, no proof comes. Then the form is shown again with a question of arithmetic
(``Question``; a page that is not kept for everybody asks it at once), so that a person passes
without JavaScript and a script that posts the form does not. Who keeps the proof in a unique
column, or falls back to something else, asks ``check``.
Every form keeps its trap and its limit (``web.throttle``, ``people.codes``) whatever the provider:
a script that was written for one of our forms can do the sum, and is stopped by the limit.
"""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any, Protocol

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import Http404, JsonResponse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

# The fields that components/captcha.html sends.
FIELD = "proof"
ANSWER, QUESTION = "captcha_answer", "captcha_question"
LONGEST_PROOF = 4000
HOUR = 3600


class Refused(Exception):
    """What the browser sent proves nothing: junk, forged, or too old. ``message`` says so."""

    message = _("We couldn't verify your browser. Send the form again.")


@dataclass(frozen=True)
class Proof:
    """Somebody's browser did the work. ``id`` is the same whenever this proof is sent again."""

    id: str


class Provider(Protocol):
    """What a captcha does. One object serves all requests."""

    # Whether a form must show something for it, and a missing proof means anything.
    is_on: bool

    def challenge(self) -> dict[str, Any]:
        """What the visitor's browser is to solve, as JSON."""

    def verify(self, sent: str) -> Proof:
        """Raises Refused."""


class NoCaptcha:
    """Everybody passes: the trap and the limits are all there is."""

    is_on = False

    def challenge(self) -> dict[str, Any]:
        raise Http404

    def verify(self, sent: str) -> Proof:
        return Proof("")


class Altcha:
    """Proof of work by ALTCHA's protocol, made and checked here: no service is asked.

    About 256 tries of 5,000 rounds of PBKDF2: half a second of a laptop, two of an old phone,
    and so much of a robot's for each message.
    """

    is_on = True
    cost, key_prefix, seconds = 5000, "00", 600

    def _secret(self) -> str:
        return salted_hmac("cms.captcha", "altcha", algorithm="sha256").hexdigest()

    def challenge(self) -> dict[str, Any]:
        from altcha_django.challenge import ChallengeConfig, build_challenge

        config = ChallengeConfig(
            cost=self.cost, key_prefix=self.key_prefix, expires_seconds=self.seconds
        )
        return build_challenge(hmac_secret=self._secret(), config=config).to_dict()

    def verify(self, sent: str) -> Proof:
        from altcha_django.verifiers.local import LocalVerifier

        if len(sent) > LONGEST_PROOF:
            raise Refused
        try:
            result = LocalVerifier(hmac_secret=self._secret()).verify(sent)
        except RecursionError:  # JSON nested too deeply, which altcha-django 1.1 lets through
            raise Refused from None
        if not result.verified or not result.replay_id:
            raise Refused
        return Proof(result.replay_id)


PROVIDERS: dict[str, Provider] = {"altcha": Altcha(), "none": NoCaptcha()}


def provider() -> Provider:
    """The one that the settings name. Raises KeyError for a name that nobody knows."""
    return PROVIDERS[settings.VITRINA_CAPTCHA]


def check(data) -> Proof | None:
    """The proof among the fields of a form; None where the form was sent without one.

    Raises Refused. With the provider off every form passes, with an empty id. That a proof is
    used once is for the caller to make sure of, in the transaction that uses it.
    """
    current = provider()
    if not current.is_on:
        return current.verify("")
    sent = data.get(FIELD, "")
    return current.verify(sent) if sent else None


@dataclass(frozen=True)
class Question:
    """What is asked of whoever came without a proof. ``token`` goes along with the answer: it is
    good for one answer, within an hour, and does not tell which one is right."""

    text: str
    token: str

    @classmethod
    def new(cls) -> "Question":
        first, second = (secrets.randbelow(8) + 2 for _number in range(2))
        once = secrets.token_hex(8)
        token = signing.dumps([once, _mark(once, first + second)], salt="people.captcha")
        text = gettext("How much is %(first)d + %(second)d?") % {"first": first, "second": second}
        return cls(text, token)


def _mark(once: str, answer: int | str) -> str:
    return salted_hmac(
        "people.captcha.question", f"{once}:{answer}", algorithm="sha256"
    ).hexdigest()


def _is_answered(data) -> bool:
    """Whether the question that came along is answered, for the first time."""
    try:
        once, mark = signing.loads(data.get(QUESTION, ""), salt="people.captcha", max_age=HOUR)
    except (signing.BadSignature, TypeError, ValueError):
        return False
    typed = data.get(ANSWER, "").strip()
    answer = int(typed) if typed.isdecimal() and len(typed) < 5 else ""
    return cache.add(f"captcha-question:{once}", 1, timeout=HOUR) and constant_time_compare(
        mark, _mark(once, answer)
    )


def _is_spent(proof: Proof, data) -> bool:
    """Whether the proof paid for another form already; an impatient second press of the same one
    is no other. Without a shared cache each process knows for itself."""
    if not proof.id:
        return False
    said = sorted((key, data.getlist(key)) for key in data if key != "csrfmiddlewaretoken")
    digest = hashlib.sha256(repr(said).encode()).hexdigest()
    key = f"captcha-proof:{hashlib.sha256(proof.id.encode()).hexdigest()}"
    return not cache.add(key, digest, timeout=HOUR) and cache.get(key) != digest


def lets_pass(data, form) -> bool:
    """Whether a valid form may be taken. Where it may not, its errors say why, and
    ``form.question`` is what ``components/captcha.html`` asks."""
    try:
        proof = check(data)
        if proof is not None:
            if not _is_spent(proof, data):
                return True
            raise Refused
    except Refused as refused:
        form.add_error(None, refused.message)
        return False
    if _is_answered(data):
        return True
    form.question = Question.new()
    form.add_error(None, _("Answer the question at the end, so that we know you are no robot."))
    return False


@require_GET
def challenge(request):
    """A fresh challenge for ``static/js/captcha.js``."""
    response = JsonResponse(provider().challenge())
    response["Cache-Control"] = "private, no-store"
    return response
