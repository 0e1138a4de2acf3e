"""Taking a learning path. Its page is cached and the same for everybody."""

from uuid import UUID

from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from academy.courses.models import LearningPathPage
from cms.addresses.routing import page_path
from cms.content import restricted
from cms.web import same_origin
from markets.lookup import content_languages, current_edition, language_of
from markets.storefront_urls import in_edition
from people.private import private
from people.services import person_of

from .access import course_page
from .paths import begin_path, next_course, path_state


def _path(key: UUID) -> LearningPathPage:
    """Raises Http404 where there is none, or none that the visitor may read."""
    live = LearningPathPage.objects.live().filter(translation_key=key).select_related("locale")
    found = {page.locale.language_code: page for page in live}
    order = (language_of(current_edition()), *content_languages())
    page = next((found[code] for code in order if code in found), None)
    if page is None or not restricted.may_read(page) or not page.is_for(current_edition()):
        raise Http404
    return page


@csrf_exempt
@same_origin.required
@private
@require_POST
def begin(request, key: UUID):
    """Begin a path, or go on: leads to the course that comes next."""
    path, person = _path(key), person_of(request.user)
    here = in_edition(page_path(path))
    if person is None:
        return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': here})}")
    begin_path(person=person, path=path)
    following = next_course(person, path)
    if following is None:
        return HttpResponseRedirect(here)
    return HttpResponseRedirect(in_edition(page_path(course_page(following))))


@private
@require_GET
def state(request, key: UUID):
    """How far the visitor is, as JSON."""
    path, person = _path(key), person_of(request.user)
    return JsonResponse(path_state(person, path) if person else {"begun": False, "courses": {}})
