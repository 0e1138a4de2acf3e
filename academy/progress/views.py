"""Taking courses. The pages themselves are cached and the same for everybody; what is a learner's
own is asked for and reported here."""

from functools import wraps
from uuid import UUID

from django.http import Http404, HttpResponseBadRequest, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from academy.courses.contents import chapters_below
from academy.courses.models import LessonPage
from academy.courses.notices import saying
from academy.courses.outline import entries_of
from cms.addresses.routing import page_path
from cms.web import same_origin
from markets.storefront_urls import in_edition
from people import portal
from people.private import private
from people.services import person_of

from . import services
from .access import course_of, course_page, is_next, may_enrol, to_finish_before
from .events import LONGEST_NOTE, Event, events_from
from .models import Enrolment
from .state import resume_at, state_of

LARGEST = 256 * 1024


def learner(view):
    """A form or a report of a page of the academy: from our own pages, by somebody signed in."""

    @wraps(view)
    @csrf_exempt
    @same_origin.required
    @private
    @require_POST
    def checked(request, key: UUID, *args, **kwargs):
        page = course_page(key)
        person = person_of(request.user)
        if person is None:
            login = reverse("account_login")
            return HttpResponseRedirect(f"{login}?{urlencode({'next': _address(page)})}")
        return view(request, page, person, *args, **kwargs)

    return checked


def _address(page) -> str:
    return in_edition(page_path(page))


def _enrolment(page, person) -> Enrolment:
    """Raises Http404 for who is not in the course."""
    rows = Enrolment.objects.of(person, page.translation_key)
    enrolment = rows.select_related("version", "course").first()
    if enrolment is None:
        raise Http404
    return enrolment


def _lesson(page, lesson: UUID) -> LessonPage:
    found = LessonPage.objects.live().descendant_of(page).filter(translation_key=lesson).first()
    if found is None:
        raise Http404
    return found


@learner
def begin(request, page, person):
    """Begin the course, or go on where it was left."""
    rows = Enrolment.objects.of(person, page.translation_key).select_related("version", "course")
    enrolment = rows.first()
    is_new = enrolment is None or enrolment.started_at is None
    if is_new and to_finish_before(page, person):
        return HttpResponseRedirect(saying(_address(page), "before"))
    if enrolment is None:
        if not may_enrol(page):
            return HttpResponseRedirect(saying(_address(page), "invited"))
        try:
            enrolment = services.enrol(person=person, course=course_of(page))
        except services.NotPossible:
            raise Http404 from None
    entries = list(entries_of(chapters_below(page)))
    done = enrolment.lessons.filter(finished_at__isnull=False).values_list("lesson", flat=True)
    entry = resume_at(enrolment, entries, {str(key) for key in done})
    return HttpResponseRedirect(entry.url if entry else _address(page))


@private
@require_GET
def state(request, key: UUID):
    """How far the visitor is, as JSON; ``{"enrolled": false}`` for who is not in the course."""
    person = person_of(request.user)
    page = course_page(key)
    rows = Enrolment.objects.of(person, key).select_related("version", "course") if person else []
    enrolment = next(iter(rows), None)
    return JsonResponse(state_of(enrolment, page) if enrolment else {"enrolled": False})


@learner
def events(request, page, person):
    """Take what a browser reports (``events.events_from``), and answer with the state."""
    enrolment = _enrolment(page, person)
    if len(request.body) > LARGEST:
        return HttpResponseBadRequest()
    try:
        found = events_from(request.body)
    except (ValueError, RecursionError):
        return HttpResponseBadRequest()
    return JsonResponse(state_of(services.record_events(enrolment, found), page))


@learner
def done(request, page, person, lesson: UUID):
    """Finish a lesson and lead on to the next one, or say what is still to be done."""
    here = _lesson(page, lesson)
    rows = Enrolment.objects.of(person, page.translation_key).select_related("version", "course")
    enrolment = rows.first()
    if enrolment is None:
        if not may_enrol(page):
            return HttpResponseRedirect(saying(_address(page), "invited"))
        if to_finish_before(page, person):
            return HttpResponseRedirect(saying(_address(page), "before"))
        enrolment = services.enrol(person=person, course=course_of(page))
    if page.in_order and not is_next(enrolment, lesson):
        return HttpResponseRedirect(saying(_address(page), "order"))
    if services.finish_lesson(enrolment, lesson):
        return HttpResponseRedirect(saying(_address(here), "todo"))
    enrolment.refresh_from_db()
    if enrolment.finished_at and enrolment.last_lesson == lesson and _is_last(page, lesson):
        return HttpResponseRedirect(saying(_address(page), "finished"))
    entries = list(entries_of(chapters_below(page)))
    keys = [entry.key for entry in entries]
    number = keys.index(str(lesson)) if str(lesson) in keys else len(keys)
    following = entries[number + 1].url if number + 1 < len(entries) else _address(page)
    return HttpResponseRedirect(following)


def _is_last(page, lesson: UUID) -> bool:
    entries = list(entries_of(chapters_below(page)))
    return bool(entries) and entries[-1].key == str(lesson)


@learner
def note(request, page, person, lesson: UUID):
    """Keep a learner's own note on a lesson."""
    here = _lesson(page, lesson)
    text = request.POST.get("note", "").replace("\0", "")[:LONGEST_NOTE]
    services.record_events(
        _enrolment(page, person), [Event(kind="note", lesson=str(lesson), text=text)]
    )
    return HttpResponseRedirect(saying(_address(here), "saved"))


@learner
def confirm(request, page, person, lesson: UUID, part: UUID):
    """Confirm a text of a lesson, in the words that the page has."""
    here = _lesson(page, lesson)
    enrolment = _enrolment(page, person)
    block = next((one for one in here.body if one.id == str(part)), None)
    if block is None or block.block_type != "agreement":
        raise Http404
    if request.POST.get("confirmed") != "1":
        return HttpResponseRedirect(saying(_address(here), "unchecked"))
    services.confirm(
        enrolment,
        lesson=lesson,
        part=str(part),
        title=block.value["title"],
        words=f"{block.value['text'].source}\n{block.value['sentence']}",
        language=get_language() or "",
    )
    return HttpResponseRedirect(saying(_address(here), "confirmed"))


@portal.page("courses")
@require_GET
def my_courses(request):
    """The courses that somebody is in, what waits first."""
    from .own_courses import courses_of

    return render(request, "progress/my_courses.html", {"courses": courses_of(request.person)})
