"""A holder's certificates, and the page on which a stranger checks one."""

import re
from functools import wraps

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from academy.progress.access import course_page
from academy.progress.models import Enrolment
from academy.progress.services import begin_again
from cms.addresses.routing import page_path
from cms.web.throttle import over_limit
from commerce.typesetting.pdf import NotTypeset, pdf_response
from markets.lookup import language_of
from markets.sellers import address_at
from markets.storefront_urls import in_edition
from people import portal
from people.private import private
from replicated.storefronts import qr

from . import services
from .models import Certificate
from .paper import certificate_pdf, certificate_picture
from .tasks import ENDS_SOON

# Looking at certificates and drawing them, for one network address.
CHECKS_A_MINUTE = 30
NUMBER = re.compile(r"[2-9A-Z]{4}(-[2-9A-Z]{4}){2}")


def _address(certificate: Certificate, edition: str) -> str:
    """Where a certificate is checked: on the company's own site."""
    return address_at("", reverse("certificate", args=[certificate.number]), edition)


# --- The holder's -----------------------------------------------------------------------


@portal.page("certificates")
@require_safe
def own(request):
    rows = list(request.person.certificates.select_related("course"))
    today = timezone.localdate()
    newest = {row.course_id: row for row in reversed(rows)}
    shown = [
        {
            "certificate": row,
            "words": row.words_in(language_of(request.edition)),
            "address": _address(row, request.edition),
            "ends_soon": newest[row.course_id] is row
            and not row.is_withdrawn
            and row.expires_on is not None
            and row.expires_on <= today + ENDS_SOON,
        }
        for row in rows
    ]
    return render(request, "certificates/own.html", {"certificates": shown})


def holder(view):
    """A page about one of the visitor's own certificates; 404 for everybody else's."""

    @wraps(view)
    def found(request, pk: int):
        rows = request.person.certificates.select_related("course", "person")
        return view(request, get_object_or_404(rows, pk=pk))

    return portal.page("certificates")(found)


@holder
@require_safe
def pdf(request, certificate):
    if certificate.is_withdrawn:
        raise Http404
    if over_limit(request, "certificate", CHECKS_A_MINUTE, seconds=60):
        return HttpResponse(status=429)
    address = _address(certificate, request.edition)
    try:
        content = certificate_pdf(certificate, address=address, qr=qr.svg(address))
    except NotTypeset:
        messages.error(request, gettext("The PDF could not be made. Try again in a moment."))
        return HttpResponseRedirect(reverse("certificates"))
    return pdf_response(content, name=certificate.number)


@holder
@require_POST
def show_name(request, certificate):
    shows = request.POST.get("shows") == "1"
    services.show_name(certificate, shows=shows)
    said = (
        gettext("Whoever checks it sees your name.") if shows else gettext("Your name is hidden.")
    )
    messages.success(request, said)
    return HttpResponseRedirect(reverse("certificates"))


@holder
@require_POST
def again(request, certificate):
    """Take the course once more, for a certificate that ends soon or has ended."""
    rows = Enrolment.objects.filter(person=request.person, course=certificate.course)
    enrolment = rows.select_related("course").first()
    soon = timezone.localdate() + ENDS_SOON
    newest = request.person.certificates.filter(course=certificate.course).first()
    ends_soon = certificate.expires_on is not None and certificate.expires_on <= soon
    if not ends_soon or certificate.is_withdrawn or certificate != newest or enrolment is None:
        raise Http404
    page = course_page(certificate.course.key)
    begin_again(enrolment)
    return HttpResponseRedirect(in_edition(page_path(page)))


# --- Everybody's ------------------------------------------------------------------------


@private
@require_safe
def check(request, number: str):
    """Whether a certificate is genuine and valid: what it says, and whose it is if they agreed."""
    certificate = _by_number(request, number)
    request.storefront_robots = "noindex, nofollow"
    context = {
        "certificate": certificate,
        "words": certificate.words_in(language_of(request.edition)),
        "address": _address(certificate, request.edition),
    }
    return render(request, "certificates/check.html", context)


@require_safe
def picture(request, number: str):
    """The picture of a valid certificate for shared links."""
    certificate = _by_number(request, number)
    if not certificate.is_valid:
        raise Http404
    try:
        content = certificate_picture(certificate)
    except NotTypeset:
        return HttpResponse(status=503)
    response = HttpResponse(content, content_type="image/png")
    response["Cache-Control"] = "public, max-age=300"
    return response


def _by_number(request, number: str) -> Certificate:
    """Raises Http404; also where somebody tries numbers."""
    number = number.strip().upper()
    if not NUMBER.fullmatch(number) or over_limit(
        request, "certificate", CHECKS_A_MINUTE, seconds=60
    ):
        raise Http404
    return get_object_or_404(Certificate.objects.select_related("course"), number=number)
