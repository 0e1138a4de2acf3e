"""The shop's vocabulary: for completing words as they are typed, and for correcting typos.

Derived from listings and pages. New words are added when documents are indexed; frequencies are
recounted, and unused words deleted, once a day and by ``rebuild_index``.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from django.db import transaction

from commerce.copy.models import OptionCopy, ProductCopy
from commerce.copy.tree import build_tree
from commerce.listings.models import Listing
from markets.folding import WORD, fold
from markets.lookup import all_markets, content_languages

from .analysis import index_words, stem
from .models import Term, TermNeighbour

# Prefix search: from this length a word also matches longer ones, at most this many.
SHORTEST_PREFIX = 3
MOST_LONGER = 40
# Shorter words are not corrected: too many others are one letter away.
SHORTEST_CORRECTED = 4
LONGEST_TERM = 40
# A word with digits that is in fewer documents is taken for a SKU.
SHARED_BY = 3
BATCH = 2000


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)


def _is_term(word: str) -> bool:
    """Whether a word is in the vocabulary. Plain numbers are not: they only match exactly."""
    return 2 <= len(word) <= LONGEST_TERM and not word.isdigit()


def _is_shared(word: str, number: int) -> bool:
    """Whether a word is in the vocabulary by its frequency. SKUs are not, as they only match
    exactly; a measure or a vitamin (``30ml``, ``b12``) is."""
    return number >= SHARED_BY or not _has_digit(word)


def is_correctable(term: str) -> bool:
    """Whether a word may be corrected. Words with digits are not: they may be another SKU."""
    return len(term) >= SHORTEST_CORRECTED and not _has_digit(term)


def neighbours(term: str) -> set[str]:
    """The keys of a term for typo lookup: the term, and the term without each of its letters."""
    return {term, *(term[:at] + term[at + 1 :] for at in range(len(term)))}


def is_one_letter_away(one: str, other: str) -> bool:
    """Whether two words differ by one wrong, missing, extra or transposed letter (edit distance 1,
    Damerau)."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    one, other = one[start:], other[start:]
    if len(one) == len(other):
        transposed = len(one) > 1 and one[:2] == other[1::-1] and one[2:] == other[2:]
        return transposed or one[1:] == other[1:]
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer[1:] == shorter


# --- Writing ----------------------------------------------------------------------------


def _spellings() -> dict[str, str]:
    """The shop's spelling of folded words: ``{"champu": "champú"}``."""
    seen: dict[str, Counter] = defaultdict(Counter)
    texts = [
        *ProductCopy.objects.values_list("title", flat=True),
        *ProductCopy.objects.values_list("summary", flat=True),
        *ProductCopy.objects.values_list("tags", flat=True),
        *OptionCopy.objects.values_list("name", flat=True),
        *(
            node.title
            for language in content_languages()
            for node in build_tree(language).nodes.values()
        ),
    ]
    for text in texts:
        for word in WORD.findall(text):
            folded = fold(word)
            if folded != word:
                seen[folded][word.lower()] += 1
            else:
                seen[folded][word] += 1
    return {folded: written.most_common(1)[0][0] for folded, written in seen.items()}


def _texts(products: Iterable[int] | None = None) -> Iterator[tuple[str, str, str]]:
    """(market, language, text) of these products; by default of all products, pages and
    categories."""
    listings = Listing.objects.order_by()
    if products is not None:
        listings = listings.filter(product_id__in=products)
    rows = listings.values_list("market", "language", "search_text")
    yield from rows.iterator(chunk_size=BATCH)
    if products is not None:
        return
    from cms.content import restricted

    from .pages import SearchablePage, searchable_pages

    for page in restricted.public(searchable_pages()):
        words = SearchablePage.of(page)
        for market in words.markets:
            yield market, words.language, words.title
    for market in all_markets():
        for language in market.languages:
            for node in build_tree(language).nodes.values():
                yield market.code, language, node.title


def _counted(texts: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], Counter]:
    counted: dict[tuple[str, str], Counter] = defaultdict(Counter)
    # Several markets sell a product with the same texts: split each text once.
    known: dict[tuple[str, str], list[str]] = {}
    for market, language, text in texts:
        key = (language, text)
        if key not in known:
            if len(known) > BATCH:
                known.clear()
            known[key] = [
                word for word in dict.fromkeys(index_words(text, language)) if _is_term(word)
            ]
        counted[market, language].update(known[key])
    return counted


def rebuild() -> None:
    """Rebuild the vocabulary from what is for sale now. Writes only what differs."""
    spellings = _spellings()
    wanted = {
        (market, language, term): number
        for (market, language), counter in _counted(_texts()).items()
        for term, number in counter.items()
        if _is_shared(term, number)
    }
    there = {
        (market, language, term): (pk, number, shown)
        for pk, market, language, term, number, shown in Term.objects.values_list(
            "pk", "market", "language", "term", "frequency", "shown"
        ).iterator(chunk_size=BATCH)
    }
    with transaction.atomic():
        _delete(Term, [there[key][0] for key in there.keys() - wanted.keys()])
        changed = {
            key: number
            for key, number in wanted.items()
            if key not in there or there[key][1:] != (number, spellings.get(key[2], key[2]))
        }
        _write(changed, spellings)
        known = {(language, term) for _market, language, term in wanted if is_correctable(term)}
        _write_neighbours(known)


def add_products(products: Iterable[int]) -> None:
    """Add the new words of these products. About three queries."""
    counted = _counted(_texts(products))
    if not counted:
        return
    everything = {term for counter in counted.values() for term in counter}
    there = set(Term.objects.filter(term__in=everything).values_list("market", "language", "term"))
    fresh = {
        (market, language, term): number
        for (market, language), counter in counted.items()
        for term, number in counter.items()
        if (market, language, term) not in there and not _has_digit(term)
    }
    if not fresh:
        return
    titles = ProductCopy.objects.filter(product_id__in=products).values_list(
        "title", "summary", "tags"
    )
    spellings = {
        fold(word): word.lower() for row in titles for text in row for word in WORD.findall(text)
    }
    with transaction.atomic():
        _write(fresh, spellings)
        _add_neighbours({(language, term) for _m, language, term in fresh if is_correctable(term)})


def _write(numbers: dict[tuple[str, str, str], int], spellings: dict[str, str]) -> None:
    Term.objects.bulk_create(
        (
            Term(
                market=market,
                language=language,
                term=term,
                stem=stem(term, language),
                shown=spellings.get(term, term),
                head=term[:2],
                frequency=number,
            )
            for (market, language, term), number in numbers.items()
        ),
        update_conflicts=True,
        unique_fields=["market", "language", "term"],
        update_fields=["stem", "shown", "head", "frequency"],
        batch_size=BATCH,
    )


def _write_neighbours(known: set[tuple[str, str]]) -> None:
    there = set(TermNeighbour.objects.values_list("language", "term").distinct())
    for language, term in there - known:
        TermNeighbour.objects.filter(language=language, term=term).delete()
    _add_neighbours(known - there)


def _add_neighbours(known: Iterable[tuple[str, str]]) -> None:
    TermNeighbour.objects.bulk_create(
        (
            TermNeighbour(language=language, key=key, term=term)
            for language, term in sorted(known)
            for key in neighbours(term)
        ),
        ignore_conflicts=True,
        batch_size=BATCH,
    )


def _delete(model, keys: list[int]) -> None:
    for start in range(0, len(keys), BATCH):
        model.objects.filter(pk__in=keys[start : start + BATCH]).delete()


# --- Reading ----------------------------------------------------------------------------


class Vocabulary:
    """The vocabulary of one market and language."""

    def __init__(self, market: str, language: str):
        self.market, self.language = market, language
        self.terms = Term.objects.filter(market=market, language=language)

    def known(self, stems: Iterable[str]) -> set[str]:
        """The stems that are in the vocabulary. One query."""
        return set(self.terms.filter(stem__in=set(stems)).values_list("stem", flat=True))

    def frequencies(self, stems: Iterable[str]) -> dict[str, int]:
        """The number of documents with the most frequent word of each stem. One query."""
        found: dict[str, int] = {}
        rows = self.terms.filter(stem__in=set(stems)).values_list("stem", "frequency")
        for stem_, number in rows:
            found[stem_] = max(number, found.get(stem_, 0))
        return found

    def longer(self, beginning: str) -> list[str]:
        """The stems of the most frequent words with this prefix. One query."""
        if len(beginning) < SHORTEST_PREFIX:
            return []
        found = self.terms.filter(head=beginning[:2], term__startswith=beginning)
        rows = found.order_by("-frequency", "term").values_list("stem", flat=True)
        return list(dict.fromkeys(rows[:MOST_LONGER]))

    def corrections(self, typed: Iterable[str]) -> dict[str, "Term"]:
        """The correction of each word: the most frequent term that differs by one letter, or by two
        adjacent ones transposed. Two queries for any number of terms.
        """
        asked = {word for word in typed if is_correctable(word) and len(word) <= LONGEST_TERM}
        keys = {key: word for word in asked for key in neighbours(word)}
        if not keys:
            return {}
        near = TermNeighbour.objects.filter(language=self.language, key__in=keys)
        candidates = {
            (word, term)
            for term in near.values_list("term", flat=True).distinct()
            for word in asked
            if is_one_letter_away(word, term)
        }
        if not candidates:
            return {}
        sold = {
            term.term: term
            for term in self.terms.filter(term__in={term for _word, term in candidates})
        }
        best: dict[str, Term] = {}
        for word, name in sorted(candidates):
            term = sold.get(name)
            if term and (
                word not in best or _likelihood(word, term) > _likelihood(word, best[word])
            ):
                best[word] = term
        return best


def _likelihood(word: str, term: Term) -> tuple:
    # Prefer terms with the same first letter, which is seldom the wrong one.
    return (term.term[0] == word[0], term.frequency)
