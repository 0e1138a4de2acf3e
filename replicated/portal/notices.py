"""Privacy notices in checkout and sign-up: what a consultant will see of the customer's data."""

from django.utils.translation import gettext as _

from markets.sellers import seller_of
from people.services import person_of
from replicated.attribution import links
from replicated.consultants.models import Consultant

from .customers import consultant_of_customer
from .models import PortalPolicy
from .sentences import listed


def what_is_seen(policy: PortalPolicy) -> str:
    """What a consultant sees of a customer, as part of a sentence: "your name and …"."""
    seen = [_("your name")]
    if policy.show_email:
        seen.append(_("your email"))
    if policy.show_phone:
        seen.append(_("your phone"))
    if policy.show_orders:
        seen.append(_("the number, date, status and total of your orders"))
    return listed(seen)


def who_sees(request) -> str:
    """The notice for a form that asks for a customer's data: which consultant sees what of it; ""
    if there is none, or it is not known yet.
    """
    consultant = _consultant(request)
    if consultant is None:
        return ""
    seen = what_is_seen(PortalPolicy.load(request_or_site=request))
    return _("%(consultant)s sees %(seen)s, never your address or how you pay.") % {
        "consultant": consultant.name,
        "seen": seen,
    }


def whoever_is_named(request) -> str:
    """The notice beside the field for a consultant's code, without a name."""
    seen = what_is_seen(PortalPolicy.load(request_or_site=request))
    return _("The person it belongs to sees %(seen)s.") % {"seen": seen}


def _consultant(request) -> Consultant | None:
    person = person_of(request.user)
    bound = consultant_of_customer(person) if person is not None else None
    if bound is not None:
        return bound
    seller = seller_of(request)
    if seller is not None:
        return Consultant.objects.filter(pk=seller.pk).select_related("person").first()
    latest = links.read(request)
    if latest is None:
        return None
    return Consultant.objects.active().filter(pk=latest[0]).select_related("person").first()
