"""Text as people compare it: capitals and accents do not matter."""

import unicodedata

APOSTROPHES = str.maketrans("", "", "'’ʼ`´")


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
