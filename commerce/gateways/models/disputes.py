"""What cardholders dispute. The provider's answer counts; these rows remember it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..base import DisputeState
from .payments import Payment


class Dispute(models.Model):
    """What a cardholder told their bank of a payment. The provider's answer counts
    (``disputes.write_down``); this row remembers it."""

    class State(models.TextChoices):
        OPEN = DisputeState.OPEN, _("Waits for our answer")
        REVIEW = DisputeState.REVIEW, _("The bank is deciding")
        WON = DisputeState.WON, _("Won")
        LOST = DisputeState.LOST, _("Lost")

    OPEN_STATES = (State.OPEN, State.REVIEW)

    payment = models.ForeignKey(
        Payment, verbose_name=_("Payment"), related_name="disputes", on_delete=models.PROTECT
    )
    # The provider's name of it.
    reference = models.CharField(_("Reference"), max_length=255)
    state = models.CharField(_("State"), max_length=8, choices=State)
    amount = models.DecimalField(_("Amount"), max_digits=12, decimal_places=2)
    is_withdrawn = models.BooleanField(_("Money was taken back"), default=False)
    reason = models.CharField(_("Reason"), max_length=80, blank=True)
    opened_at = models.DateTimeField(_("Opened"))
    answer_until = models.DateTimeField(_("Answer by"), null=True, blank=True)
    updated_at = models.DateTimeField(_("Updated"), auto_now=True)

    class Meta:
        ordering = ["opened_at", "pk"]
        verbose_name = _("Dispute")
        verbose_name_plural = _("Disputes")
        constraints = [
            models.UniqueConstraint(fields=["payment", "reference"], name="gateways_dispute_once")
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.get_state_display()}"
