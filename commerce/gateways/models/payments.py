"""Payments as we know them. The provider's answer counts; these rows remember it."""

import uuid
from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..querysets import PaymentQuerySet


class Payment(models.Model):
    """Money asked for an order, by one gateway: an attempt at all that is owed, or a part of it.

    An order may have several, one after the other: at most one is open at a time (a constraint
    says so). What they come to together is ``gateways.of_order``.
    """

    class State(models.TextChoices):
        CREATED = "created", _("Not started")
        # Written before the provider is asked: from here on it may know of the payment, whatever
        # becomes of our call.
        STARTING = "starting", _("Being started")
        PENDING = "pending", _("Awaiting payment")
        DUE = "due", _("Due on delivery")
        SUCCEEDED = "succeeded", _("Paid")
        FAILED = "failed", _("Declined")
        CANCELLED = "cancelled", _("Canceled")
        REFUNDED = "refunded", _("Refunded")

    # What may still bring money and is not settled; the provider may have it or not.
    UNSETTLED = (State.CREATED, State.STARTING, State.PENDING, State.FAILED, State.CANCELLED)
    # Money came. Once it did, only a refund changes the payment.
    PAID = (State.SUCCEEDED, State.REFUNDED)

    order = models.ForeignKey(
        "order.Order", verbose_name=_("Order"), related_name="payments", on_delete=models.CASCADE
    )
    gateway = models.SlugField(_("Gateway"))
    amount = models.DecimalField(_("Amount"), max_digits=12, decimal_places=2)
    currency = models.CharField(_("Currency"), max_length=3)
    state = models.CharField(_("State"), max_length=12, choices=State, default=State.CREATED)
    # What is given back or on its way back: the sum of the refunds that were not refused.
    refunded = models.DecimalField(_("Refunded"), max_digits=12, decimal_places=2, default=0)
    # Sent with every call to the provider, so that a repeated call is the same call.
    idempotency_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    provider_reference = models.CharField(
        _("Provider's reference"), max_length=255, blank=True, db_index=True
    )
    # When we heard that its money came; empty until then, and for what came before this was kept.
    came_at = models.DateTimeField(_("Came"), null=True, blank=True, editable=False)
    # The shopper went for the money and may take until then (``base.Answer``).
    waits_until = models.DateTimeField(
        _("Can be paid until"), null=True, blank=True, editable=False
    )
    # The provider's names of the tries that it declined (``base.Answer.attempts``): each counts
    # once, and as often is the order tried (``orders.attempt_limit``).
    declines = models.JSONField(default=list, blank=True, editable=False)
    # Why the provider declined, in its own code; never shown raw to a shopper.
    failure_code = models.CharField(max_length=80, blank=True)
    # When we gave the payment up (its order ended, or is paid another way), and when the provider
    # is asked again whether money came all the same (``services.plan_next_check``). What a payment
    # brings after it was given up goes back, unless its order can still use it.
    closed_at = models.DateTimeField(_("Closed"), null=True, blank=True, editable=False)
    check_at = models.DateTimeField(
        _("Checked again"), null=True, blank=True, editable=False, db_index=True
    )
    # What the cardholder's bank has taken back: the sum of the disputes that are not won.
    disputed = models.DecimalField(_("Disputed"), max_digits=12, decimal_places=2, default=0)
    created_at = models.DateTimeField(_("Created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("Updated"), auto_now=True)

    objects = PaymentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("Payment")
        verbose_name_plural = _("Payments")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(refunded__gte=0, refunded__lte=models.F("amount")),
                name="gateways_never_refund_more_than_paid",
            ),
            models.CheckConstraint(
                condition=models.Q(refunded=0) | models.Q(state__in=["succeeded", "refunded"]),
                name="gateways_refund_only_what_came",
            ),
            models.UniqueConstraint(
                fields=["order"],
                condition=models.Q(
                    closed_at=None,
                    state__in=["created", "starting", "pending", "failed", "cancelled"],
                ),
                name="gateways_one_open_payment_per_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.amount} {self.currency}"

    @property
    def is_open(self) -> bool:
        """Whether the shopper may still pay it: it is neither settled nor given up."""
        return self.closed_at is None and self.state in self.UNSETTLED

    @property
    def was_asked(self) -> bool:
        """Whether its provider may know of it: then only the provider can stop it."""
        return self.state != self.State.CREATED

    @property
    def has_come(self) -> bool:
        """Whether its money came, also where it went back since."""
        return self.state in self.PAID

    @property
    def refundable(self) -> Decimal:
        """What came and is neither given back nor on its way back, nor taken back by a bank."""
        if self.state != self.State.SUCCEEDED:
            return Decimal(0)
        return max(self.amount - self.refunded - self.disputed, Decimal(0))


class Refund(models.Model):
    """Money given back, whole or in part, in the payment's currency.

    Asked for in the transaction that decides it, sent by a task that repeats the same call with
    the same key until the provider has answered (``gateways.refunds.send_refund``).
    """

    class State(models.TextChoices):
        ASKED = "asked", _("On its way")
        # The provider was asked and we do not know what became of it: asked again, same key.
        SENT = "sent", _("Sent to the provider")
        DONE = "done", _("Given back")
        REFUSED = "refused", _("Declined by the provider")

    class Cause(models.TextChoices):
        """What staff choose from; "" where the shop decided (an order that ended, paid twice)."""

        DAMAGED = "damaged", _("Arrived damaged")
        MISSING = "missing", _("Something was missing")
        WRONG = "wrong", _("Wrong product")
        LATE = "late", _("Arrived late or never")
        RETURNED = "returned", _("Sent back")
        PRICE = "price", _("Wrong price or shipping")
        GOODWILL = "goodwill", _("Goodwill")
        OTHER = "other", _("Another reason")

    payment = models.ForeignKey(
        Payment, verbose_name=_("Payment"), related_name="refunds", on_delete=models.PROTECT
    )
    amount = models.DecimalField(
        _("Amount"), max_digits=12, decimal_places=2, validators=[MinValueValidator(0)]
    )
    cause = models.CharField(_("Cause"), max_length=10, choices=Cause, blank=True)
    reason = models.CharField(_("Reason"), max_length=255, blank=True)
    # Units of the order's lines whose money it is: ``{primary key: quantity}``. Of a refund that is
    # several rows, on the first.
    units = models.JSONField(default=dict, blank=True)
    # How much of the order's shipping price it gives back with them; on the same row.
    shipping = models.DecimalField(_("Shipping"), max_digits=12, decimal_places=2, default=0)
    state = models.CharField(_("State"), max_length=8, choices=State, default=State.ASKED)
    # Why the provider refused, in its own words; for staff.
    failure = models.CharField(_("Why not"), max_length=255, blank=True)
    idempotency_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    provider_reference = models.CharField(max_length=255, blank=True)
    by = models.ForeignKey(
        "people.User", related_name="+", null=True, blank=True, on_delete=models.SET_NULL
    )
    created_at = models.DateTimeField(_("When"), auto_now_add=True)
    settled_at = models.DateTimeField(_("Settled"), null=True, blank=True)

    class Meta:
        verbose_name = _("Refund")
        verbose_name_plural = _("Refunds")

    @property
    def is_open(self) -> bool:
        """Whether the provider's answer is still to come."""
        return self.state in (self.State.ASKED, self.State.SENT)

    def __str__(self) -> str:
        return f"{self.amount} {self.payment.currency}"


class GatewayEvent(models.Model):
    """The inbox of provider notifications: each event is taken once, in any order, any number
    of times. The row only says "look again"; what happened is asked of the provider.

    An event whose payment is not found stays open, is looked at again, and is reported.
    """

    gateway = models.SlugField(_("Gateway"))
    event_id = models.CharField(_("Event id"), max_length=255)
    reference = models.CharField(_("Provider's reference"), max_length=255, blank=True)
    # Our own key, where the provider carries it: it finds the payment even before we know the
    # provider's reference.
    payment_key = models.UUIDField(null=True, blank=True)
    payload = models.JSONField(default=dict)
    received_at = models.DateTimeField(_("Received"), auto_now_add=True)
    handled_at = models.DateTimeField(_("Handled"), null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = _("Gateway event")
        verbose_name_plural = _("Gateway events")
        constraints = [
            models.UniqueConstraint(fields=["gateway", "event_id"], name="gateways_event_once")
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.event_id}"
