from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from commerce.gateways.base import (
    Answer,
    Gateway,
    Movement,
    MovementKind,
    NextStep,
    Outcome,
    RefundRefused,
)
from commerce.gateways.models import DemoCharge, DemoRefund

OUTCOMES = {
    DemoCharge.State.OPEN: Outcome.OPEN,
    DemoCharge.State.PAID: Outcome.SUCCEEDED,
    DemoCharge.State.DECLINED: Outcome.DECLINED,
    DemoCharge.State.CANCELLED: Outcome.CANCELLED,
}


class DemoGateway(Gateway):
    """A provider that takes no money, for trying the shop out. Only development settings have it.

    It keeps books of its own (``DemoCharge``, ``DemoRefund``) and sends the shopper to a page
    where they play the bank: pay, decline, or walk away. Where a provider takes money online, also
    one that is played on this machine, it is not offered.
    """

    code = "demo"
    default_name = _("Demo payment")
    is_rehearsal = True
    has_books = True

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

    @transaction.atomic
    def refund(self, payment, *, amount, idempotency_key):
        charge = DemoCharge.objects.filter(
            idempotency_key=payment.idempotency_key, state=DemoCharge.State.PAID
        )
        given = DemoRefund.objects.filter(idempotency_key=idempotency_key).first()
        if given is None:
            # One statement says whether so much is left.
            if not charge.filter(refunded__lte=F("amount") - amount).update(
                refunded=F("refunded") + amount
            ):
                raise RefundRefused("more than was paid")
            given = DemoRefund.objects.create(
                charge=charge.get(), idempotency_key=idempotency_key, amount=amount
            )
        return given.reference

    def movements(self, *, since, until):
        moved = {"moved_at__gte": since, "moved_at__lt": until}
        for charge in DemoCharge.objects.filter(state=DemoCharge.State.PAID, **moved).iterator():
            yield Movement(
                kind=MovementKind.PAYMENT,
                reference=str(charge.reference),
                amount=charge.amount,
                currency=charge.currency,
                at=charge.moved_at,
                payment_key=str(charge.idempotency_key),
            )
        for given in DemoRefund.objects.filter(**moved).select_related("charge").iterator():
            yield Movement(
                kind=MovementKind.REFUND,
                reference=given.reference,
                amount=given.amount,
                currency=given.charge.currency,
                at=given.moved_at,
                payment_reference=str(given.charge.reference),
                payment_key=str(given.charge.idempotency_key),
                refund_key=str(given.idempotency_key),
            )

    @staticmethod
    def _answer(charge) -> Answer:
        declined = charge.state == DemoCharge.State.DECLINED
        return Answer(
            OUTCOMES[charge.state],
            reference=str(charge.reference),
            failure_code="card_declined" if declined else "",
        )
