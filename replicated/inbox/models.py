"""Messages of visitors to the consultant whose site they were on."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from replicated.consultants.models import Consultant

from .querysets import MessageQuerySet


class ConsultantMessage(models.Model):
    """A message to a consultant. Deleted after two years (``tasks.forget_old_messages``)."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    consultant = models.ForeignKey(
        Consultant, verbose_name=_("Consultant"), related_name="messages", on_delete=models.PROTECT
    )
    # The writer, if they proved who they are; a typed email address is no proof.
    person = models.ForeignKey(
        "people.Person",
        verbose_name=_("Person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="messages_to_consultants",
    )
    name = models.CharField(_("Name"), max_length=120)
    email = models.EmailField(_("Email"))
    phone = models.CharField(_("Phone"), max_length=32, blank=True)
    message = models.TextField(_("Message"))
    product = models.ForeignKey(
        "catalogue.Product",
        verbose_name=_("Product"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # The product's title at that time.
    product_title = models.CharField(_("About"), max_length=120, blank=True)
    # The text of the consent, as it was at that time.
    consent_text = models.TextField(_("Agreed to"), editable=False)
    edition = models.CharField(_("Language and market"), max_length=12)
    # The path prefix of the site (markets.sellers), for links in mails.
    base = models.CharField(max_length=200, editable=False)
    # The captcha's proof of work (people.captcha), which can be used once.
    proof = models.CharField(max_length=64, unique=True, null=True, editable=False)
    read_at = models.DateTimeField(_("Read"), null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(_("Answered"), null=True, blank=True, editable=False)
    created_at = models.DateTimeField(_("Received"), auto_now_add=True, db_index=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("Message to a consultant")
        verbose_name_plural = _("Messages to consultants")
        ordering = ["-created_at", "-pk"]
        # Staff may read and delete messages, not change them.
        default_permissions = ("view", "delete")
        indexes = [
            models.Index(
                fields=["consultant", "read_at", "-created_at"], name="inbox_by_consultant"
            ),
            models.Index(fields=["email"], name="inbox_by_email"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_unread(self) -> bool:
        return self.read_at is None

    @property
    def excerpt(self) -> str:
        """The beginning of the text on one line, for lists."""
        line = " ".join(self.message.split())
        return line if len(line) <= 140 else f"{line[:139].rstrip()}…"
