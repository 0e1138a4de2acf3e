"""The built-in reasons, in the default order of precedence."""

from django.utils.translation import gettext_lazy as _

from . import reasons
from .models import Credit, PersonLink
from .reasons import ASKED, BOUND, CODE, LINK, LINK_LIFETIME, Reason, Record


class Bound(Reason):
    """The customer is bound to a consultant already."""

    code, name = BOUND, _("Their customer")

    def on_record(self, person):
        bonds = Credit.objects.current().filter(person=person).exclude(consultant=None)
        return [
            Record(bond.consultant_id, bond.decided_at, f"credit {bond.pk}") for bond in bonds[:1]
        ]


class Code(Reason):
    """The customer typed a consultant's code."""

    code, name = CODE, _("Code typed")
    ways = {"typed": _("typed their code")}


class Link(Reason):
    """The customer came by a consultant's link within the last 30 days; the latest one counts."""

    code, name = LINK, _("Came by link")
    lifetime = LINK_LIFETIME
    ways = {
        "address": _("ordered under their name"),
        "cookie": _("opened their link in this browser"),
        "account": _("opened their link while signed in"),
    }

    def on_record(self, person):
        links = PersonLink.objects.filter(person=person)
        return [Record(link.consultant_id, link.at, "account") for link in links]


class Recommended(Reason):
    """The customer told staff who recommended the company, and staff recorded it."""

    code, name = ASKED, _("Recommended, as told")
    ways = {"staff": _("told staff")}


def register() -> None:
    for reason in (Bound(), Code(), Link(), Recommended()):
        reasons.register_reason(reason)
