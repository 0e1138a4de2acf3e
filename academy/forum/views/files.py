"""Pictures of posts, and the names that can be mentioned in a thread."""

from django.http import Http404, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from cms.content.uploads.serving import NOTHING_RUNS
from markets.folding import fold
from people.private import private

from ..access import Viewer
from ..models import Member, Picture, Post
from .finding import led_home, thread_by_key

MOST_NAMES = 8


@require_safe
def picture(request, public_id):
    """A picture, for whoever may read its post; one without a post for who uploaded it."""
    viewer = Viewer.of(request)
    rows = Picture.objects.select_related("post__thread__board")
    found = rows.filter(public_id=public_id).first()
    if found is None or not _may_see(viewer, found):
        raise Http404("No such picture.")
    with found.file.open("rb") as stored:
        response = HttpResponse(stored.read(), content_type="image/webp")
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = NOTHING_RUNS
    # Kept by the browser alone, and not for long: a post may be hidden.
    response["Cache-Control"] = "private, max-age=600"
    return response


def _may_see(viewer: Viewer, picture: Picture) -> bool:
    if picture.post is None:
        return viewer.owns(picture)
    board = picture.post.thread.board
    return Post.objects.visible_to(viewer, [board]).filter(pk=picture.post_id).exists()


@private
@require_safe
@led_home
def names(request, pk: int):
    """Names that begin with ``q``, of who has written in a thread that the reader may read; for
    members only, and never anybody else's."""
    thread, viewer = thread_by_key(request, pk), Viewer.of(request)
    if viewer.member is None:
        return JsonResponse({"names": []})
    wanted = fold(request.GET.get("q", "").replace("\x00", ""))[:40]
    found = Member.objects.in_thread(thread).exclude(pk=viewer.member.pk)
    found = found.filter(name_key__startswith=wanted).order_by("name")
    return JsonResponse({"names": list(found.values_list("name", flat=True)[:MOST_NAMES])})
