from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from people.audiences import AudienceField


class ForAudience(models.Model):
    """A page that may be for some people only, with everything below it (``content.restricted``).

    For the others it is not there, or, with a teaser, says that it is and for whom. Translations
    are for the same audience.
    """

    audience = AudienceField()
    shows_teaser = models.BooleanField(
        _("Tell the others that it is there"),
        default=False,
        help_text=_("Title, picture and summary, and for whom it is. Otherwise it is not found."),
    )

    audience_panel = MultiFieldPanel(
        [FieldPanel("audience"), FieldPanel("shows_teaser")], heading=_("For whom")
    )
    override_translatable_fields = [
        SynchronizedField("audience", overridable=False),
        SynchronizedField("shows_teaser", overridable=False),
    ]

    class Meta:
        abstract = True
