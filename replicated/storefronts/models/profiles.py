"""Consultants' sites: what consultants write about themselves, and its state of publication.

A *content* is a JSON object with the same schema as draft, as submission and as published content:

    {"name": str, "city": str, "photo": id of an image or null,
     "contact": {kind: {"value": str, "show": bool}},
     "words": {language: {"greeting": str, "story": str}},
     "favourites": [{"product": id, "notes": {language: str}}]}

Kinds of contact: ``contacts.KINDS``. Pages do not read these, but the consultant's ``card``, which
is written on publishing and has only what the consultant agreed to show.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model_string

from replicated.consultants.models import Consultant

from ..querysets import SiteProfileQuerySet


class SiteProfile(models.Model):
    """The content of a consultant's "My site", and its state."""

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
    # The content that awaits approval: a copy, so later changes of the draft do not change it.
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
        # Created by the consultant, approved by staff, deleted only with the person's data.
        default_permissions = ("view", "change")

    def __str__(self) -> str:
        return str(self.consultant)

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.SUBMITTED

    @property
    def has_changes(self) -> bool:
        """Whether the draft differs from the published content, or from the submission."""
        return self.draft != (self.submitted if self.is_waiting else self.published)


class SitePhoto(models.Model):
    """The consultant to whom a photo belongs. Deleted with its image, which removes it from the
    site."""

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
