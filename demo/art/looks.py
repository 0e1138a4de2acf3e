"""What drawn people look like: skin, hair, clothes, chosen by a seed."""

import random
from dataclasses import dataclass

from .colour import lightness

SKINS = ("#EBC3A4", "#E3B28F", "#CF9770", "#B87D56", "#9A6442", "#7A4B32", "#5B3726")
HAIRS = ("#241C1A", "#3A2620", "#54352A", "#7A4C32", "#9A6A3E", "#8C8781", "#D2CCC3")
CLOTHES = ("#A8481F", "#5E7361", "#E9DDCB", "#2F3D35", "#C98F6B", "#8E3B2A", "#D8B98C", "#6C7F8A",
           "#7B5A6B", "#F4EEE3")  # fmt: skip
LONG = ("waves", "straight", "bun", "braid", "curls", "bob", "afro", "scarf", "pony", "side")
SHORT = ("crop", "quiff", "waves_short", "bald", "curls_short", "grey_side")
GARMENTS = ("crew", "vee", "collar", "blazer", "shawl", "apron")


@dataclass(frozen=True)
class Person:
    """What somebody looks like; ``man`` chooses brows, jaw and neck, not clothes."""

    skin: str
    hair: str
    style: str
    garment: str
    cloth: str
    man: bool
    beard: bool
    glasses: bool
    earrings: bool
    flower: bool
    elder: bool


def person_for(seed: str, kind: str = "") -> Person:
    """Return the person of ``seed``; ``kind`` "m" or "f" keeps to short or to long hair."""
    rng = random.Random(f"raiz {seed}")
    man = kind == "m" or (kind != "f" and rng.random() < 0.36)
    skin = rng.choice(SKINS)
    elder = rng.random() < 0.2
    hair = rng.choice(HAIRS[5:] if elder else HAIRS[: 3 if lightness(skin) < 0.62 else 5])
    return Person(
        skin=skin,
        hair=hair,
        style=rng.choice(SHORT if man else LONG),
        garment=rng.choice(GARMENTS if not man else ("crew", "collar", "blazer", "apron", "crew")),
        cloth=rng.choice([c for c in CLOTHES if abs(lightness(c) - lightness(skin)) > 0.1]),
        man=man,
        beard=man and rng.random() < 0.5,
        glasses=rng.random() < 0.26,
        earrings=not man and rng.random() < 0.7,
        flower=not man and rng.random() < 0.22,
        elder=elder,
    )
