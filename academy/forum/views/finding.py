"""What an address names, for whoever asks; and what the frame says around it."""

from functools import wraps

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from markets.fields import is_for_market
from markets.lookup import language_of, market_of
from markets.storefront_urls import in_edition, neutral

from ..access import Viewer
from ..models import Board, Post, Thread
from ..places import board_path, edition_of, is_at_home
from ..reading import PER_PAGE, with_own

WITH_LANGUAGE = Board.objects.select_related("locale")


class Elsewhere(Exception):
    """What is asked for is read in another edition: ``response`` leads there."""

    def __init__(self, response: HttpResponse):
        super().__init__()
        self.response = response


def led_home(view):
    """Follow ``Elsewhere``; what there is not for somebody is a 404, like what there is not."""

    @wraps(view)
    def led(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except Elsewhere as elsewhere:
            return elsewhere.response
        except (Board.DoesNotExist, Thread.DoesNotExist, Post.DoesNotExist) as missing:
            raise Http404 from missing

    return led


def board_by_slug(request, slug: str) -> Board:
    """The board of this edition's language; one of another language leads there. ``alike``: the
    same board in every language that the reader may read it in."""
    viewer, language = Viewer.of(request), language_of(request.edition)
    keys = Board.objects.filter(slug=slug).values("translation_key")
    readable = viewer.readable(WITH_LANGUAGE.filter(translation_key__in=keys))
    named = [board for board in readable if board.slug == slug]
    if not named:
        raise Board.DoesNotExist
    board = min(named, key=lambda one: one.language != language)
    board.alike = [one for one in readable if one.translation_key == board.translation_key]
    return _at_home(request, board)


def thread_by_key(request, pk: int) -> Thread:
    """A thread with its board and author, and the post that answers it."""
    viewer = Viewer.of(request)
    board = WITH_LANGUAGE.get(threads=pk)
    rows = with_own(Thread.objects.visible_to(viewer, [board]), viewer)
    thread = rows.select_related("author", "answer__author").get(pk=pk)
    thread.board = _at_home(request, board)
    return thread


def post_by_key(request, pk: int) -> Post:
    """A post with its thread and board."""
    viewer = Viewer.of(request)
    board = WITH_LANGUAGE.get(threads__posts=pk)
    rows = Post.objects.visible_to(viewer, [board]).select_related("thread__author", "author")
    post = rows.get(pk=pk)
    post.thread.board = _at_home(request, board)
    return post


def _at_home(request, board: Board) -> Board:
    if is_at_home(board, request.edition):
        return board
    if request.method not in ("GET", "HEAD"):
        return board
    there = edition_of(board, prefer=market_of(request.edition))
    if there is None:
        raise Board.DoesNotExist
    match = request.resolver_match
    with translation.override(there):
        path = reverse(match.view_name, kwargs=match.kwargs)
    query = request.META.get("QUERY_STRING", "")
    address = in_edition(neutral(path), there)
    raise Elsewhere(HttpResponseRedirect(f"{address}?{query}" if query else address))


def address_of(thread: Thread) -> str:
    return reverse("forum:thread", args=[thread.board.slug, thread.pk, thread.slug])


def address_of_post(post: Post) -> str:
    """Where the post is read; in a short thread on its first page."""
    query = "" if post.thread.post_count <= PER_PAGE else f"?from={post.pk}"
    return f"{address_of(post.thread)}{query}#post-{post.pk}"


def boards_here(request, viewer: Viewer) -> tuple[list[Board], list[Board]]:
    """The boards that somebody may read: of this edition, and of other languages of its market."""
    market, language = request.market, language_of(request.edition)
    readable = [board for board in viewer.boards if is_for_market(board.markets, market.code)]
    here = [board for board in readable if board.language == language]
    there = [
        board
        for board in readable
        if board.language != language and board.language in market.languages
    ]
    return here, there


def crumbs(request, *further: tuple[str, str]) -> list[dict]:
    """From home to here, for the page and for search engines. ``further``: label and address."""
    trail = [(_("Home"), in_edition("/")), (_("Forum"), reverse("forum:index")), *further]
    request.storefront_breadcrumb = [(label, neutral(url)) for label, url in trail]
    return [{"label": label, "url": url} for label, url in trail]


def of_one_language(request, board: Board, path: str) -> None:
    """Say that a page is in one language alone, so that no other is offered as a translation."""
    request.storefront_alternates = {board.language: neutral(path)}
    request.storefront_markets = list(board.markets)


def of_translated_board(request, board: Board) -> None:
    """Say where the same board is in other languages."""
    alike = [one for one in board.alike if edition_of(one)]
    request.storefront_alternates = {one.language: board_path(one) for one in alike}
    request.storefront_markets = list(board.markets)
