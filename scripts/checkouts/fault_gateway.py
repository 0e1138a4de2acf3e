"""The shop's side of the faulty bank: a gateway over HTTP, as a real one would be."""

import json
import os
import urllib.error
import urllib.request

from commerce.gateways.base import (
    Answer,
    Gateway,
    GatewayUnavailable,
    NextStep,
    Outcome,
    RefundRefused,
)

OUTCOMES = {
    "open": Outcome.OPEN,
    "succeeded": Outcome.SUCCEEDED,
    "declined": Outcome.DECLINED,
    "cancelled": Outcome.CANCELLED,
}
BANK = f"http://127.0.0.1:{os.environ.get('FAULT_BANK_PORT', '0')}"


def ask(name: str, **asked) -> dict:
    """One call. Raises GatewayUnavailable where the bank does not answer, or not well."""
    request = urllib.request.Request(f"{BANK}/{name}", json.dumps(asked).encode(), method="POST")
    try:
        with urllib.request.urlopen(request, timeout=3) as answer:
            return json.loads(answer.read())
    except (OSError, urllib.error.URLError, ValueError) as error:
        raise GatewayUnavailable(str(error)) from None


class FaultGateway(Gateway):
    code = "fault"
    default_name = "Faulty bank"

    def begin(self, payment, *, return_url):
        key = str(payment.idempotency_key)
        said = ask("begin", key=key, amount=str(payment.amount))
        step = NextStep(kind="redirect", url=f"{BANK}/pay?key={key}&back={return_url}")
        return self._answer(said, Outcome.OPEN), step

    def look_up(self, payment):
        return self._answer(ask("look_up", key=str(payment.idempotency_key)), Outcome.OPEN)

    def cancel(self, payment):
        return self._answer(ask("cancel", key=str(payment.idempotency_key)), Outcome.CANCELLED)

    def refund(self, payment, *, amount, idempotency_key):
        said = ask(
            "refund",
            key=str(payment.idempotency_key),
            refund_key=str(idempotency_key),
            amount=str(amount),
        )
        if "refused" in said:
            raise RefundRefused(said["refused"])
        return f"re-{idempotency_key}"

    @staticmethod
    def _answer(said: dict, unknown: Outcome) -> Answer:
        return Answer(OUTCOMES.get(said["state"], unknown), reference=said.get("reference", ""))
