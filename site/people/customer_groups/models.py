from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .querysets import CustomerGroupQuerySet


class CustomerGroup(models.Model):
    """Customers who share something: prices, offers, announcements.

    Of the groups that somebody is in the one with the highest ``priority`` decides their prices:
    their *tier*. It gives no right in the back office.
    """

    code = models.SlugField(_("Code"), unique=True)
    name = models.CharField(
        _("Name"),
        max_length=60,
        help_text=_("Members read it beside their prices, in every language."),
    )
    priority = models.SmallIntegerField(
        _("Priority"),
        default=0,
        help_text=_("Of a customer's groups the highest one decides their prices."),
    )

    objects = CustomerGroupQuerySet.as_manager()

    class Meta:
        ordering = ["-priority", "code"]
        verbose_name = _("Customer group")
        verbose_name_plural = _("Customer groups")
        # A group is emptied, never deleted: orders and price lists name it.
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return self.name


class GroupMembership(models.Model):
    """A person in a customer group, from a moment on and perhaps until another.

    One row for a person and a group: who comes back starts it anew, and the audit log tells when
    they were in it before.
    """

    class Source(models.TextChoices):
        STAFF = "staff", _("Back office")
        RULE = "rule", _("Rule")
        LOAD = "load", _("Import or web service")

    person = models.ForeignKey(
        "people.Person",
        verbose_name=_("Person"),
        related_name="group_memberships",
        on_delete=models.CASCADE,
    )
    group = models.ForeignKey(
        CustomerGroup,
        verbose_name=_("Customer group"),
        related_name="memberships",
        on_delete=models.PROTECT,
    )
    starts_at = models.DateTimeField(_("Since"), default=timezone.now)
    ends_at = models.DateTimeField(_("Until"), null=True, blank=True)
    source = models.CharField(_("Source"), max_length=16, choices=Source, default=Source.STAFF)

    class Meta:
        ordering = ["-starts_at", "-pk"]
        verbose_name = _("Membership of a customer group")
        verbose_name_plural = _("Memberships of customer groups")
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "group"],
                name="people_membership_once",
                violation_error_message=_("This person is in the group already."),
            ),
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="people_membership_ends_after_start",
                violation_error_message=_("The end must come after the start."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.group}"

    def clean(self):
        if self.ends_at and self.starts_at and self.ends_at < self.starts_at:
            raise ValidationError({"ends_at": _("The end must come after the start.")})
