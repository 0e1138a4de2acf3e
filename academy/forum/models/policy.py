from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="comment", order=800)
class ForumPolicy(BaseGenericSetting):
    """From when on what somebody writes is shown at once."""

    posts_before_trust = models.PositiveSmallIntegerField(
        _("Posts of a new member that wait"),
        default=2,
        validators=[MaxValueValidator(50)],
        help_text=_(
            "So many posts of a member wait until a moderator has approved them; the later ones "
            "are shown at once. 0: nothing waits."
        ),
    )

    panels = [FieldPanel("posts_before_trust")]

    class Meta:
        verbose_name = _("Forum")
        verbose_name_plural = _("Forum")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
