"""The privacy policy of the consultants' portal, and visits of sites."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from replicated.consultants.models import Consultant


@register_setting(icon="group")
class PortalPolicy(BaseGenericSetting):
    """What consultants may see of their customers and their team: names always, addresses never.

    Checkout and sign-up tell customers (``notices``), "My team" tells members. The company's
    privacy page must be changed along with these settings. Email and phone of members need their
    own consent (``network.Position``).
    """

    show_email = models.BooleanField(_("Show the email"), default=False)
    show_phone = models.BooleanField(_("Show the phone"), default=False)
    show_orders = models.BooleanField(
        _("Show the orders"),
        default=True,
        help_text=_(
            "Number, date, status and total of the orders credited to them; never where an "
            "order ships."
        ),
    )
    team_levels = models.PositiveSmallIntegerField(
        _("Levels of the team"),
        null=True,
        blank=True,
        default=3,
        validators=[MinValueValidator(1)],
        help_text=_("How many levels down a leader sees. Empty: all of them."),
    )
    show_team_sales = models.BooleanField(
        _("Show the team's sales"),
        default=True,
        help_text=_("Orders and totals of the month, and of which own purchases. No customers."),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("show_email"), FieldPanel("show_phone"), FieldPanel("show_orders")],
            heading=_("What a consultant sees of a customer"),
            help_text=_(
                "Checkout and sign-up say this to customers by themselves. The privacy page does "
                "not: change it as well."
            ),
        ),
        MultiFieldPanel(
            [FieldPanel("team_levels"), FieldPanel("show_team_sales")],
            heading=_("What a leader sees of their team"),
            help_text=_("My team says this to everyone who has a sponsor."),
        ),
    ]

    class Meta:
        verbose_name = _("Consultant's portal: rules")
        verbose_name_plural = _("Consultant's portal: rules")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


class SiteVisits(models.Model):
    """The number of visitors of a site in a day. No personal data."""

    consultant = models.ForeignKey(Consultant, related_name="visits", on_delete=models.CASCADE)
    # In the time zone of the visitor's market.
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("Visits of a site")
        verbose_name_plural = _("Visits of sites")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["consultant", "day"], name="portal_one_row_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.consultant_id} {self.day}: {self.count}"
