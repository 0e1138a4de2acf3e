"""Finding products by what somebody typed."""

from collections.abc import Iterable
from dataclasses import dataclass

from haystack.inputs import Exact
from haystack.query import SQ, SearchQuerySet

from commerce.listings.models import Listing

from .folding import words_of

# What is longer is no search; and every word costs a look into the index.
LONGEST_QUERY = 200
MOST_WORDS = 10
# From this length a word also finds longer ones that begin with it.
SHORTEST_PREFIX = 3

# Words that say nothing about a product. They count only where nothing else was typed.
SMALL_WORDS = {
    "es": {
        "a",
        "al",
        "con",
        "de",
        "del",
        "e",
        "el",
        "en",
        "la",
        "las",
        "lo",
        "los",
        "o",
        "para",
        "por",
        "que",
        "se",
        "sin",
        "su",
        "un",
        "una",
        "y",
    },
    "en": {
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "from",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    },
}


@dataclass(frozen=True)
class Query:
    """What was typed, and what is looked for. Nothing is looked for where ``words`` is empty."""

    typed: str
    words: tuple[str, ...]


def clean_query(typed: str, language: str) -> Query:
    """Make a search of anything that a person can type or paste; never fails.

    Operators, quotes, control characters and pictures are no words and fall away.
    """
    shown = " ".join("".join(c if c.isprintable() else " " for c in typed[:LONGEST_QUERY]).split())
    found = list(dict.fromkeys(words_of(shown)))
    telling = [word for word in found if word not in SMALL_WORDS.get(language, ())]
    return Query(typed=shown, words=tuple((telling or found)[:MOST_WORDS]))


def search_listings(query: Query, *, market_code: str, language: str) -> SearchQuerySet:
    """Listings that have every word of the query, the best first; an empty set without words.

    Lazy: count it and slice it. Its results carry the listing's primary key.
    """
    results = SearchQuerySet()
    if not query.words:
        return results.none()
    results = results.filter(language=Exact(language), market=Exact(market_code))
    for word in query.words:
        # The words are folded and hold letters and digits only: nothing in them is an operator.
        either = SQ(text=word)
        if len(word) >= SHORTEST_PREFIX:
            either |= SQ(text__startswith=word)
        results = results.filter(either)
    return results


def listings_of(results: Iterable) -> list[Listing]:
    """The listings of some search results, in their order; one query."""
    keys = [int(result.pk) for result in results]
    found = Listing.objects.for_cards().in_bulk(keys)
    return [found[key] for key in keys if key in found]
