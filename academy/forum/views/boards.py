"""The forum's first page with its search, and one board."""

from django.core.paginator import Paginator
from django.db.models import Count, Max, Sum
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from cms.web.throttle import over_limit
from markets.lookup import content_languages, language_of
from markets.storefront_urls import in_edition, neutral, path_of
from people.private import private

from ..access import Viewer
from ..models import Follow, Post, Thread
from ..places import board_path
from ..text import excerpt
from .finding import board_by_slug, boards_here, crumbs, led_home, of_translated_board

THREADS_A_PAGE = 25
RESULTS_A_PAGE = 20
SEARCHES_AN_HOUR = 200
LONGEST_QUESTION = 100

SORTS = {
    "": (_("Latest posts"), ("-pinned", "-last_post_at", "-pk")),
    "new": (_("Newest threads"), ("-created_at", "-pk")),
    "unanswered": (_("Without an answer"), ("-last_post_at", "-pk")),
}


@private
@require_safe
def index(request):
    viewer = Viewer.of(request)
    here, elsewhere = boards_here(request, viewer)
    request.storefront_alternates = {
        language: path_of("forum:index", language) for language in content_languages()
    }
    trail = crumbs(request)
    asked = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST_QUESTION]
    context = {"crumbs": trail, "query": asked, "viewer": viewer}
    if asked:
        request.storefront_robots = "noindex, follow"
        return render(request, "forum/search.html", context | _search(request, here, asked))
    numbers = {
        row["board"]: row
        for row in Thread.objects.visible_to(viewer, here)
        .order_by()
        .values("board")
        .annotate(threads=Count("pk"), posts=Sum("post_count"), last=Max("last_post_at"))
    }
    context |= {
        "boards": [(board, numbers.get(board.pk)) for board in here],
        "elsewhere": [
            {
                "title": board.title,
                "language": board.language,
                "url": in_edition(board_path(board), request.market.edition(board.language)),
            }
            for board in elsewhere
        ],
    }
    return render(request, "forum/index.html", context)


def _search(request, boards, asked: str) -> dict:
    """What was found, newest first, from a post on."""
    viewer = Viewer.of(request)
    if over_limit(request, "forum-search", SEARCHES_AN_HOUR):
        return {"is_limited": True}
    found = Post.objects.visible_to(viewer, boards).matching(asked)
    found = found.select_related("thread__board", "author").order_by("-pk")
    before = request.GET.get("before", "")
    if before.isascii() and before.isdigit() and len(before) < 19:
        found = found.filter(pk__lt=int(before))
    rows = list(found[: RESULTS_A_PAGE + 1])
    shown = rows[:RESULTS_A_PAGE]
    return {
        "results": [(post, excerpt(post.html)) for post in shown],
        "older_than": shown[-1].pk if len(rows) > RESULTS_A_PAGE else None,
        "is_first": not before,
    }


@private
@require_safe
@led_home
def board(request, slug: str):
    found = board_by_slug(request, slug)
    viewer = Viewer.of(request)
    sort = request.GET.get("sort", "")
    sort = sort if sort in SORTS else ""
    threads = Thread.objects.visible_to(viewer, [found]).select_related("author", "last_author")
    if sort == "unanswered":
        threads = threads.filter(answer=None, state=Thread.State.OPEN)
    shown = Paginator(threads.order_by(*SORTS[sort][1]), THREADS_A_PAGE).get_page(
        request.GET.get("page")
    )
    path = reverse("forum:board", args=[found.slug])
    of_translated_board(request, found)
    page_range = shown.paginator.get_elided_page_range(shown.number, on_each_side=2, on_ends=1)
    if sort:
        request.storefront_robots = "noindex, follow"
    elif shown.number > 1:
        request.storefront_canonical = f"{neutral(path)}?page={shown.number}"
    follow = None
    if viewer.member is not None:
        follow = Follow.objects.filter(member=viewer.member, board=found).first()
    context = {
        "board": found,
        "crumbs": crumbs(request, (found.title, path)),
        "viewer": viewer,
        "page": shown,
        "page_range": page_range,
        "query": f"sort={sort}&" if sort else "",
        "sorts": [
            {"label": label, "url": f"{path}?sort={key}" if key else path, "current": key == sort}
            for key, (label, _order) in SORTS.items()
        ],
        "follow_mode": follow.mode if follow else "",
        "follow_url": reverse("forum:follow_board", args=[found.pk]),
        "modes": Follow.Mode.choices,
        "may_start": found.takes_threads or viewer.is_moderator,
        "language": language_of(request.edition),
    }
    return render(request, "forum/board.html", context)
