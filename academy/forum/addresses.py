"""The forum for search engines and for whoever links to it."""

from collections.abc import Iterator

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import gettext

from cms.addresses.link_targets import TargetSource
from cms.addresses.sitemaps import Entry
from markets.lookup import content_languages, language_of
from markets.storefront_urls import path_of

from .access import Viewer
from .models import Thread
from .places import board_path, edition_of, thread_path

# So many threads stand in the map of the site, the liveliest first.
MOST_THREADS = 5000


def sitemap_entries() -> Iterator[Entry]:
    """What everybody may read: the forum, boards with their other languages, threads."""
    viewer = Viewer(AnonymousUser())
    boards = [board for board in viewer.boards if edition_of(board)]
    if not boards:
        return
    yield Entry({language: path_of("forum:index", language) for language in content_languages()})
    alike: dict = {}
    for board in boards:
        alike.setdefault((board.translation_key, tuple(board.markets)), []).append(board)
    for (_key, markets), found in alike.items():
        yield Entry({board.language: board_path(board) for board in found}, markets)
    by_pk = {board.pk: board for board in boards}
    threads = Thread.objects.visible_to(viewer, boards).order_by("-last_post_at")
    for thread in threads.only("title", "board", "last_post_at")[:MOST_THREADS]:
        board = thread.board = by_pk[thread.board_id]
        yield Entry(
            {board.language: thread_path(thread)}, tuple(board.markets), thread.last_post_at
        )


def forum_path(edition: str) -> str:
    return path_of("forum:index", language_of(edition))


KEY = "forum:index"


def _paths(keys: list[str], language: str) -> dict[str, str]:
    return {KEY: path_of("forum:index", language)} if KEY in keys else {}


FORUM = TargetSource(prefix="forum", choices=lambda: [(KEY, gettext("Forum"))], paths=_paths)
