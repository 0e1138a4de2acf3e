"""A learner's own record, from "My courses"."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from academy.progress.services import TILE
from cms.web.throttle import over_limit
from commerce.typesetting.pdf import NotTypeset, pdf_response
from people import portal

from .record import record_pdf

# Each takes a second or two of a processor.
RECORDS_A_MINUTE = 10


@portal.page(TILE)
@require_safe
def record(request):
    if over_limit(request, "course_record", RECORDS_A_MINUTE, seconds=60):
        return HttpResponse(status=429)
    try:
        content = record_pdf(request.person, request.edition)
    except NotTypeset:
        messages.error(request, gettext("The PDF could not be made. Try again in a moment."))
        return HttpResponseRedirect(reverse("my_courses"))
    return pdf_response(content, name=f"courses-{request.person.pseudonym}")
