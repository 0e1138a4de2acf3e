"""Where a provider's books and ours disagree, and how far they were compared."""

from decimal import Decimal

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from commerce.gateways.base import Movement, MovementKind
from commerce.gateways.models import Payment, Refund

from .charges import came_besides


class BooksRead(models.Model):
    """Up to when a gateway's books were compared with ours, the last time that this finished."""

    gateway = models.SlugField(unique=True)
    done_until = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.gateway


class DifferenceQuerySet(models.QuerySet):
    def open(self):
        """Nobody settled them, and the books still disagree."""
        return self.filter(settled_at=None)


class Difference(models.Model):
    """One thing that a provider's books and ours do not agree on.

    Found again every night under the same ``reference`` until the books agree or a person says
    what it is. It keeps the movement as the provider told it, so that it can be judged again
    without asking for old books.
    """

    class Kind(models.TextChoices):
        UNKNOWN_PAYMENT = "unknown", _("Money of no order here")
        NOT_COUNTED = "not_counted", _("Paid there, not here")
        PAID_TWICE = "twice", _("Charged twice for one payment")
        NOT_THERE = "not_there", _("Paid here, not there")
        OTHER_AMOUNT = "amount", _("Another amount or currency")
        UNKNOWN_REFUND = "refund_unknown", _("Given back there, not asked for here")
        REFUND_NOT_COUNTED = "refund_not_counted", _("Given back there, not here")
        REFUND_NOT_THERE = "refund_not_there", _("Given back here, not there")
        DISPUTE = "dispute", _("Disputed by the cardholder")

    class Settled(models.TextChoices):
        AGREE = "agree", _("The books agree")
        WENT_BACK = "back", _("Given back at the provider")
        KNOWN = "known", _("Noted as known")

    gateway = models.SlugField(_("Gateway"))
    kind = models.CharField(_("What"), max_length=20, choices=Kind)
    # The provider's name of the movement; our own key where there is none at the provider.
    reference = models.CharField(_("Reference"), max_length=255)
    payment = models.ForeignKey(
        Payment,
        verbose_name=_("Payment"),
        related_name="differences",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )
    refund = models.ForeignKey(
        Refund,
        verbose_name=_("Refund"),
        related_name="differences",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )

    # The movement at the provider; empty where there is none.
    movement = models.CharField(max_length=8, blank=True)
    amount = models.DecimalField(
        _("Amount"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("Currency"), max_length=3, blank=True)
    moved_at = models.DateTimeField(_("Moved"), null=True, blank=True)
    payment_reference = models.CharField(max_length=255, blank=True)
    payment_key = models.CharField(max_length=64, blank=True)
    refund_key = models.CharField(max_length=64, blank=True)

    first_seen = models.DateTimeField(_("First seen"), auto_now_add=True)
    last_seen = models.DateTimeField(_("Last seen"))
    settled_at = models.DateTimeField(_("Settled"), null=True, blank=True, db_index=True)
    settled_how = models.CharField(_("How"), max_length=8, choices=Settled, blank=True)
    settled_by = models.ForeignKey(
        "people.User",
        verbose_name=_("By"),
        related_name="+",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )
    note = models.CharField(_("Note"), max_length=255, blank=True)

    objects = DifferenceQuerySet.as_manager()

    class Meta:
        ordering = ["-first_seen", "-pk"]
        verbose_name = _("Difference")
        verbose_name_plural = _("Differences")
        constraints = [
            models.UniqueConstraint(
                fields=["gateway", "kind", "reference"], name="books_difference_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.reference}"

    @property
    def is_open(self) -> bool:
        return self.settled_at is None

    @property
    def order(self):
        return self.payment.order if self.payment else None

    @property
    def is_besides(self) -> bool:
        """Whether it is of a second charge: ``payment`` says of which order, and was brought by
        another one."""
        if self.kind == self.Kind.PAID_TWICE:
            return True
        movement = self.as_movement()
        return bool(movement and self.payment and came_besides(movement, self.payment))

    @property
    def ours(self) -> tuple[Decimal, str] | None:
        """What our row says: amount and currency. None where we have none."""
        if self.payment is None or self.is_besides:
            return None
        row = self.refund or self.payment
        if self.movement == MovementKind.REFUND and self.refund is None:
            return None
        return row.amount, self.payment.currency

    def as_movement(self) -> Movement | None:
        """The movement as the provider told it; None where it knows of none."""
        if not self.movement:
            return None
        return Movement(
            kind=MovementKind(self.movement),
            reference=self.reference,
            amount=self.amount,
            currency=self.currency,
            at=self.moved_at,
            payment_reference=self.payment_reference,
            payment_key=self.payment_key,
            refund_key=self.refund_key,
        )


class StatementQuerySet(models.QuerySet):
    def unread(self):
        """Nobody confirmed their columns yet: they are files, without lines."""
        return self.filter(read_at=None)


class Statement(models.Model):
    """A bank's statement, as somebody uploaded it. ``content`` is the file's text until its columns
    are confirmed; then it is what its lines are."""

    name = models.CharField(_("File"), max_length=255)
    currency = models.CharField(_("Currency"), max_length=3)
    content = models.TextField(blank=True)
    uploaded_at = models.DateTimeField(_("Uploaded"), auto_now_add=True)
    uploaded_by = models.ForeignKey(
        "people.User", verbose_name=_("By"), related_name="+", null=True, on_delete=models.SET_NULL
    )
    # How many of its lines another statement had brought before.
    known = models.PositiveIntegerField(default=0)
    read_at = models.DateTimeField(_("Read"), null=True, blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("Bank statement")
        verbose_name_plural = _("Bank statements")

    def __str__(self) -> str:
        return self.name


class StatementLineQuerySet(models.QuerySet):
    def open(self):
        """Nobody said yet what they are."""
        return self.filter(done_at=None)

    def with_twins(self):
        """Each with ``twin_in``: another statement that has a line of the same day, amount and
        currency (its name), or None. The bank may have worded one line in two ways."""
        twins = StatementLine.objects.filter(
            day=OuterRef("day"), amount=OuterRef("amount"), currency=OuterRef("currency")
        ).exclude(statement=OuterRef("statement"))
        return self.annotate(twin_in=Subquery(twins.order_by("pk").values("statement__name")[:1]))


class StatementLine(models.Model):
    """Money that came in on the bank account. ``payment`` is what a person confirmed it to be: the
    line is the proof of it. Done without one, it was none of our orders' (``note`` says what)."""

    statement = models.ForeignKey(Statement, related_name="lines", on_delete=models.PROTECT)
    # Of the whole row, the same in every file that has it: it is taken in once.
    key = models.CharField(max_length=64, unique=True)
    position = models.PositiveIntegerField(_("Line"))
    day = models.DateField(_("Day"))
    amount = models.DecimalField(_("Amount"), max_digits=14, decimal_places=2)
    currency = models.CharField(_("Currency"), max_length=3)
    text = models.CharField(_("Text"), max_length=500, blank=True)
    payer = models.CharField(_("Payer"), max_length=200, blank=True)
    payment = models.OneToOneField(
        Payment,
        verbose_name=_("Payment"),
        related_name="statement_line",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )
    done_at = models.DateTimeField(_("Done"), null=True, blank=True, db_index=True)
    done_by = models.ForeignKey(
        "people.User",
        verbose_name=_("By"),
        related_name="+",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )
    note = models.CharField(_("Note"), max_length=255, blank=True)

    objects = StatementLineQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "pk"]
        verbose_name = _("Statement line")
        verbose_name_plural = _("Statement lines")
        indexes = [models.Index(fields=["day", "amount"], name="books_line_day_and_amount")]

    def __str__(self) -> str:
        return f"{self.day} {self.amount} {self.currency}"
