import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ContactMessage(models.Model):
    """What somebody wrote through the contact page, and whether it was answered."""

    class Status(models.TextChoices):
        NEW = "new", _("New")
        ANSWERED = "answered", _("Answered")

    # What whoever wrote can name it by, as orders are named; "" for those from before.
    number = models.CharField(_("Number"), max_length=12, blank=True, editable=False, db_index=True)
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(_("Name"), max_length=120)
    email = models.EmailField(_("Email"))
    phone = models.CharField(_("Phone"), max_length=32, blank=True)
    subject = models.CharField(_("Subject"), max_length=120)
    message = models.TextField(_("Message"))
    # Who wrote it, if they proved that: a typed address is nobody's.
    person = models.ForeignKey(
        "people.Person",
        verbose_name=_("Person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contact_messages",
    )
    page = models.ForeignKey(
        "corporate.ContactPage",
        verbose_name=_("Page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # The words that were agreed to, as they stood then.
    consent_text = models.TextField(_("Agreed to"), editable=False)
    edition = models.CharField(_("Language and market"), max_length=12, db_index=True)
    # The site they wrote on (markets.sellers): our mail leads back to it.
    base = models.CharField(max_length=200, blank=True, editable=False)
    status = models.CharField(
        _("Status"), max_length=10, choices=Status, default=Status.NEW, db_index=True
    )
    answered_at = models.DateTimeField(_("Answered on"), null=True, blank=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Answered by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    note = models.TextField(_("Note"), blank=True)
    created_at = models.DateTimeField(_("Received"), auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("Contact message")
        verbose_name_plural = _("Contact messages")

    def __str__(self) -> str:
        return f"{self.subject} · {self.name}"
