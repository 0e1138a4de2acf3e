"""Text analysis for search: tokens, stop words and stems, the same for documents and queries.

The engine receives analyzed words separated by spaces, so that every engine finds the same and
needs no analyzers of its own.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markets.folding import runs_of

# Stop words, compared with accents: "una" is one, "uña" is not. They are searched only if nothing
# else was typed.
_SPANISH_SMALL = "a al con de del e el en la las lo los o para por que se sin su un una y"
_ENGLISH_SMALL = "a an and at by for from in is it of on or the to with"
SMALL_WORDS = {
    "es": frozenset(_SPANISH_SMALL.split()),
    "en": frozenset(_ENGLISH_SMALL.split()),
}
# A longer run of joined words is a sentence without spaces, not a SKU or a compound word.
LONGEST_RUN = 6


# Irregular plurals.
IRREGULAR = {
    "es": {"tes": "te"},
    "en": {"feet": "foot", "teeth": "tooth", "women": "woman", "men": "man"},
}
# "sin perfume" and "fragrance-free" are indexed as one word each: a search for perfume must not
# find products without it, and a search for "sin perfume" must find only those.
WITHOUT = {
    "es": [(re.compile(r"\bsin[\s-]+(?=[^\W\d_]{3})", re.I), "sin")],
    "en": [
        (re.compile(r"\bwithout\s+([^\W\d_]{3,})", re.I), r"\1free"),
        (re.compile(r"(?<=[^\W\d_])(?:[-‐‑]|\s+(?=free\s*(?:$|[|,.;])))free\b", re.I), "free"),
    ],
}


def with_wholes(text: str, language: str) -> str:
    """The text with phrases that mean "without" joined to one word."""
    for pattern, whole in WITHOUT.get(language, ()):
        text = pattern.sub(whole, text)
    return text


def _spanish(word: str) -> str:
    """Spanish stem, without number and gender: the same for ``labiales`` and ``labial``, ``seca``
    and ``secos``, ``luz`` and ``luces``, ``gris`` and ``grises``."""
    if len(word) > 3 and word[-1] == "s" and word[-2] != "s":
        word = word[:-1]
    if len(word) > 3 and word[-1] in "aeo":
        word = word[:-1]
    if len(word) > 3 and word[-1] == "s":
        word = word[:-1]
    return word[:-1] + "c" if len(word) > 2 and word[-1] == "z" else word


def _english(word: str) -> str:
    """English stem, without plural: ``brushes``/``brush``, ``berries``/``berry``."""
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
    """The stem of a folded word: the same for all its forms, not necessarily a word. SKUs, and
    words of languages without rules, are unchanged."""
    if any(char.isdigit() for char in word):
        return word
    word = IRREGULAR.get(language, {}).get(word, word)
    return STEMMERS.get(language, str)(word)


def index_terms(text: str, language: str) -> list[str]:
    """The stems to index for a text, each once: its words, and joined words also as one
    (``anti-edad`` also as ``antiedad``, ``RZ-101-30`` as ``rz101`` and ``rz10130``)."""
    found: dict[str, None] = {}
    for word in index_words(text, language):
        found[stem(word, language)] = None
    return list(found)


def index_words(text: str, language: str) -> Iterator[str]:
    """As ``index_terms``, before stemming."""
    for run in runs_of(with_wholes(text, language)):
        yield from run
        if 1 < len(run) <= LONGEST_RUN:
            joined = run[0]
            for word in run[1:]:
                joined += word
                yield joined


def stems(words: Iterable[str], language: str) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in words)
