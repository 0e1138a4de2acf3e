"""The ledger of credits, and customers' referral links."""

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
    """The seller who is credited with an order or a customer, and why. Append-only.

    A later credit for the same subject replaces the former one, which stays in the ledger:
    ``is_current`` marks the valid one. ``consultant`` None is the company itself.
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
    # The claim that won and those that lost. No personal data.
    evidence = models.JSONField(_("Evidence"), default=dict)
    is_own = models.BooleanField(_("Own purchase"), default=False)
    # The order that bound its buyer; None if they registered, typed a code in their account, or
    # staff decided. If the order expires or is canceled the binding is undone.
    by_order = models.ForeignKey(
        "order.Order",
        verbose_name=_("By the order"),
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.PROTECT,
    )
    # Whether the customer proved the email address: signed in, or by a mailed code. Sellers see no
    # personal data of customers whose credit is not proven, as anybody can type an address.
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
    """The latest referral link of a signed-in customer, valid on all their devices."""

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
