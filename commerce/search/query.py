"""What was typed, made into something to look for. Never fails, whatever was typed."""

import re
import unicodedata
from dataclasses import dataclass

from markets.folding import RUN, words_of

from .analysis import SMALL_WORDS, with_wholes

# What is longer is no search; and every word costs a look into the index.
LONGEST_QUERY = 200
MOST_WORDS = 10
LONGEST_WORD = 60
# "30ml" may be written "30 ml" elsewhere.
LETTERS_AND_DIGITS = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True)
class Query:
    """What was typed, and what is looked for. Nothing is looked for where ``runs`` is empty.

    ``runs``: the folded words, those that were written together in one tuple.
    """

    typed: str
    runs: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(word for run in self.runs for word in run)

    @property
    def phrase(self) -> str:
        """What searches that mean the same have in common: the key of reports and best bets."""
        return " ".join(self.words)

    def __bool__(self) -> bool:
        return bool(self.runs)


def clean_query(typed: str, language: str) -> Query:
    """Make a search of anything that a person can type or paste; never fails.

    Operators, quotes, control characters and pictures are no words and fall away.
    """
    composed = unicodedata.normalize("NFC", typed[:LONGEST_QUERY])
    shown = " ".join("".join(c if c.isprintable() else " " for c in composed).split())
    whole = with_wholes(shown, language)
    small = SMALL_WORDS.get(language, frozenset())
    # Runs are cut from what is shown and folded one by one: only then is an "uña" no "una".
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
    """Marks that compose with no letter, apostrophes and the invisible would tear words apart."""
    return "".join(
        char
        for char in text
        if not unicodedata.combining(char) and char not in "'’ʼ`´" and char.isprintable()
    )


def writings(run: tuple[str, ...]) -> list[tuple[str, ...]]:
    """How else a run may be written: ``("c", "3")`` as ``("c3",)`` and the other way round."""
    joined = "".join(run)
    found = [run]
    if len(run) > 1 and len(joined) <= LONGEST_WORD:
        found.append((joined,))
    pieces = tuple(LETTERS_AND_DIGITS.findall(joined))
    if len(run) == 1 and 1 < len(pieces) <= 4:
        found.append(pieces)
    return found
