"""Consultants (people who sell under their own name), their sites' aliases and host names."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from markets.fields import MarketField
from people.models import Person

from .querysets import ConsultantQuerySet


class Consultant(models.Model):
    """A person who sells in the company's name.

    ``card`` is what their site shows of them, published from "My site". Pages of the site read
    nothing else about them.
    """

    class State(models.TextChoices):
        ACTIVE = "active", _("Active")
        PAUSED = "paused", _("Paused")
        ENDED = "ended", _("Ended")

    class SiteType(models.TextChoices):
        STANDARD = "standard", _("Consultant site")
        INFLUENCER = "influencer", _("Influencer site")

    person = models.OneToOneField(
        Person, verbose_name=_("Person"), related_name="consultant", on_delete=models.PROTECT
    )
    code = models.CharField(
        _("Code"),
        max_length=16,
        unique=True,
        help_text=_("What customers type when they have no link."),
    )
    alias = models.CharField(_("Site name"), max_length=30, unique=True)
    market = MarketField(verbose_name=_("Home market"))
    state = models.CharField(_("State"), max_length=8, choices=State, default=State.ACTIVE)
    site_type = models.CharField(
        _("Kind of site"), max_length=10, choices=SiteType, default=SiteType.STANDARD
    )
    site_active = models.BooleanField(_("Site is open"), default=True)
    card = models.JSONField(default=dict, blank=True, editable=False)
    created_at = models.DateTimeField(_("Since"), auto_now_add=True, db_index=True)
    updated_at = models.DateTimeField(auto_now=True)

    objects = ConsultantQuerySet.as_manager()

    class Meta:
        verbose_name = _("Consultant")
        verbose_name_plural = _("Consultants")
        # No permission to delete: orders are credited to consultants. They are ended instead.
        default_permissions = ("add", "change", "view")
        indexes = [models.Index(fields=["state", "site_active"], name="consultants_open")]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"

    @property
    def name(self) -> str:
        """The name on the site; the person's own name until they choose one."""
        return self.card.get("name") or self.person.name or self.code

    # The column's title in lists.
    name.fget.short_description = _("Name")

    @property
    def has_open_site(self) -> bool:
        return self.state == self.State.ACTIVE and self.site_active

    @property
    def is_influencer(self) -> bool:
        return self.site_type == self.SiteType.INFLUENCER


class SiteAlias(models.Model):
    """The current and former aliases of sites. Former ones redirect, and are never reassigned.

    ``skeleton`` is unique, to prevent look-alikes (``aliases.skeleton``). Of several aliases of one
    site that look alike, only the newest has it.
    """

    consultant = models.ForeignKey(
        Consultant, verbose_name=_("Consultant"), related_name="aliases", on_delete=models.CASCADE
    )
    alias = models.CharField(_("Site name"), max_length=30, unique=True)
    skeleton = models.CharField(max_length=30, unique=True, null=True, editable=False)
    created_at = models.DateTimeField(_("Since"), auto_now_add=True)

    class Meta:
        verbose_name = _("Site name")
        verbose_name_plural = _("Site names")
        default_permissions = ()

    def __str__(self) -> str:
        return f"@{self.alias}"


class SiteHost(models.Model):
    """A consultant's own domain. The operator is responsible for its TLS certificate."""

    consultant = models.ForeignKey(
        Consultant, verbose_name=_("Consultant"), related_name="hosts", on_delete=models.CASCADE
    )
    host = models.CharField(_("Host name"), max_length=200, unique=True)
    created_at = models.DateTimeField(_("Since"), auto_now_add=True)

    class Meta:
        verbose_name = _("Own host name")
        verbose_name_plural = _("Own host names")

    def __str__(self) -> str:
        return self.host


@register_setting(icon="lock")
class NamePolicy(BaseGenericSetting):
    """Reserved names for sites, besides the company's own (``reserved``)."""

    reserved = models.TextField(
        _("Reserved names"),
        blank=True,
        help_text=_(
            "One per line: brands, product lines, campaigns. No site gets an address with "
            "one of them. The company's own name is reserved already. Sites that have such a "
            "name keep it."
        ),
    )

    panels = [FieldPanel("reserved")]

    class Meta:
        verbose_name = _("Sellers' sites: reserved names")
        verbose_name_plural = _("Sellers' sites: reserved names")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)
