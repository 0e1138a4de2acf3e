"""What a language's words are indexed as. Queries go the same way, so that both meet.

The engine is handed words that are already analysed, separated by spaces: every engine finds the
same, and its own analysers have nothing left to do.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markets.folding import runs_of

# Words that say nothing about a product, as they are written: "una" is one, "uña" is none. They
# count only where nothing else was typed.
_SPANISH_SMALL = "a al con de del e el en la las lo los o para por que se sin su un una y"
_ENGLISH_SMALL = "a an and at by for from in is it of on or the to with"
SMALL_WORDS = {
    "es": frozenset(_SPANISH_SMALL.split()),
    "en": frozenset(_ENGLISH_SMALL.split()),
}
# A run of words that is longer is a sentence without spaces, not a reference or a compound.
LONGEST_RUN = 6


# Whose number follows no rule below.
IRREGULAR = {
    "es": {"tes": "te"},
    "en": {"feet": "foot", "teeth": "tooth", "women": "woman", "men": "man"},
}
# What something is without is no word for it: "sin perfume" is one word of its own, and so is
# "fragrance-free". Those who look for perfume do not mean it, and those who type it mean just that.
WITHOUT = {
    "es": [(re.compile(r"\bsin[\s-]+(?=[^\W\d_]{3})", re.I), "sin")],
    "en": [
        (re.compile(r"\bwithout\s+([^\W\d_]{3,})", re.I), r"\1free"),
        (re.compile(r"(?<=[^\W\d_])(?:[-‐‑]|\s+(?=free\s*(?:$|[|,.;])))free\b", re.I), "free"),
    ],
}


def with_wholes(text: str, language: str) -> str:
    """The text with what says "without" written as one word."""
    for pattern, whole in WITHOUT.get(language, ()):
        text = pattern.sub(whole, text)
    return text


def _spanish(word: str) -> str:
    """Number and gender: ``labiales`` and ``labial``, ``seca`` and ``secos``, ``luz`` and
    ``luces``, ``gris`` and ``grises`` meet."""
    if len(word) > 3 and word[-1] == "s" and word[-2] != "s":
        word = word[:-1]
    if len(word) > 3 and word[-1] in "aeo":
        word = word[:-1]
    if len(word) > 3 and word[-1] == "s":
        word = word[:-1]
    return word[:-1] + "c" if len(word) > 2 and word[-1] == "z" else word


def _english(word: str) -> str:
    """Number: ``brushes``/``brush``, ``berries``/``berry``, ``leaves``/``leaf`` meet."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith("xes"):
        return word[:-2]
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "su":
        word = word[:-1]
    if len(word) > 4 and word[-1] == "e":
        word = word[:-1]
    return word[:-1] + "f" if len(word) > 3 and word[-1] == "v" else word


STEMMERS = {"es": _spanish, "en": _english}


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The common beginning of a folded word's forms. It need not be a word, only the same one
    for all of them. References and languages without rules stay as they are."""
    if any(char.isdigit() for char in word):
        return word
    word = IRREGULAR.get(language, {}).get(word, word)
    return STEMMERS.get(language, str)(word)


def index_terms(text: str, language: str) -> list[str]:
    """What a text is found by, each once: its words, and those written together as one, from
    the first (``anti-edad`` also as ``antiedad``, ``RZ-101-30`` as ``rz101`` and ``rz10130``)."""
    found: dict[str, None] = {}
    for word in index_words(text, language):
        found[stem(word, language)] = None
    return list(found)


def index_words(text: str, language: str) -> Iterator[str]:
    """As ``index_terms``, before the stemming."""
    for run in runs_of(with_wholes(text, language)):
        yield from run
        if 1 < len(run) <= LONGEST_RUN:
            joined = run[0]
            for word in run[1:]:
                joined += word
                yield joined


def stems(words: Iterable[str], language: str) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in words)
