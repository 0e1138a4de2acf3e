"""Taking a form that writes: limits, pictures, and words for what is refused; nothing is lost."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from cms.web.throttle import over_limit

from .. import services
from ..access import Viewer
from ..forms import PostForm
from ..models import Post
from ..pictures import keep
from ..services.writing import must_wait

POSTS_AN_HOUR = 30
# Of somebody whose posts wait: each of them is work for a moderator.
WAITING_POSTS_AN_HOUR = 5
UPLOADS_AN_HOUR = 60


def limited(request, viewer: Viewer, what: str, most: int) -> bool:
    """Count one more of something that somebody does; whether it was too much."""
    return over_limit(request, f"forum-{what}", most, by=f"person {viewer.person.pk}")


def send_form(request, viewer: Viewer, form: PostForm, write):
    """What ``write`` made of the form; None where the form says what is wrong (``form.status``).

    Pictures that came along are kept either way, so that nobody chooses them twice.
    """
    form.status = 200
    if viewer.person is None:
        _clean_without_pictures(form)
        return _refuse(form, _("Sign in and confirm your email to take part."), 403)
    if request.FILES and limited(request, viewer, "upload", UPLOADS_AN_HOUR):
        _clean_without_pictures(form)
        return _refuse(form, _("You've sent many pictures. Try again in an hour."), 429)
    is_valid = form.is_valid()
    drawn = form.cleaned_data.pop("pictures", None) or []
    if not is_valid:
        _keep(viewer, form, drawn)
        return None
    most = WAITING_POSTS_AN_HOUR if viewer.member is None or must_wait(viewer) else POSTS_AN_HOUR
    if limited(request, viewer, "post", most):
        _keep(viewer, form, drawn)
        return _refuse(form, _("You've written a lot within an hour. Try again later."), 429)
    values = dict(form.cleaned_data)
    name = values.pop("name", None)
    try:
        with transaction.atomic():
            if name is not None:
                services.take_part(by=viewer, name=name)
            _keep(viewer, form, drawn)
            pictures = [one.public_id for one in form.kept]
            made = write(pictures=pictures, follow=values.pop("follow", False), **values)
    except ValidationError as error:
        viewer.forget()
        form.add_error("name", error)
        return None
    except services.NotPossible as refused:
        viewer.forget()
        return _refuse(form, refused.message, 403)
    _say(request, made)
    return made


def _clean_without_pictures(form: PostForm) -> None:
    """Nobody has pictures decoded who may send none."""
    pictures = form.fields.pop("pictures", None)
    form.full_clean()
    if pictures is not None:
        form.fields["pictures"] = pictures


def _keep(viewer: Viewer, form: PostForm, drawn) -> None:
    if viewer.member is not None and drawn:
        form.kept += keep(viewer.member, drawn)


def _refuse(form: PostForm, message: str, status: int) -> None:
    form.add_error(None, message)
    form.status = status


def _say(request, made) -> None:
    if made.state == Post.State.WAITING:
        messages.info(
            request,
            _("Thank you. A moderator looks at your first posts before others see them."),
        )
