"""Certificates of finished courses: the rule by which one is issued, and those that were."""

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import SynchronizedField, TranslatableField

from academy.courses.models import Course
from commerce.copy.models import Copy
from people.models import CustomerGroup, Person

from .querysets import CertificateQuerySet


class CertificateRule(models.Model):
    """Whoever finishes the course gets a certificate, at once. One rule for a course.

    ``group``: a customer group that the holder is in while the certificate is valid.
    """

    course = models.OneToOneField(
        Course, verbose_name=_("Course"), related_name="certificate_rule", on_delete=models.PROTECT
    )
    is_active = models.BooleanField(_("Active"), default=True)
    valid_months = models.PositiveSmallIntegerField(
        _("Valid for, in months"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty: without end. Holders are reminded once, a month before it ends."),
    )
    group = models.ForeignKey(
        CustomerGroup,
        verbose_name=_("Customer group"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Holders are in it while their certificate is valid."),
    )

    class Meta:
        verbose_name = _("Rule for certificates")
        verbose_name_plural = _("Rules for certificates")
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return str(self.course)


class CertificateCopy(Copy):
    """What a certificate says, in one language."""

    subject_field = "rule"

    rule = models.ForeignKey(
        CertificateRule, verbose_name=_("Rule"), related_name="copies", on_delete=models.CASCADE
    )
    title = models.CharField(
        _("Title"), max_length=80, help_text=_("Such as: Certified skin advisor.")
    )
    text = models.CharField(
        _("Text"),
        max_length=240,
        blank=True,
        help_text=_("What the holder has shown, in a sentence."),
    )
    signer = models.CharField(_("Signed by"), max_length=120, blank=True)

    translatable_fields = [
        SynchronizedField("rule"),
        TranslatableField("title"),
        TranslatableField("text"),
        TranslatableField("signer"),
    ]

    class Meta(Copy.Meta):
        verbose_name = _("Words of a certificate")
        verbose_name_plural = _("Words of certificates")
        constraints = [
            models.UniqueConstraint(
                fields=["rule", "locale"], name="certificates_copy_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.title


class Certificate(models.Model):
    """A certificate that somebody holds. What it says is kept as it was issued.

    Whoever has ``number`` sees that it is genuine; the holder's name only where they agreed
    (``shows_name``).
    """

    person = models.ForeignKey(
        Person, verbose_name=_("Person"), related_name="certificates", on_delete=models.PROTECT
    )
    course = models.ForeignKey(
        Course, verbose_name=_("Course"), related_name="certificates", on_delete=models.PROTECT
    )
    number = models.CharField(_("Number"), max_length=16, unique=True)
    holder = models.CharField(_("Holder"), max_length=250)
    # {"es": {"title": …, "text": …, "signer": …, "course": …}, …}
    words = models.JSONField(default=dict)
    language = models.CharField(max_length=12)
    shows_name = models.BooleanField(_("Shows the holder's name"), default=False)
    issued_at = models.DateTimeField(_("Issued"), default=timezone.now)
    expires_on = models.DateField(_("Valid until"), null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)
    withdrawn_at = models.DateTimeField(_("Withdrawn"), null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Withdrawn by"),
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
    )
    reason = models.CharField(_("Reason"), max_length=240, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("Certificate")
        verbose_name_plural = _("Certificates")
        default_permissions = ("view",)
        permissions = [("withdraw_certificate", _("Can withdraw certificates"))]
        ordering = ["-issued_at", "-pk"]
        indexes = [models.Index(fields=["person", "course"], name="certificates_of_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | ~Q(reason=""), name="certificates_withdrawn_why"
            )
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def is_expired(self) -> bool:
        return self.expires_on is not None and self.expires_on < timezone.localdate()

    @property
    def is_valid(self) -> bool:
        return not self.is_withdrawn and not self.is_expired

    def words_in(self, language: str) -> dict:
        """What it says in a language, else as it was issued: title, text, signer, course."""
        found = self.words.get(language) or self.words.get(self.language) or {}
        course = self.course.title
        return {"title": course, "text": "", "signer": "", "course": course} | found
