"""Text compared as it is seen, not as it was typed or pasted."""

import unicodedata

# Hyphens and dashes that programs put in for a typed one; no-break hyphens come out of NFKC.
DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
# They have marks of their own but no look: variation selectors, the grapheme joiner.
UNSEEN = {"\u034f", *map(chr, range(0xFE00, 0xFE10))}


def as_seen(text: str | None) -> str:
    """A code, number or reference as a reader sees it: full-width letters and odd dashes plain, one
    space between words, and nothing of what cannot be seen (zero-width spaces, direction and byte
    order marks, soft hyphens, control characters).

    For whatever is compared with what was typed or pasted; both sides go through it where both
    are typed. Not for prose: joiners shape letters there.
    """
    text = text or ""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    spaced = "".join(" " if char.isspace() else char for char in text)
    plain = unicodedata.normalize("NFKC", spaced).translate(DASHES)
    seen = (char for char in plain if char not in UNSEEN and unicodedata.category(char)[0] != "C")
    return " ".join("".join(seen).split())


def references_of(text: str | None) -> list[str]:
    """References typed in lines or with commas, each once, in their order."""
    parts = (text or "").replace(",", "\n").splitlines()
    return list(dict.fromkeys(seen for part in parts if (seen := as_seen(part))))
