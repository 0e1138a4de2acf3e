"""Telling people from robots on public forms, without asking anybody anything (RG-07).

``VITRINA_CAPTCHA`` names the provider: ``altcha`` (a proof of work that the visitor's browser does
while they write) or ``none``. A form on a public page shows ``components/captcha.html``, and its
view asks ``check``:

    proof = captcha.check(request.POST)      # raises captcha.Refused
    if proof is None: ...                    # no script ran: prove it some other way
    save(proof=proof)                        # in a unique column: it counts once

Without a script nothing is sent, and the view falls back to a mailed code (``people.codes``).
Every form keeps its trap and its limit (``cms.throttle``) whatever the provider.
"""

from dataclasses import dataclass
from typing import Any, Protocol

from django.conf import settings
from django.http import Http404, JsonResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

# The field that components/captcha.html sends.
FIELD = "proof"
LONGEST_PROOF = 4000


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


@require_GET
def challenge(request):
    """A fresh challenge for ``static/js/captcha.js``."""
    response = JsonResponse(provider().challenge())
    response["Cache-Control"] = "private, no-store"
    return response
