"""Parse what a visitor typed into a search query. Never fails, whatever was typed."""

import re
import unicodedata
from dataclasses import dataclass

from markets.folding import RUN, words_of

from .analysis import SMALL_WORDS, with_wholes

# Characters that are read: every word takes a lookup in the index.
LONGEST_QUERY = 200
MOST_WORDS = 10
LONGEST_WORD = 60
# "30ml" may be written "30 ml" elsewhere.
LETTERS_AND_DIGITS = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True)
class Query:
    """A parsed query, with the text as typed. If ``runs`` is empty, nothing is searched.

    ``runs``: the folded words; words that were written together are one tuple.
    """

    typed: str
    runs: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for run in self.runs for word in run)

    @property
    def phrase(self) -> str:
        """The normalized query: the key by which reports and best bets group equal searches."""
        return " ".join(self.words)

    def __bool__(self) -> bool:
        return bool(self.runs)


def clean_query(typed: str, language: str) -> Query:
    """Parse anything that a person can type or paste; never fails.

    Operators, quotes, control characters and emoji are dropped.
    """
    composed = unicodedata.normalize("NFC", typed[:LONGEST_QUERY])
    shown = " ".join("".join(c if c.isprintable() else " " for c in composed).split())
    whole = with_wholes(shown, language)
    small = SMALL_WORDS.get(language, frozenset())
    # Runs are split before folding, as stop words are compared with accents: "uña" is not "una".
    found = [(run, tuple(words_of(run))) for run in RUN.findall(_without_marks(whole))]
    found = [(run, words) for run, words in found if words]
    telling = [words for run, words in found if run.casefold() not in small]
    runs = list(dict.fromkeys(telling or [words for _run, words in found]))
    kept: list[tuple[str, ...]] = []
    left = MOST_WORDS
    for run in runs:
        if left <= 0:
            break
        kept.append(tuple(word[:LONGEST_WORD] for word in run[:left]))
        left -= len(run)
    return Query(typed=shown, runs=tuple(kept))


def _without_marks(text: str) -> str:
    """Remove characters that would split words: stray combining marks, apostrophes, invisible
    ones."""
    return "".join(
        char
        for char in text
        if not unicodedata.combining(char) and char not in "'’ʼ`´" and char.isprintable()
    )


def writings(run: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Other spellings of a run: ``("c", "3")`` as ``("c3",)`` and the reverse."""
    joined = "".join(run)
    found = [run]
    if len(run) > 1 and len(joined) <= LONGEST_WORD:
        found.append((joined,))
    pieces = tuple(LETTERS_AND_DIGITS.findall(joined))
    if len(run) == 1 and 1 < len(pieces) <= 4:
        found.append(pieces)
    return found
