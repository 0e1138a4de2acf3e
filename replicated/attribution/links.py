"""Referral links: the encrypted cookie of a visit, and what a request proves about its seller.

The server sets the cookie when a visitor opens a page of a seller's site. Nothing else that a
browser sends can name a seller: no query string, field or header. The cookie has the seller's id
and the time, and lasts 30 days.
"""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from markets.sellers import base_of, seller_of
from markets.text import as_seen
from people import sealing
from replicated.consultants.models import Consultant

from .models import Credit, PersonLink
from .reasons import ASKED, CODE, LINK, LINK_LIFETIME

COOKIE = "seller"
PURPOSE = "replicated.attribution.links"
# On the same site the cookie is not set again before this time has passed.
RENEW_AFTER = timedelta(hours=12)


def _seal(seller_id: int, at: datetime) -> str:
    return sealing.seal([seller_id, int(at.timestamp())], purpose=PURPOSE)


def read(request) -> tuple[int, datetime] | None:
    """(seller id, moment) from the visitor's cookie; None without a valid one."""
    try:
        seller_id, stamp = sealing.unseal(request.COOKIES.get(COOKIE, ""), purpose=PURPOSE)
        return int(seller_id), datetime.fromtimestamp(int(stamp), tz=UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def is_visit(request) -> bool:
    """Whether the visitor opened the page: not a frame, an image, a prefetch or a script."""
    if request.method != "GET" or getattr(request, "is_dummy", False):
        return False
    if "prefetch" in request.headers.get("sec-purpose", request.headers.get("purpose", "")):
        return False
    destination = request.headers.get("sec-fetch-dest")
    if destination is not None:
        return destination == "document"
    return not request.headers.get("hx-request") and "text/html" in request.headers.get(
        "accept", "text/html"
    )


def remember(request, response) -> None:
    """Set the cookie: the visitor came by this seller's link."""
    seller = seller_of(request)
    if seller is None or response.status_code >= 400 or not is_visit(request):
        return
    now = timezone.now()
    known = read(request)
    if known and known[0] == seller.pk and now - known[1] < RENEW_AFTER:
        return
    response.set_cookie(
        COOKIE,
        _seal(seller.pk, now),
        max_age=LINK_LIFETIME,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def follow(request, person) -> None:
    """Save the referral link that this request proves for a signed-in person, so that it counts on
    their other devices."""
    latest = _latest(request)
    if latest is None:
        return
    seller_id, at = latest
    link = PersonLink.objects.filter(person=person).first()
    if link and (link.at >= at or (link.consultant_id == seller_id and at - link.at < RENEW_AFTER)):
        return
    if not Consultant.objects.filter(pk=seller_id).exists():
        return
    PersonLink.objects.update_or_create(
        person=person, defaults={"consultant_id": seller_id, "at": at}
    )


def _latest(request) -> tuple[int, datetime] | None:
    seller = seller_of(request)
    if seller is not None:
        return seller.pk, timezone.now()
    return read(request)


def collect(request) -> dict:
    """The claims that this request proves, as JSON, for ``people.provenance``."""
    found: dict = {"base": base_of(request), "claims": []}
    seller = seller_of(request)
    now = timezone.now()
    if seller is not None:
        claim = {"reason": LINK, "seller": seller.pk, "at": now.isoformat(), "by": "address"}
        found["claims"].append(claim)
    if cookie := read(request):
        claim = {"reason": LINK, "seller": cookie[0], "at": cookie[1].isoformat(), "by": "cookie"}
        found["claims"].append(claim)
    return found


def check_code(text: str) -> dict:
    """The claim for a typed code or alias. Raises ValidationError if no seller has it."""
    text = as_seen(text).lstrip("@").lower()
    consultants = Consultant.objects.active()
    consultant = (
        consultants.filter(code__iexact=text).first() or consultants.filter(alias=text).first()
    )
    if consultant is None:
        raise ValidationError(_("We don't recognize this code. Check it, or leave it blank."))
    return {
        "reason": CODE,
        "seller": consultant.pk,
        "at": timezone.now().isoformat(),
        "by": "typed",
    }


def may_ask(request) -> bool:
    """Whether to ask the visitor for a seller's code: not if they have a seller already."""
    user = request.user
    if not user.is_authenticated:
        return True
    bonds = Credit.objects.current().filter(person__user=user)
    return not bonds.exclude(consultant=None).exists()


def asked(consultant: Consultant) -> dict:
    """The claim for a recommendation that staff recorded."""
    return {
        "reason": ASKED,
        "seller": consultant.pk,
        "at": timezone.now().isoformat(),
        "by": "staff",
    }
