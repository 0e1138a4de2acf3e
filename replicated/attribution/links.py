"""Links by which visitors come: the sealed cookie, and what a request can prove about them.

The cookie is set by the server on a page that somebody opened under a seller's name, and nothing
else a browser sends can name a seller: not a query string, a field or a header. It holds the
seller's number and the time, lasts 30 days, and is readable by nobody but us.
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
# A visitor who reads on under the same name gets no new cookie with every page.
RENEW_AFTER = timedelta(hours=12)


def _seal(seller_id: int, at: datetime) -> str:
    return sealing.seal([seller_id, int(at.timestamp())], purpose=PURPOSE)


def read(request) -> tuple[int, datetime] | None:
    """(seller id, when) of the visitor's cookie; None without one, or with one not of ours."""
    try:
        seller_id, stamp = sealing.unseal(request.COOKIES.get(COOKIE, ""), purpose=PURPOSE)
        return int(seller_id), datetime.fromtimestamp(int(stamp), tz=UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def is_visit(request) -> bool:
    """Whether somebody opened the page: not a frame, a picture, a prefetch or a script."""
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
    """Note in the visitor's cookie that they came by this seller's link."""
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
    """Bind the link that this request can prove to a signed-in person, for other devices."""
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
    """What this request proves about its seller, as JSON, for ``people.provenance``."""
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
    """The claim of a typed code (or site name). Raises ValidationError for nobody's."""
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
    """Whether asking for a code makes sense: not of a customer who is somebody's already."""
    user = request.user
    if not user.is_authenticated:
        return True
    bonds = Credit.objects.current().filter(person__user=user)
    return not bonds.exclude(consultant=None).exists()


def asked(consultant: Consultant) -> dict:
    """The claim of a recommendation that staff wrote down."""
    return {
        "reason": ASKED,
        "seller": consultant.pk,
        "at": timezone.now().isoformat(),
        "by": "staff",
    }
