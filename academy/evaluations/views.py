"""Taking an evaluation: its rules, the attempt, handing in, and the review."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from markets.lookup import language_of
from people.portal import page

from . import gates, services
from .models import Attempt, AttemptQuestion, Evaluation
from .models.attempts import State
from .pages import attempt_context, fields_of, result_context, seconds_left, start_context
from .standing import evaluation_for

PREVIEW = "evaluations.change_evaluation"


def learners_page(view):
    """For whoever has signed in and proven who they are. Never stored; not for search engines."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if request.person is None:
            return redirect("account")
        request.storefront_robots = "noindex"
        return view(request, *args, **kwargs)

    return page()(guarded)


@learners_page
@require_http_methods(["GET", "HEAD", "POST"])
def start(request, key):
    access = gates.access_of(request.person, key)
    preview = access is None and request.user.has_perm(PREVIEW)
    if access is None and not preview:
        raise Http404
    language = language_of(get_language())
    if request.method == "POST":
        try:
            attempt = services.start_attempt(
                person=request.person, evaluation_key=key, language=language, preview=preview
            )
        except Evaluation.DoesNotExist:
            raise Http404 from None
        except services.CannotStart as refused:
            messages.error(request, str(refused))
            return redirect("evaluations:start", key=key)
        return redirect("evaluations:attempt", key=key, number=attempt.number)
    try:
        evaluation = evaluation_for(key, language, drafts=preview)
    except Evaluation.DoesNotExist:
        raise Http404 from None
    context = start_context(request.person, evaluation, access, now=timezone.now())
    return render(request, "evaluations/start.html", context)


@learners_page
@require_http_methods(["GET", "HEAD", "POST"])
def attempt(request, key, number):
    taken = _own(request, key, number)
    if request.method == "POST":
        return _save_page(request, taken)
    if _ended(request, taken):
        return redirect("evaluations:result", key=key, number=number)
    context = attempt_context(taken, asked=request.GET.get("question", ""), now=timezone.now())
    return render(request, "evaluations/attempt.html", context)


def _save_page(request, taken: Attempt):
    """A page that was sent without a script, or its buttons: everything on it is kept first."""
    try:
        wrong = services.save_form(
            user=request.user,
            evaluation_key=taken.evaluation_key,
            number=taken.number,
            data=request.POST,
        )
    except services.AttemptClosed:
        _ended(request, taken)
        messages.warning(request, _("This attempt was over: your last changes came too late."))
        return redirect("evaluations:result", key=taken.evaluation_key, number=taken.number)
    if wrong:
        context = attempt_context(
            taken,
            asked=request.POST.get("question", ""),
            now=timezone.now(),
            wrong=wrong,
            sent=request.POST,
        )
        return render(request, "evaluations/attempt.html", context)
    if "hand_in" in request.POST:
        return redirect("evaluations:hand_in", key=taken.evaluation_key, number=taken.number)
    here = reverse("evaluations:attempt", args=[taken.evaluation_key, taken.number])
    if go := request.POST.get("go", ""):
        return redirect(f"{here}?question={go}" if go.isdecimal() else here)
    messages.success(request, _("Your answers are saved."))
    asked = request.POST.get("question", "")
    return redirect(f"{here}?question={asked}" if asked.isdecimal() else here)


@learners_page
@require_POST
def save(request, key, number, position):
    """One answer, from the page's script. Says what is stored, how much time is left, and, once the
    attempt is over, where its result is (``closed``)."""
    sequence = request.POST.get("sequence", "")
    try:
        saved = services.save_answer(
            user=request.user,
            evaluation_key=key,
            number=number,
            position=position,
            data=request.POST,
            sequence=int(sequence) if sequence.isdecimal() and len(sequence) < 19 else None,
        )
    except (Attempt.DoesNotExist, AttemptQuestion.DoesNotExist):
        raise Http404 from None
    except services.AttemptClosed:
        return JsonResponse({"closed": reverse("evaluations:result", args=[key, number])})
    except ValidationError as error:
        return JsonResponse({"error": " ".join(error.messages)})
    return JsonResponse(
        {
            "stored": saved.stored,
            "sequence": saved.sequence,
            "fields": fields_of(position, saved.answer),
            "was": services.fingerprint(saved.answer),
            "whole": saved.is_whole,
            "warning": saved.warning,
        }
    )


@learners_page
@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request, key, number):
    """Ask once more, naming what is open; a POST hands in, with what the page still held."""
    taken = _own(request, key, number)
    if request.method == "POST":
        ended = services.hand_in(
            user=request.user, evaluation_key=key, number=number, data=request.POST
        )
        if taken.is_open and ended.state != State.EXPIRED:
            messages.success(request, _("Your evaluation was handed in."))
        return redirect("evaluations:result", key=key, number=number)
    if _ended(request, taken):
        return redirect("evaluations:result", key=key, number=number)
    context = attempt_context(taken, asked="", now=timezone.now())
    return render(request, "evaluations/hand_in.html", context)


@learners_page
@require_safe
def result(request, key, number):
    taken = _own(request, key, number)
    if not _ended(request, taken):
        return redirect("evaluations:attempt", key=key, number=number)
    context = result_context(taken, gates.access_of(request.person, key), now=timezone.now())
    return render(request, "evaluations/result.html", context)


def _own(request, key, number: int) -> Attempt:
    """One of one's own attempts, and no other: all pages of an attempt come through here."""
    rows = Attempt.objects.of(request.person).at(key).filter(number=number)
    found = rows.select_related("evaluation").first()
    if found is None:
        raise Http404
    return found


def _ended(request, taken: Attempt) -> bool:
    """Whether an attempt is over; one whose time has run out is ended by that."""
    if taken.is_open and seconds_left(taken, timezone.now(), grace=True) == 0:
        ended = services.hand_in(
            user=request.user, evaluation_key=taken.evaluation_key, number=taken.number
        )
        for field in ended._meta.concrete_fields:
            setattr(taken, field.attname, getattr(ended, field.attname))
    return not taken.is_open
