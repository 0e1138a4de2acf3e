"""How Raíz arranges its catalogue: labels, a themed day, what stands first, what goes together.

Days are counted from the day on which the demo is built.
"""

from __future__ import annotations

from dataclasses import dataclass

from .schema import Words


@dataclass(frozen=True, slots=True)
class LabelSeed:
    """A label of the company's own, on these products and categories."""

    code: str
    text: Words
    colour: str
    first_day: int | None = None
    last_day: int | None = None
    skus: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    priority: int = 50


LABELS = (
    LabelSeed(
        code="precyber",
        text=Words("PreCyber", "PreCyber"),
        colour="#5E2A3C",
        first_day=-1,
        last_day=12,
        skus=("RZ-121", "RZ-301", "RZ-501", "RZ-412", "RZ-611", "RZ-202"),
        priority=60,
    ),
    LabelSeed(
        code="refillable",
        text=Words("Recargable", "Refillable"),
        colour="#3E6A74",
        skus=("RZ-101", "RZ-204", "RZ-211", "RZ-302"),
    ),
)


@dataclass(frozen=True, slots=True)
class ThemedDaySeed:
    """Days on which the products of some colours come first, in every market."""

    title: Words
    colours: tuple[str, ...]
    first_day: int
    last_day: int


THEMED_DAYS = (
    ThemedDaySeed(
        Words("Día naranja", "Orange day"), ("orange", "papaya", "apricot", "terracotta"), 3, 3
    ),
    ThemedDaySeed(Words("Semana verde", "Green week"), ("sage", "leaf"), 17, 21),
)

# (market, category or "" for the whole catalogue) → SKUs with their page and place.
PLACES = {
    ("co", ""): {"RZ-121": (1, 1), "RZ-501": (1, 2), "RZ-412": (1, 3), "RZ-301": (1, 6)},
    ("mx", ""): {"RZ-301": (1, 1), "RZ-401": (1, 2), "RZ-121": (1, 4)},
    ("us", ""): {"RZ-211": (1, 1), "RZ-121": (1, 3)},
    ("co", "face"): {"RZ-101": (1, 1), "RZ-121": (1, 2)},
}

# What goes well with a product, the best first.
COMPLEMENTS = {
    "RZ-121": ("RZ-101", "RZ-111", "RZ-123"),
    "RZ-101": ("RZ-111", "RZ-121", "RZ-103"),
    "RZ-204": ("RZ-211", "RZ-613"),
    "RZ-301": ("RZ-311", "RZ-302", "RZ-313"),
    "RZ-401": ("RZ-411", "RZ-412", "RZ-421"),
    "RZ-501": ("RZ-511", "RZ-503"),
    "RZ-621": ("RZ-613", "RZ-632"),
}
# What may be liked in its place.
RELATED = {
    "RZ-121": ("RZ-122", "RZ-112"),
    "RZ-401": ("RZ-402",),
    "RZ-501": ("RZ-502", "RZ-504"),
}
