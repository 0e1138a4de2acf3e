"""The ledger of credits, and the links by which customers came."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.models import Person
from replicated.consultants.models import Consultant

from .deciding import HOUSE
from .querysets import CreditQuerySet
from .reasons import STAFF, reason_choices


class Credit(models.Model):
    """To whom an order or a customer belongs, and why. Append-only.

    A later entry for the same subject replaces the former one, which stays with its reason: what
    holds now is the row with ``is_current``. ``consultant`` empty is the company itself.
    """

    order = models.ForeignKey(
        "order.Order",
        verbose_name=_("Order"),
        null=True,
        blank=True,
        related_name="credits",
        on_delete=models.PROTECT,
    )
    person = models.ForeignKey(
        Person,
        verbose_name=_("Customer"),
        null=True,
        blank=True,
        related_name="credits",
        on_delete=models.PROTECT,
    )
    consultant = models.ForeignKey(
        Consultant,
        verbose_name=_("Consultant"),
        null=True,
        blank=True,
        related_name="credits",
        on_delete=models.PROTECT,
    )
    reason = models.CharField(_("Reason"), max_length=20, choices=reason_choices)
    # What the decision rests on, and the claims it passed over. Nothing personal.
    evidence = models.JSONField(_("Evidence"), default=dict)
    is_own = models.BooleanField(_("Own purchase"), default=False)
    # The order that made its buyer a customer; empty where they registered, typed a code in
    # their account, or staff decided. An order that comes to nothing takes its entry back.
    by_order = models.ForeignKey(
        "order.Order",
        verbose_name=_("By the order"),
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.PROTECT,
    )
    # Whether it was the customer who did it: signed in, or by a mailed code. Anybody can type an
    # address, so an entry that is not proven shows nobody anything of the person's own.
    is_proven = models.BooleanField(_("Proven"), default=False)
    is_current = models.BooleanField(_("Holds now"), default=True)
    note = models.CharField(_("Why"), max_length=400, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Decided by"),
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
    )
    decided_at = models.DateTimeField(_("Decided"), db_index=True)

    objects = CreditQuerySet.as_manager()

    class Meta:
        verbose_name = _("Credit")
        verbose_name_plural = _("Credits")
        ordering = ["-decided_at", "-pk"]
        default_permissions = ("view",)
        permissions = [("reassign_credit", _("Can change who is credited"))]
        constraints = [
            models.CheckConstraint(
                condition=Q(order=None, person__isnull=False) | Q(order__isnull=False, person=None),
                name="attribution_one_subject",
            ),
            models.CheckConstraint(
                condition=Q(consultant__isnull=False) | Q(reason__in=[HOUSE, STAFF]),
                name="attribution_reason_needs_seller",
            ),
            models.UniqueConstraint(
                fields=["order"],
                condition=Q(is_current=True, order__isnull=False),
                name="attribution_one_per_order",
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(is_current=True, person__isnull=False),
                name="attribution_one_per_person",
            ),
        ]
        indexes = [
            models.Index(fields=["consultant", "is_current", "decided_at"], name="credit_by_seller")
        ]

    def __str__(self) -> str:
        return f"{self.order_id or self.person_id} → {self.consultant_id or 'house'}"


class PersonLink(models.Model):
    """The latest link by which a signed-in customer came: it follows them to other devices."""

    person = models.OneToOneField(
        Person, primary_key=True, related_name="seller_link", on_delete=models.CASCADE
    )
    consultant = models.ForeignKey(Consultant, related_name="+", on_delete=models.CASCADE)
    at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("Link of a customer")
        verbose_name_plural = _("Links of customers")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.person_id} ← {self.consultant_id}"
