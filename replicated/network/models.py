"""The sponsor network: positions, zones, and the history of moves."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from markets.fields import MarketField
from replicated.consultants.models import Consultant

from .paths import LONGEST
from .querysets import PositionQuerySet


class Zone(models.Model):
    """A part of a market, as the company divides it. Closed zones are never deleted."""

    market = MarketField()
    code = models.CharField(_("Code"), max_length=16, unique=True)
    name = models.CharField(_("Name"), max_length=80)
    is_open = models.BooleanField(
        _("Open"), default=True, help_text=_("No one new is placed in a closed zone.")
    )

    class Meta:
        verbose_name = _("Zone")
        verbose_name_plural = _("Zones")
        ordering = ["market", "name"]
        default_permissions = ("add", "change", "view")

    def __str__(self) -> str:
        return self.name


class Position(models.Model):
    """A consultant's position in the network. The primary key is the consultant's.

    ``sponsor`` is authoritative; ``path`` and ``depth`` are derived from it, for fast queries
    (``paths``). Only ``services`` and ``agreement`` write these three. A consultant without a
    position has no row: they have no sponsor and no team. Ended and erased consultants keep their
    position, so that their team keeps its leaders.
    """

    consultant = models.OneToOneField(
        Consultant,
        verbose_name=_("Consultant"),
        primary_key=True,
        related_name="position",
        on_delete=models.PROTECT,
    )
    sponsor = models.ForeignKey(
        "self",
        verbose_name=_("Sponsor"),
        null=True,
        blank=True,
        related_name="sponsored",
        on_delete=models.PROTECT,
        help_text=_("Empty: at the top of the network."),
    )
    zone = models.ForeignKey(
        Zone,
        verbose_name=_("Zone"),
        null=True,
        blank=True,
        related_name="positions",
        on_delete=models.PROTECT,
    )
    path = models.CharField(max_length=LONGEST, editable=False)
    depth = models.PositiveSmallIntegerField(_("Level"), editable=False)
    # The consultant's consent: their leaders may see email and phone.
    shares_contact = models.BooleanField(_("Shows email and phone to their leaders"), default=False)
    # When they read who their sponsor is and what leaders see of them; reset by a move.
    notified_at = models.DateTimeField(null=True, editable=False)
    placed_at = models.DateTimeField(_("In the network since"), auto_now_add=True)

    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("Position in the network")
        verbose_name_plural = _("Network")
        default_permissions = ("view",)
        permissions = [("place_consultant", _("Can place consultants in the network"))]
        constraints = [
            models.UniqueConstraint(fields=["path"], name="network_one_path_each"),
            models.CheckConstraint(
                condition=Q(sponsor=None) | ~Q(sponsor=F("consultant")),
                name="network_nobody_sponsors_themselves",
            ),
        ]

    def __str__(self) -> str:
        return str(self.consultant)


class Move(models.Model):
    """A placement or move of a consultant by staff. Append-only."""

    position = models.ForeignKey(
        Position, verbose_name=_("Consultant"), related_name="moves", on_delete=models.PROTECT
    )
    former_sponsor = models.ForeignKey(
        Consultant, null=True, related_name="+", on_delete=models.PROTECT
    )
    sponsor = models.ForeignKey(
        Consultant,
        verbose_name=_("Sponsor"),
        null=True,
        related_name="+",
        on_delete=models.PROTECT,
    )
    former_zone = models.ForeignKey(Zone, null=True, related_name="+", on_delete=models.PROTECT)
    zone = models.ForeignKey(
        Zone, verbose_name=_("Zone"), null=True, related_name="+", on_delete=models.PROTECT
    )
    # The size of the team that was moved along.
    team = models.PositiveIntegerField(_("Team"), default=0)
    why = models.CharField(_("Why"), max_length=400, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Decided by"),
        null=True,
        related_name="+",
        on_delete=models.SET_NULL,
    )
    decided_at = models.DateTimeField(_("Decided"), db_index=True)

    class Meta:
        verbose_name = _("Move in the network")
        verbose_name_plural = _("Moves in the network")
        ordering = ["-decided_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.position_id}: {self.former_sponsor_id} → {self.sponsor_id}"


class NetworkLock(models.Model):
    """A single row, locked by every change of the network (``locking.lock_network``)."""

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return "network"
