"""Count the visitors of consultants' sites, each at most once a day. No personal data is stored.

Counted by the request that pages send after they have loaded (``cms.web.visitor``), so that bots
and cached pages do not matter. An encrypted cookie has the sites at which the browser was counted
today.
"""

from datetime import date

from django.conf import settings
from django.db.models import Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from cms.web.throttle import over_limit
from markets.sellers import seller_of
from people import sealing
from people.lockout import client_ip
from people.services import person_of
from replicated.attribution import links
from replicated.consultants.models import Consultant

from .models import SiteVisits
from .services import count_visit

COOKIE = "visited"
PURPOSE = "replicated.portal.visits"
DAY = 24 * 60 * 60
# Limits against scripts: sites at which a browser is counted in a day, and visitors of a site from
# one IP address (a family, a café).
MOST_SITES, MOST_FROM_ADDRESS = 20, 40


def notice(request, response) -> None:
    """Finisher for ``cms.web.visitor.register_finisher``: count the visit, once a day for each
    visitor and site, and save the referral link of a signed-in visitor for other devices.
    """
    seller = seller_of(request)
    if seller is None or request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return
    today = timezone.localdate()
    sites = _seen_today(request, today)
    if sites and sites[-1] == seller.pk:
        return
    person = person_of(request.user)
    is_owner = (
        person is not None and Consultant.objects.filter(pk=seller.pk, person=person).exists()
    )
    if person is not None and not is_owner:
        links.follow(request, person)
    if seller.pk not in sites and not is_owner and not _is_script(request, seller.pk):
        count_visit(consultant_id=seller.pk, day=today)
    # The latest site last: returning to another one makes its link the latest.
    sites = [*(site for site in sites if site != seller.pk), seller.pk][-MOST_SITES:]
    response.set_cookie(
        COOKIE,
        sealing.seal([today.isoformat(), sites], purpose=PURPOSE),
        max_age=DAY,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _seen_today(request, today: date) -> list[int]:
    try:
        day, sites = sealing.unseal(request.COOKIES.get(COOKIE, ""), purpose=PURPOSE)
    except (ValueError, TypeError):
        return []
    return list(sites) if day == today.isoformat() else []


def _is_script(request, seller_id: int) -> bool:
    address = client_ip(request) or ""
    return over_limit(request, f"visit:{seller_id}", MOST_FROM_ADDRESS, by=address, seconds=DAY)


def visits_by_month(consultant: Consultant):
    """Visits of a site by month: rows with month (a date) and total, newest first."""
    return (
        SiteVisits.objects.filter(consultant=consultant)
        .annotate(month=TruncMonth("day"))
        .values("month")
        .annotate(total=Sum("count"))
        .order_by("-month")
    )


def visits_this_month(consultant: Consultant) -> int:
    first = timezone.localdate().replace(day=1)
    rows = SiteVisits.objects.filter(consultant=consultant, day__gte=first)
    return rows.aggregate(total=Sum("count"))["total"] or 0
