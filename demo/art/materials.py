"""Surfaces: what glass, plastic, metal, paper and wood do with light from the left."""

from .colour import lightness, mix, shade
from .lathe import Material

GOLD = "#C9A26B"
STEEL = "#B9B7B2"
COPPER = "#B87352"
WOOD = "#B98A5E"
BLACK_CAP = "#242B26"
IVORY = "#F4EEE3"


def glass(colour: str) -> Material:
    """Tinted glass with something in it: dark, saturated edges; light passes the middle."""
    dim = 0.75 if lightness(colour) > 0.75 else 1.0
    return Material(
        (
            (0.0, shade(colour, -0.42 * dim)),
            (0.035, shade(colour, -0.2 * dim)),
            (0.07, shade(colour, 0.1)),
            (0.12, shade(colour, -0.12 * dim)),
            (0.3, shade(colour, 0.05)),
            (0.46, shade(colour, 0.13)),
            (0.66, shade(colour, -0.06)),
            (0.85, shade(colour, -0.32 * dim)),
            (0.93, shade(colour, -0.46 * dim)),
            (0.965, shade(colour, -0.05)),
            (1.0, shade(colour, -0.4 * dim)),
        ),
        relief=0.22,
    )


def clear_glass(tint: str) -> Material:
    """Colourless glass against the ground: only edges show."""
    pale = mix(tint, "#FFFFFF", 0.5)
    return Material(
        (
            (0.0, shade(tint, -0.34)),
            (0.03, shade(tint, -0.12)),
            (0.08, shade(pale, 0.55)),
            (0.2, shade(pale, 0.2)),
            (0.5, shade(pale, 0.35)),
            (0.8, shade(pale, 0.02)),
            (0.93, shade(tint, -0.16)),
            (0.965, shade(pale, 0.5)),
            (1.0, shade(tint, -0.36)),
        ),
        relief=0.15,
    )


def liquid(colour: str) -> Material:
    """What stands in clear glass: brightest where the light leaves it, at the right."""
    return Material(
        (
            (0.0, shade(colour, -0.3)),
            (0.1, shade(colour, -0.1)),
            (0.35, shade(colour, 0.06)),
            (0.7, shade(colour, 0.2)),
            (0.9, shade(colour, 0.02)),
            (1.0, shade(colour, -0.26)),
        ),
        relief=0.15,
    )


def matte(colour: str) -> Material:
    """Soft-touch plastic, ceramic, wax: one wide light, shade at the right, a faint bounce."""
    dark = 0.8 if lightness(colour) > 0.8 else 1.0
    return Material(
        (
            (0.0, shade(colour, -0.2 * dark)),
            (0.08, shade(colour, -0.02)),
            (0.24, shade(colour, 0.16)),
            (0.36, shade(colour, 0.11)),
            (0.6, shade(colour, -0.06 * dark)),
            (0.84, shade(colour, -0.27 * dark)),
            (0.95, shade(colour, -0.32 * dark)),
            (1.0, shade(colour, -0.22 * dark)),
        ),
        relief=0.34,
    )


def gloss(colour: str) -> Material:
    """Polished plastic or lacquer: as matte, with harder edges and a bright reflection."""
    return Material(
        (
            (0.0, shade(colour, -0.4)),
            (0.05, shade(colour, -0.12)),
            (0.13, shade(colour, 0.1)),
            (0.145, shade(colour, 0.48)),
            (0.225, shade(colour, 0.42)),
            (0.245, shade(colour, 0.08)),
            (0.5, shade(colour, -0.04)),
            (0.8, shade(colour, -0.3)),
            (0.92, shade(colour, -0.44)),
            (0.955, shade(colour, -0.08)),
            (1.0, shade(colour, -0.42)),
        ),
        relief=0.28,
    )


def metal(colour: str = GOLD) -> Material:
    """Brushed metal: the room's lights and darks in bands."""
    return Material(
        (
            (0.0, shade(colour, -0.5)),
            (0.06, shade(colour, -0.22)),
            (0.14, shade(colour, 0.34)),
            (0.22, shade(colour, 0.62)),
            (0.3, shade(colour, 0.26)),
            (0.45, shade(colour, -0.08)),
            (0.6, shade(colour, 0.1)),
            (0.7, shade(colour, -0.14)),
            (0.86, shade(colour, -0.42)),
            (0.95, shade(colour, 0.02)),
            (1.0, shade(colour, -0.4)),
        ),
        relief=0.26,
    )


def paper(colour: str = IVORY) -> Material:
    """A paper label around a body: barely shiny, warm in the shade."""
    return Material(
        (
            (0.0, shade(colour, -0.2)),
            (0.06, shade(colour, -0.09)),
            (0.2, shade(colour, 0.25)),
            (0.36, shade(colour, 0.12)),
            (0.6, shade(colour, -0.03)),
            (0.84, shade(colour, -0.16)),
            (0.95, shade(colour, -0.24)),
            (1.0, shade(colour, -0.17)),
        ),
        relief=0.2,
    )


def wood(colour: str = WOOD) -> Material:
    """A turned wooden cap."""
    return Material(
        (
            (0.0, shade(colour, -0.36)),
            (0.08, shade(colour, -0.1)),
            (0.22, shade(colour, 0.24)),
            (0.4, shade(colour, 0.08)),
            (0.65, shade(colour, -0.12)),
            (0.86, shade(colour, -0.36)),
            (0.95, shade(colour, -0.4)),
            (1.0, shade(colour, -0.28)),
        ),
        relief=0.3,
    )
