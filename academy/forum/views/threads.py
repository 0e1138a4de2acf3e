"""A thread: a page of its posts, and the form to reply."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from markets.storefront_urls import neutral
from people.private import private

from .. import services
from ..access import Viewer
from ..forms import MoveForm, PostForm
from ..models import Follow, Thread
from ..reading import key, page_of
from ..services.writing import may_edit, may_reply
from ..telling import mark_read
from ..text import excerpt
from .finding import (
    address_of,
    address_of_post,
    crumbs,
    led_home,
    of_one_language,
    post_by_key,
    thread_by_key,
)
from .sending import send_form


@private
@require_safe
@led_home
def post(request, pk: int):
    """The lasting address of a post: threads are moved, and get other titles."""
    return redirect(address_of_post(post_by_key(request, pk)))


@private
@require_http_methods(["GET", "HEAD", "POST"])
@led_home
def thread(request, board: str, pk: int, slug: str):
    found = thread_by_key(request, pk)
    viewer = Viewer.of(request)
    if request.method == "POST":
        return _reply(request, viewer, found)
    if (board, slug) != (found.board.slug, found.slug):
        query = request.META.get("QUERY_STRING", "")
        return redirect(f"{address_of(found)}?{query}" if query else address_of(found))
    page = page_of(found, viewer, request.GET)
    if not page.posts and request.GET:
        return redirect(address_of(found))
    form = PostForm(viewer=viewer) if viewer.person and may_reply(found, viewer) else None
    return show(request, viewer, found, page, form)


def show(request, viewer: Viewer, found: Thread, page, form, *, status: int = 200):
    path = address_of(found)
    of_one_language(request, found.board, path)
    after = request.GET.get("after", "")
    if page.is_first or key(after) is None:
        request.storefront_canonical = neutral(path)
    else:
        request.storefront_canonical = f"{neutral(path)}?after={key(after)}"
    if request.GET and not after:
        request.storefront_robots = "noindex, follow"
    if found.has_news:
        mark_read(viewer.member, page.posts)
    if form is not None and not form.is_bound and found.follow_mode is not None:
        del form.fields["follow"]
    for one in page.posts:
        one.may_edit = may_edit(one, viewer)
        one.is_own = viewer.is_author_of(one)
    board_url = reverse("forum:board", args=[found.board.slug])
    context = {
        "thread": found,
        "board_url": board_url,
        "thread_url": path,
        "crumbs": crumbs(request, (found.board.title, board_url), (found.title, path)),
        "viewer": viewer,
        "page": page,
        "answer_url": f"{path}?from={found.answer_id}#post-{found.answer_id}",
        "answer_excerpt": _answer_elsewhere(found, page),
        "form": form,
        "follow_mode": found.follow_mode or "",
        "follow_url": reverse("forum:follow_thread", args=[found.pk]),
        "modes": Follow.Mode.choices,
        "may_mark": viewer.is_moderator or viewer.is_author_of(found),
        "move_form": MoveForm(thread=found) if viewer.is_moderator else None,
        "description": excerpt(page.posts[0].html, 160) if page.posts else "",
        "sign_in_url": f"{reverse('account_login')}?next={path}%3Flast%23reply",
    }
    return render(request, "forum/thread.html", context, status=status)


def _answer_elsewhere(found: Thread, page) -> str:
    """The beginning of the answer, for a page that it does not stand on."""
    if found.answer is None or any(post.pk == found.answer_id for post in page.posts):
        return ""
    return excerpt(found.answer.html)


def _reply(request, viewer: Viewer, found: Thread):
    form = PostForm(request.POST, request.FILES, viewer=viewer)

    def write(**written):
        return services.reply(by=viewer, thread=found, **written)

    made = send_form(request, viewer, form, write)
    if made is not None:
        return redirect(f"{address_of(found)}?last#post-{made.pk}")
    page = page_of(found, viewer, {"last": ""})
    return show(request, viewer, found, page, form, status=form.status)
