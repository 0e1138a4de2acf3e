"""Payments as we know them. The provider's answer counts; these rows remember it."""

import uuid
from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from markets.fields import MarketField
from markets.regions import InRegions

from .querysets import PaymentQuerySet
from .registry import gateway_name


class PaymentMethod(InRegions):
    """A gateway offered in a market. ``hold_minutes`` is how long stock waits for the money.

    Regions are those that the order goes to: no courier takes cash everywhere.
    """

    market = MarketField()
    gateway = models.SlugField(_("Gateway"))
    hold_minutes = models.PositiveIntegerField(
        _("Holds stock for (minutes)"), default=60, validators=[MinValueValidator(5)]
    )
    fee = models.DecimalField(
        _("Fee"),
        help_text=_("What cash on delivery adds to an order. 0: nothing."),
        max_digits=12,
        decimal_places=2,
        default=0,
        validators=[MinValueValidator(0)],
    )
    is_active = models.BooleanField(_("Active"), default=True)
    position = models.PositiveSmallIntegerField(_("Order"), default=0)

    class Meta:
        ordering = ["market", "position", "pk"]
        verbose_name = _("Payment method")
        verbose_name_plural = _("Payment methods")
        constraints = [
            models.UniqueConstraint(
                fields=["market", "gateway"], name="gateways_method_once_per_market"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_market_display()}: {gateway_name(self.gateway)}"


class PaymentMethodCopy(TranslatableMixin, models.Model):
    """What a payment method is called, and what to do with it, in one language."""

    method = models.ForeignKey(
        PaymentMethod, verbose_name=_("Method"), related_name="copies", on_delete=models.CASCADE
    )
    name = models.CharField(_("Name"), max_length=80)
    note = models.CharField(_("Note"), max_length=160, blank=True)
    instructions = RichTextField(
        _("Instructions"),
        features=["bold", "italic", "ul", "ol"],
        blank=True,
        help_text=_("Shown and emailed with the order: where to transfer, what to have ready."),
    )

    translatable_fields = [
        SynchronizedField("method"),
        TranslatableField("name"),
        TranslatableField("note"),
        TranslatableField("instructions"),
    ]
    panels = [FieldPanel("name"), FieldPanel("note"), FieldPanel("instructions")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("Payment method's text")
        verbose_name_plural = _("Payment methods' texts")
        constraints = [
            models.UniqueConstraint(
                fields=["method", "locale"], name="gateways_method_copy_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.name


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
        """What came and is neither given back nor on its way back."""
        return self.amount - self.refunded if self.state == self.State.SUCCEEDED else Decimal(0)


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


class RefusedKeys(models.Model):
    """Keys of a market that a provider does not take: told once, until it takes them again
    (``gateways.keys``)."""

    gateway = models.SlugField(_("Gateway"))
    market = MarketField()
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gateway", "market"], name="gateways_keys_refused_once")
        ]

    def __str__(self) -> str:
        return f"{self.gateway} {self.market}"


class DemoCharge(models.Model):
    """The demo gateway's own books: what a real provider would keep on its side.

    Written only by the demo pay page and read only by the demo gateway, so that the shop
    cannot tell it from a provider across the network.
    """

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        PAID = "paid", _("Paid")
        DECLINED = "declined", _("Declined")
        CANCELLED = "cancelled", _("Canceled")

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    idempotency_key = models.UUIDField(unique=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    refunded = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    currency = models.CharField(max_length=3)
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    return_url = models.CharField(max_length=500)
    # When it was begun, and from then on when it was paid.
    moved_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("Demo charge")
        verbose_name_plural = _("Demo charges")

    def __str__(self) -> str:
        return str(self.reference)


class DemoRefund(models.Model):
    """What the demo gateway gave back of a charge: once for each key."""

    charge = models.ForeignKey(DemoCharge, related_name="refunds", on_delete=models.CASCADE)
    idempotency_key = models.UUIDField(unique=True)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    moved_at = models.DateTimeField(default=timezone.now, db_index=True)

    @property
    def reference(self) -> str:
        return f"demo-refund-{self.idempotency_key}"

    def __str__(self) -> str:
        return self.reference
