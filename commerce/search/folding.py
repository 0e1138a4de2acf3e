"""Making words comparable: what is indexed and what is asked for go through the same mill."""

import re

from markets.folding import fold

# Letters and digits of any script; the underscore is no letter.
WORD = re.compile(r"[^\W_]+")
# Words that belong together: references, compounds. What joins them is no space.
RUN = re.compile(r"[^\W_]+(?:[-‐‑./+&][^\W_]+)*")


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
