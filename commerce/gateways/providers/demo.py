from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commerce.gateways.base import (
    Answer,
    Gateway,
    NextStep,
    Outcome,
    RefundRefused,
)
from commerce.gateways.models import DemoCharge

OUTCOMES = {
    DemoCharge.State.OPEN: Outcome.OPEN,
    DemoCharge.State.PAID: Outcome.SUCCEEDED,
    DemoCharge.State.DECLINED: Outcome.DECLINED,
    DemoCharge.State.CANCELLED: Outcome.CANCELLED,
}


class DemoGateway(Gateway):
    """A provider that takes no money, for trying the shop out. Only development settings have it.

    It keeps books of its own (``DemoCharge``) and sends the shopper to a page where they play
    the bank: pay, decline, or walk away.
    """

    code = "demo"
    default_name = _("Demo payment")

    def begin(self, payment, *, return_url):
        charge, _created = DemoCharge.objects.get_or_create(
            idempotency_key=payment.idempotency_key,
            defaults={
                "amount": payment.amount,
                "currency": payment.currency,
                "return_url": return_url,
            },
        )
        if charge.state == DemoCharge.State.DECLINED:
            # A new attempt of the same payment, as with a card intent.
            DemoCharge.objects.filter(pk=charge.pk, state=charge.state).update(
                state=DemoCharge.State.OPEN
            )
            charge.refresh_from_db()
        step = NextStep(
            kind="redirect", url=reverse("gateways:demo", kwargs={"reference": charge.reference})
        )
        return self._answer(charge), step

    def look_up(self, payment):
        charge = DemoCharge.objects.filter(idempotency_key=payment.idempotency_key).first()
        return self._answer(charge) if charge else Answer(Outcome.OPEN)

    def cancel(self, payment):
        charges = DemoCharge.objects.filter(idempotency_key=payment.idempotency_key)
        # The bank decides in one statement: paid or cancelled, never both.
        charges.exclude(state=DemoCharge.State.PAID).update(state=DemoCharge.State.CANCELLED)
        charge = charges.first()
        return self._answer(charge) if charge else Answer(Outcome.CANCELLED)

    def refund(self, payment, *, amount, idempotency_key):
        updated = DemoCharge.objects.filter(
            idempotency_key=payment.idempotency_key,
            state=DemoCharge.State.PAID,
            refunded__lte=F("amount") - amount,
        ).update(refunded=F("refunded") + amount)
        if not updated:
            raise RefundRefused("more than was paid")
        return f"demo-refund-{idempotency_key}"

    @staticmethod
    def _answer(charge) -> Answer:
        declined = charge.state == DemoCharge.State.DECLINED
        return Answer(
            OUTCOMES[charge.state],
            reference=str(charge.reference),
            failure_code="card_declined" if declined else "",
        )
