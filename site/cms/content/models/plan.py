from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField


class JourneyStage(models.TextChoices):
    """How far a customer is with the company when a page meets them."""

    DISCOVER = "discover", pgettext_lazy("a stage of the journey", "Discover")
    CONSIDER = "consider", pgettext_lazy("a stage of the journey", "Consider")
    BUY = "buy", pgettext_lazy("a stage of the journey", "Buy")
    USE = "use", pgettext_lazy("a stage of the journey", "Use")
    RETURN = "return", pgettext_lazy("a stage of the journey", "Return and recommend")


class InContentPlan(models.Model):
    """A page of the content plan: what it is to achieve, and at which stage of the journey.

    For the team alone: visitors see neither. Translations share both (wagtail-localize copies
    them), so the plan is written once, in the page's first language.
    """

    objective = models.CharField(
        _("Objective"),
        max_length=160,
        blank=True,
        help_text=_("What the page is to achieve, in a line. Visitors do not see it."),
    )
    journey_stage = models.CharField(
        _("Stage of the journey"), max_length=12, choices=JourneyStage.choices, blank=True
    )

    plan_panel = MultiFieldPanel(
        [
            HelpPanel(
                content=_(
                    "When the page goes live and when it expires is set on the right, under "
                    "Status, “Set schedule”. Reports, Content plan shows all pages by stage."
                )
            ),
            FieldPanel("journey_stage"),
            FieldPanel("objective"),
        ],
        heading=_("Plan"),
    )
    override_translatable_fields = [SynchronizedField("objective")]

    class Meta:
        abstract = True
