"""Who somebody is, and how they get in: a Person is who, a User is a way in."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from oscar.apps.customer.abstract_models import AbstractUser
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from .customer_groups.models import CustomerGroup, GroupMembership
from .querysets import MailCodeQuerySet, PersonQuerySet

__all__ = [
    "CustomerGroup",
    "GivenRight",
    "GroupMembership",
    "MailCode",
    "Person",
    "RegistrationPolicy",
    "User",
    "shown_name_of",
]


class User(AbstractUser):
    """A way in: an address and perhaps a password. Who it is says ``Person``.

    Addresses are kept in lower case: everybody who looks one up may compare exactly.
    """

    class Meta(AbstractUser.Meta):
        constraints = [models.UniqueConstraint(Lower("email"), name="people_user_email_once")]

    def save(self, *args, **kwargs):
        self.email = (self.email or "").lower()
        super().save(*args, **kwargs)

    @property
    def shown_name(self) -> str:
        """What others who work here see: the full name, else the address."""
        return self.get_full_name() or self.email


def shown_name_of(user: User | None) -> str:
    """Who did something, for others who work here; "" where it was nobody: the shop itself."""
    return user.shown_name if user else ""


class Person(models.Model):
    """Who buys, writes or sells. A guest is a person without a way in.

    One person per address: orders, consents and messages hang on the person and survive the
    user coming, going, or never being made. An erased person keeps the row (and its
    ``public_id``) as a pseudonym for ledgers, and nothing else.
    """

    class Source(models.TextChoices):
        CORPORATE = "corporate", _("Corporate site")
        REPLICATED = "replicated", _("Consultant's site")
        CHECKOUT = "checkout", _("Checkout")
        CONTACT = "contact", _("Contact form")
        BACKOFFICE = "backoffice", _("Back office")
        LOAD = "load", _("Import or web service")

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
    # An edition (`es-co`): the language and market that mails to this person are written in.
    edition = models.CharField(_("Language and market"), max_length=12)
    source = models.CharField(_("Source"), max_length=16, choices=Source)
    terms_accepted_at = models.DateTimeField(
        _("Terms accepted"), null=True, blank=True, editable=False
    )
    created_at = models.DateTimeField(_("Created"), auto_now_add=True, db_index=True)
    updated_at = models.DateTimeField(_("Updated"), auto_now=True)
    erased_at = models.DateTimeField(_("Erased"), null=True, blank=True, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("Person")
        verbose_name_plural = _("People")
        # Nobody is deleted: a person is erased, and the row stays as a pseudonym.
        default_permissions = ("add", "change", "view")
        permissions = [
            ("export_person", _("Can export what is kept about a person")),
            ("erase_person", _("Can erase a person")),
            ("see_every_audience", _("Can read what is for any audience")),
        ]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="people_person_email_once",
                condition=~models.Q(email=""),
                violation_error_message=_("There is already a person with this address."),
            )
        ]
        # Addresses are kept lower case and asked for as they are, which the constraint's own index
        # does not serve: every order of a guest read the whole table.
        indexes = [models.Index(fields=["email"], name="people_person_email")]

    def __str__(self) -> str:
        return self.name or self.email or self.pseudonym

    def save(self, *args, **kwargs):
        self.email = (self.email or "").lower()
        super().save(*args, **kwargs)

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def pseudonym(self) -> str:
        """What ledgers and audit rows call this person: it says nothing about who it is."""
        return str(self.public_id)[:8]

    @property
    def is_guest(self) -> bool:
        return self.user_id is None


@register_setting(icon="user")
class RegistrationPolicy(BaseGenericSetting):
    """By which channels somebody becomes a person we know. A closed one is not offered."""

    corporate_open = models.BooleanField(_("On the company's own site"), default=True)
    replicated_open = models.BooleanField(_("On consultants' sites"), default=True)
    contact_open = models.BooleanField(
        _("By writing through the contact page"),
        default=True,
        help_text=_(
            "Anyone who writes is added to People and can sign in with an emailed code. If "
            "this is off, the message is kept anyway."
        ),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("corporate_open"),
                FieldPanel("replicated_open"),
                FieldPanel("contact_open"),
            ],
            heading=_("Customers may register"),
        )
    ]

    class Meta:
        verbose_name = _("Registration")
        verbose_name_plural = _("Registration")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


class MailCode(models.Model):
    """One mailed code: for one address, one purpose, one use, ten minutes.

    Only a keyed digest is kept. It is empty until the code is made (by the task that mails it),
    and stays empty where the mail says something else instead, so that no code is right.
    Rows are deleted after a day (``people.codes``).
    """

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    purpose = models.CharField(max_length=32)
    email = models.EmailField()
    edition = models.CharField(max_length=12)
    # The site that was asked on (markets.sellers): the mail's links lead back to it.
    base = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    payload = models.JSONField(default=dict)
    attempts = models.PositiveSmallIntegerField(default=0)
    ip = models.GenericIPAddressField(null=True)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = MailCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("Emailed code")
        verbose_name_plural = _("Emailed codes")
        default_permissions = ()
        indexes = [
            models.Index(fields=["email", "created_at"], name="people_code_by_email"),
            models.Index(fields=["ip", "created_at"], name="people_code_by_ip"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.token}"


class GivenRight(models.Model):
    """A right that a role was given, once: what a company takes away again stays away
    (``people.roles``).

    ``where`` tells what the same permission is given on: models, the page tree, collections.
    """

    group = models.ForeignKey("auth.Group", on_delete=models.CASCADE, related_name="+")
    permission = models.ForeignKey("auth.Permission", on_delete=models.CASCADE, related_name="+")
    where = models.CharField(max_length=12)

    class Meta:
        verbose_name = _("Right given by the table of roles")
        verbose_name_plural = _("Rights given by the table of roles")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["group", "permission", "where"], name="people_right_given_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.group_id} {self.permission_id} {self.where}"
