"""Where boards, threads and posts are read: in an edition of the language that they are in."""

from django.urls import reverse
from django.utils import translation

from markets.fields import is_for_market
from markets.lookup import all_markets, market_of
from markets.registry import Market
from markets.storefront_urls import neutral

from .models import Board, Post, Thread


def edition_of(board: Board, *, prefer: Market | None = None) -> str | None:
    """An edition in which a board is at home: of the preferred market, else of the first; None
    where no market that it is for speaks its language."""
    for market in ([prefer] if prefer else []) + list(all_markets()):
        if board.language in market.languages and is_for_market(board.markets, market.code):
            return market.edition(board.language)
    return None


def is_at_home(board: Board, edition: str) -> bool:
    market = market_of(edition)
    return edition == market.edition(board.language) and is_for_market(board.markets, market.code)


def board_path(board: Board) -> str:
    """The neutral path of a board, in the words of its language."""
    return _path(board, "forum:board", board.slug)


def thread_path(thread: Thread) -> str:
    return _path(thread.board, "forum:thread", thread.board.slug, thread.pk, thread.slug)


def post_path(post: Post) -> str:
    return _path(post.thread.board, "forum:post", post.pk)


def _path(board: Board, name: str, *args) -> str:
    with translation.override(edition_of(board) or board.language):
        return neutral(reverse(name, args=args))
