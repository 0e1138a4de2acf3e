"""Which plant goes with a product, and how it is laid beside it."""

import random

from .botanicals import scatter
from .canvas import Drawing
from .plants import PLANTS, SEED

# Words on a label, Spanish and English, that name a plant or its kin.
_WORDS = {
    "achiote": ("achiote", "annatto", "bixa"),
    "cacao": ("cacao", "cocoa", "chocolate"),
    "agave": ("agave", "sábila", "sabila", "aloe", "maguey"),
    "nopal": ("nopal", "tuna", "cactus", "prickly"),
    "chamomile": ("manzanilla", "chamomile", "caléndula", "calendula", "árnica", "arnica"),
    "lavender": ("lavanda", "lavender", "romero", "rosemary", "noche", "night"),
    "rose": ("rosa", "rose", "mosqueta", "hibis", "jamaica", "pétalo", "petal"),
    "coffee": ("café", "cafe", "coffee", "guaraná"),
    "citrus": ("naranja", "orange", "limón", "limon", "citr", "mandarina", "toronja"),
    "eucalyptus": ("eucalip", "eucalyp", "menta", "mint", "té ", "tea"),
    "cotton": ("algodón", "algodon", "cotton", "bata", "robe"),
}


def plant_for(name: str, shape: str, number: int) -> str:
    """Return the plant that a product's name speaks of, else one chosen by ``number``."""
    words = f"{name.lower()} "
    for key, marks in _WORDS.items():
        if any(mark in words for mark in marks):
            return key
    if shape.startswith("textile"):
        return "cotton"
    choice = ("achiote", "cacao", "agave", "chamomile", "rose", "eucalyptus", "coffee")
    return choice[number % len(choice)]


def offering(d: Drawing, key: str, x: float, y: float, h: float) -> None:
    """Draw a plant beside a product: the branch, its shadow, and seeds or petals before it."""
    rng = random.Random(5)
    d.glow(x + h * 0.08, y + 4, h * 0.32, 22, "#3A2418", 0.3)
    PLANTS[key](d, x, y, h)
    loose = {
        "achiote": (SEED, "#A53216"), "cacao": ("#6B3B28", "#84503A"),
        "coffee": ("#4F3022", "#6B4430"), "rose": ("#D79A93", "#C98379"),
        "lavender": ("#8579A6", "#A096BD"), "chamomile": ("#FBF7EC", "#E2AE3C"),
    }.get(key)  # fmt: skip
    if loose:
        size = {"cacao": 17, "coffee": 13, "rose": 18}.get(key, 8)
        scatter(d, rng, (x - h * 0.22, y + 10, h * 0.5, 70), 13, size, loose,
                squash=0.72 if key in ("achiote", "chamomile") else 0.55)  # fmt: skip
