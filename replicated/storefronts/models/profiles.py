"""What a consultant writes about themselves, and how far it has come.

A *content* is one JSON object, the same in its three places (draft, submitted, published):

    {"name": str, "city": str, "photo": id of an image or null,
     "contact": {kind: {"value": str, "show": bool}},
     "words": {language: {"greeting": str, "story": str}},
     "favourites": [{"product": id, "notes": {language: str}}]}

Kinds of contact: ``contacts.KINDS``. What pages read is none of these, but the consultant's
``card``, which publishing writes: it holds nothing that they did not agree to show.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string

from replicated.consultants.models import Consultant

from ..querysets import SiteProfileQuerySet


class SiteProfile(models.Model):
    """One consultant's "My site"."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Not published yet")
        SUBMITTED = "submitted", _("Awaiting approval")
        REFUSED = "refused", _("Refused")
        PUBLISHED = "published", _("Published")

    consultant = models.OneToOneField(
        Consultant,
        verbose_name=_("Consultant"),
        related_name="site_profile",
        on_delete=models.CASCADE,
    )
    draft = models.JSONField(default=dict, editable=False)
    # What staff decide about: later changes of the draft do not reach it.
    submitted = models.JSONField(null=True, editable=False)
    published = models.JSONField(null=True, editable=False)
    state = models.CharField(
        _("State"), max_length=10, choices=State, default=State.DRAFT, db_index=True
    )
    reason = models.TextField(_("Reason"), blank=True)
    submitted_at = models.DateTimeField(_("Submitted"), null=True, editable=False)
    published_at = models.DateTimeField(_("Published"), null=True, editable=False)
    decided_at = models.DateTimeField(_("Decided"), null=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Decided by"),
        null=True,
        editable=False,
        related_name="+",
        on_delete=models.SET_NULL,
    )
    updated_at = models.DateTimeField(_("Changed"), auto_now=True)

    objects = SiteProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("Consultant's site")
        verbose_name_plural = _("Consultants' sites")
        # Made by the consultant, decided about by staff, deleted with the person's data only.
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return str(self.consultant)

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.SUBMITTED

    @property
    def has_changes(self) -> bool:
        """Whether the draft says something else than what is public or waits for approval."""
        return self.draft != (self.submitted if self.is_waiting else self.published)


class SitePhoto(models.Model):
    """Whose photo an image is. It goes with its image, and takes itself off the site."""

    consultant = models.ForeignKey(Consultant, related_name="site_photos", on_delete=models.CASCADE)
    image = models.OneToOneField(
        get_image_model_string(), related_name="+", on_delete=models.CASCADE
    )

    class Meta:
        verbose_name = _("Consultant's photo")
        verbose_name_plural = _("Consultants' photos")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.consultant_id}: {self.image_id}"
