"""Text as people compare it: capitals and accents do not matter.

What is indexed and what is asked for go through the same mill.
"""

import re
import unicodedata

APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
# Letters and digits of any script; the underscore is no letter.
WORD = re.compile(r"[^\W_]+")
# Words that belong together: references, compounds. What joins them is no space.
RUN = re.compile(r"[^\W_]+(?:[-‐‑./+&][^\W_]+)*")


def fold(text: str) -> str:
    """Lower case, no accents, one space between words: ``"Champú  Ñ"`` → ``"champu n"``.

    Composed and decomposed spellings come out the same. Control characters count as spaces.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.translate(APOSTROPHES).lower().split())
    decomposed = unicodedata.normalize("NFKD", text.translate(APOSTROPHES))
    kept = "".join(
        " " if unicodedata.category(char) == "Cc" else char
        for char in decomposed
        if not unicodedata.combining(char)
    )
    return " ".join(kept.casefold().split())


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order: ``"RZ-101, crème"`` → ``["rz", "101", "creme"]``."""
    return WORD.findall(fold(text))


def compact(code: str) -> str:
    """A reference without its punctuation: ``RZ-101-30`` → ``rz10130``."""
    return "".join(words_of(code))


def runs_of(text: str) -> list[list[str]]:
    """The folded words of a text, those that are written together in one list:
    ``"RZ-101, crème"`` → ``[["rz", "101"], ["creme"]]``."""
    return [WORD.findall(run) for run in RUN.findall(fold(text))]
