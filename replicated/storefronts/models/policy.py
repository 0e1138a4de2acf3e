from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

LONGEST_GREETING, LONGEST_STORY = 1000, 10_000


@register_setting(icon="group")
class SitePolicy(BaseGenericSetting):
    """What the company allows on consultants' sites, and whether they need approval."""

    approval_required = models.BooleanField(
        _("Approve sites before they are public"),
        default=False,
        help_text=_("What consultants publish waits until someone approves it."),
    )
    notify_to = models.EmailField(
        _("Email new submissions to"), blank=True, help_text=_("Empty: no one is emailed.")
    )
    greeting_limit = models.PositiveSmallIntegerField(
        _("Length of a greeting"), default=240, help_text=_("In characters.")
    )
    story_limit = models.PositiveSmallIntegerField(
        _("Length of a story"), default=2000, help_text=_("In characters.")
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel("approval_required"), FieldPanel("notify_to")], heading=_("Approval")
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("greeting_limit"), FieldPanel("story_limit")])],
            heading=_("Limits"),
        ),
    ]

    class Meta:
        verbose_name = _("Consultants' sites: rules")
        verbose_name_plural = _("Consultants' sites: rules")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

    def clean(self):
        super().clean()
        for name, most in (("greeting_limit", LONGEST_GREETING), ("story_limit", LONGEST_STORY)):
            value = getattr(self, name)
            if value is not None and not 40 <= value <= most:
                raise ValidationError(
                    {name: _("Between 40 and %(most)d characters.") % {"most": most}}
                )
