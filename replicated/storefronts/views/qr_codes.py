"""Views of the QR code of a consultant's link, for visitors of the site and the consultant."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from markets.sellers import seller_of
from people import portal
from replicated.consultants.access import current_consultant

from .. import presentation, qr
from ..resolving import seller_from

DRAWERS = {"svg": (qr.svg, "image/svg+xml"), "png": (qr.png, "image/png")}


def _picture(seller, kind: str) -> HttpResponse:
    drawer, content_type = DRAWERS[kind]
    response = HttpResponse(drawer(presentation.personal_link(seller)), content_type=content_type)
    if kind == "png":
        response["Content-Disposition"] = f'attachment; filename="{seller.alias}.png"'
    return response


@require_safe
def of_site(request, kind: str):
    """The QR code of the current site; 404 on the company's site."""
    seller = seller_of(request)
    if seller is None:
        raise Http404
    response = _picture(seller, kind)
    response["Cache-Control"] = "private, max-age=3600"
    return response


@require_safe
@portal.page("my_site")
def of_my_site(request, kind: str):
    return _picture(seller_from(current_consultant(request)), kind)
