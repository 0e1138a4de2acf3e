"""Who somebody is, and how they get in: a Person is who, a User is a way in."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from oscar.apps.customer.abstract_models import AbstractUser


class User(AbstractUser):
    """A way in: an address and perhaps a password. Who it is says ``Person``."""

    class Meta(AbstractUser.Meta):
        pass


class Person(models.Model):
    """Who buys, writes or sells. A guest is a person without a way in.

    One person per address: orders, consents and messages hang on the person and survive the
    user coming, going, or never being made.
    """

    class Source(models.TextChoices):
        CORPORATE = "corporate", _("Corporate site")
        REPLICATED = "replicated", _("Consultant's site")
        CHECKOUT = "checkout", _("Checkout")
        CONTACT = "contact", _("Contact form")
        BACKOFFICE = "backoffice", _("Back office")
        LOAD = "load", _("Load or web service")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name=_("User"),
        related_name="person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )
    email = models.EmailField(_("Email"), blank=True)
    first_name = models.CharField(_("First name"), max_length=120, blank=True)
    last_name = models.CharField(_("Last name"), max_length=120, blank=True)
    phone = models.CharField(_("Phone"), max_length=32, blank=True)
    # A variant (`es-co`): the language and market that mails to this person are written in.
    variant = models.CharField(_("Language and market"), max_length=12)
    source = models.CharField(_("Source"), max_length=16, choices=Source)
    created_at = models.DateTimeField(_("Created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("Updated"), auto_now=True)
    erased_at = models.DateTimeField(_("Erased"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("Person")
        verbose_name_plural = _("People")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="people_person_email_once",
                condition=~models.Q(email=""),
                violation_error_message=_("There is already a person with this address."),
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email or str(self.public_id)[:8]

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()
