"""Run a search: find products and pages for a query, with synonyms and typo correction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.functional import cached_property
from haystack import connections
from haystack.inputs import Exact
from haystack.query import SQ, SearchQuerySet
from haystack.utils import get_model_ct
from wagtail.models import Page

from commerce.listings.models import Listing

from .analysis import stems
from .models import Synonym
from .pages import readable
from .query import Query, clean_query, writings
from .terms import Vocabulary, is_correctable, is_one_letter_away

# The alternatives that match one entry of a query: tuples of stems that must all be present. The
# first is what was typed.
Alternatives = list[tuple[str, ...]]
# The most results read from an engine other than Whoosh.
MOST_FOUND = 10_000
# With fewer results than this, a similar word that is more frequent is suggested.
FEW = 3
# How much more frequent.
TIMES = 5
# With more words than this, partial matches are not tried.
MOST_PARTLY = 4


@dataclass(frozen=True)
class Meanings:
    """A language's synonyms: the phrases that a phrase also finds, by stems, and their words."""

    by_stems: dict[tuple[str, ...], list[tuple[str, ...]]]
    words: frozenset[str]


@lru_cache(maxsize=16)
def meanings_of(rows: tuple[tuple[str, str, bool], ...], language: str) -> Meanings:
    """The synonyms from rows of (typed, meant, both ways). Cached while the rows are the same."""
    found: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    words: set[str] = set()
    for typed, meant, both_ways in rows:
        synonym = Synonym(language=language, typed=typed, meant=meant, both_ways=both_ways)
        for phrase, others in synonym.pairs().items():
            found.setdefault(stems(phrase.split(), language), []).extend(
                tuple(other.split()) for other in others
            )
            words.update(phrase.split())
    return Meanings(found, frozenset(words))


@dataclass
class Plan:
    """A search plan: a result must match one alternative of each entry."""

    entries: list[Alternatives] = field(default_factory=list)
    # The run of words that each entry stands for.
    runs: list[tuple[str, ...]] = field(default_factory=list)


@dataclass
class Found:
    """The result of a search. ``corrected``: the query that was run instead of what was typed, ""
    if none; ``suggestion``: a spelling to offer. Both in the shop's own spelling."""

    query: Query
    products: Sequence[int] = ()
    pages: Sequence[int] = ()
    corrected: str = ""
    suggestion: str = ""
    # Whether no document has all words, and these have all but one.
    is_partial: bool = False
    plan: Plan = field(default_factory=Plan)

    @property
    def is_empty(self) -> bool:
        return not (self.products or self.pages)


class Search:
    """Search in a market and a language. About four queries, two more to correct a typo."""

    def __init__(self, market: str, language: str):
        self.market, self.language = market, language
        self.words = Vocabulary(market, language)

    # --- What is looked for -------------------------------------------------------------

    def plan(self, query: Query, *, is_unfinished: bool = False) -> Plan:
        """The plan of a query: each run of words with its other spellings and synonyms.

        The last word, and unknown words, also match longer words that begin with them.
        ``is_unfinished``: the visitor is still typing.
        """
        plan = Plan()
        at = 0
        while at < len(query.runs):
            length, others = self._longest_synonym(query.runs[at:])
            run = tuple(word for part in query.runs[at : at + length] for word in part)
            own = [stems(way, self.language) for way in writings(run)]
            plan.entries.append(own + [stems(other, self.language) for other in others])
            plan.runs.append(run)
            at += length
        self._add_longer(plan, is_unfinished=is_unfinished)
        plan.entries = [list(dict.fromkeys(entry)) for entry in plan.entries]
        return plan

    @cached_property
    def synonyms(self) -> "Meanings":
        rows = Synonym.objects.filter(language=self.language).order_by("pk")
        return meanings_of(tuple(rows.values_list("typed", "meant", "both_ways")), self.language)

    def _longest_synonym(self, runs) -> tuple[int, list[tuple[str, ...]]]:
        for length in range(len(runs), 0, -1):
            words = tuple(word for run in runs[:length] for word in run)
            others = self.synonyms.by_stems.get(stems(words, self.language))
            if others:
                return length, others
        return 1, []

    def _add_longer(self, plan: Plan, *, is_unfinished: bool) -> None:
        single = {entry[0][0] for entry in plan.entries if len(entry[0]) == 1}
        unknown = single - self.words.known(single) if single else set()
        for at, (run, entry) in enumerate(zip(plan.runs, plan.entries, strict=True)):
            is_last = at == len(plan.runs) - 1
            if len(run) == 1:
                if is_last or entry[0][0] in unknown:
                    entry += [(longer,) for longer in self.words.longer(run[0])]
            elif is_last:
                # The beginning of a SKU, with or without its hyphens.
                entry += [(longer,) for longer in self.words.longer("".join(run))]
                if is_unfinished:
                    head = stems(run[:-1], self.language)
                    entry += [(*head, longer) for longer in self.words.longer(run[-1])]

    # --- Looking ------------------------------------------------------------------------

    def matching(self, plan: Plan, model=Listing) -> Sequence[int]:
        """Ids of the products (or pages) that match a plan, the best first."""
        if not plan.entries:
            return []
        backend = connections["default"].get_backend()
        if hasattr(backend, "matching"):
            return backend.matching(
                plan.entries,
                kind=get_model_ct(model),
                market=self.market,
                language=self.language,
            )
        return self._matching_by_haystack(plan, model)

    def _matching_by_haystack(self, plan: Plan, model) -> list[int]:
        """As ``matching``, with haystack's query API: for engines without ``matching``."""
        results = SearchQuerySet().models(model)
        results = results.filter(language=Exact(self.language), market=Exact(self.market))
        for alternatives in plan.entries:
            either = SQ()
            for words in alternatives:
                every = SQ()
                for word in words:
                    every &= SQ(text=Exact(word))
                either |= every
            results = results.filter(either)
        rows = results.values_list("subject", flat=True)[:MOST_FOUND]
        return list(dict.fromkeys(int(subject) for subject in rows))

    def matching_pages(self, plan: Plan) -> list[int]:
        """As ``matching``, of the pages that the visitor may read."""
        return readable(self.matching(plan, Page))

    def find(self, query: Query) -> Found:
        """Run a query. Without results, the corrected query is run instead; with few results, the
        correction is offered as a suggestion."""
        found = Found(query)
        if not query:
            return found
        found.plan = self.plan(query)
        found.products = self.matching(found.plan)
        found.pages = self.matching_pages(found.plan)
        if len(found.products) >= FEW or (found.pages and not found.products):
            return found
        other = self.correction(query)
        if not other:
            return self.partly(found)
        plan = self.plan(clean_query(other, self.language))
        products = self.matching(plan)
        if found.is_empty:
            pages = self.matching_pages(plan)
            if products or pages:
                found.products, found.pages, found.plan = products, pages, plan
                found.corrected = other
        elif len(products) >= max(TIMES, TIMES * len(found.products)):
            found.suggestion = other
        return self.partly(found)

    def partly(self, found: Found) -> Found:
        """Partial matches, if nothing matches all words: documents with all words but one, earlier
        words first."""
        entries, runs = found.plan.entries, found.plan.runs
        if not found.is_empty or not 2 <= len(entries) <= MOST_PARTLY:
            return found
        for gone in reversed(range(len(entries))):
            rest = Plan(entries[:gone] + entries[gone + 1 :], runs[:gone] + runs[gone + 1 :])
            if not all(_is_word(run) for run in rest.runs):
                continue
            found.products = list(dict.fromkeys([*found.products, *self.matching(rest)]))
        found.is_partial = bool(found.products)
        return found

    def correction(self, query: Query) -> str:
        """The query with unknown words replaced by similar known ones; "" if there are none."""
        typed = [
            run[0] for run in query.runs if len(run) == 1 and run[0] not in self.synonyms.words
        ]
        right = self._nearest(typed)
        if not right:
            return ""
        return " ".join(
            right[run[0]] if len(run) == 1 and run[0] in right else "-".join(run)
            for run in query.runs
        )

    def _nearest(self, typed: list[str]) -> dict[str, str]:
        """The most likely correction of each word, in the spelling of the shop or of a synonym."""
        nearest = self.words.corrections(typed)
        stemmed = dict(zip(typed, stems(typed, self.language), strict=True))
        numbers = self.words.frequencies(stemmed.values()) if typed else {}
        right = {
            word: term.shown
            for word, term in nearest.items()
            if numbers.get(stemmed[word], 0) * TIMES < term.frequency
        }
        for word in typed:
            if word not in nearest and stemmed[word] not in numbers and is_correctable(word):
                near = (other for other in self.synonyms.words if is_one_letter_away(word, other))
                if other := min(near, default=""):
                    right[word] = other
        return right

    def parts(self, found: Found) -> list[tuple[str, int]]:
        """For a query whose words never occur together: each word that has results by itself, with
        the number of products."""
        if len(found.plan.entries) < 2:
            return []
        counted = []
        for run, entry in zip(found.plan.runs, found.plan.entries, strict=True):
            number = len(self.matching(Plan(entries=[entry], runs=[run])))
            if number:
                counted.append(("-".join(run) if _is_reference(run) else " ".join(run), number))
        return counted


def _is_word(run: Iterable[str]) -> bool:
    """Whether a run is a word worth searching alone: not a single letter, number or part of a
    SKU."""
    joined = "".join(run)
    return len(joined) > 2 and joined.isalpha()


def _is_reference(run: Iterable[str]) -> bool:
    return any(char.isdigit() for word in run for char in word)


def listings_of(products: Iterable[int], *, market: str, language: str) -> list[Listing]:
    """The listings of these products, in the same order. One query."""
    keys = list(products)
    rows = Listing.objects.in_market(market, language).filter(product_id__in=keys).for_cards()
    found = {row.product_id: row for row in rows}
    return [found[key] for key in keys if key in found]
