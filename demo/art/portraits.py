"""Portraits of consultants: a drawn person before a tinted ground with a plant."""

import random

from .botanicals import sprig
from .canvas import Drawing, checked, ellipse_path
from .colour import shade
from .looks import person_for
from .people import draw_person

_GROUNDS = (
    ("#EFDFD3", "#E3C6B2", "#A8481F"), ("#E2E6DA", "#C7D1C0", "#5E7361"),
    ("#E9E2D6", "#D8CBB6", "#8A7348"), ("#F1DCCB", "#E2B793", "#7A4B32"),
    ("#DFE3E0", "#BECBC6", "#3F5546"), ("#F3E6C9", "#E5CD97", "#8A6A2A"),
    ("#EBD9D2", "#D9B6AB", "#8E3B2A"),
)  # fmt: skip


def portrait(seed: str, *, size: tuple[int, int] = (800, 800)) -> bytes:
    """Return the portrait of ``seed`` as JPEG bytes; the same seed is always the same person.

    A seed that starts with "f:" or "m:" is drawn as a woman or a man; any other is either. Raises
    ``ValueError`` for a size below one pixel.
    """
    kind, _, rest = seed.partition(":")
    who = person_for(seed, kind if rest and kind in ("f", "m") else "")
    rng = random.Random(f"ground {seed}")
    ground, disc, green = rng.choice(_GROUNDS)
    width, height = checked(size)
    scale = min(width, height) / 800
    view = (400 - width / scale / 2, 400 - height / scale / 2, width / scale, height / scale)
    d = Drawing(size, view)
    with d.behind():
        d.rect(*view, d.linear([(0, shade(ground, 0.4)), (1, ground)], line=(0, 0, 1, 1)))
    shift = rng.choice((-1, 1))
    if rng.random() < 0.5:
        d.ellipse(400 - 40 * shift, 360, 290, 290, disc)
    else:
        left = 130 - 30 * shift
        d.path(
            f"M{left} 900L{left} 380C{left} 210 {left + 110} 90 {left + 270} 90"
            f"C{left + 430} 90 {left + 540} 210 {left + 540} 380L{left + 540} 900Z",
            disc,
        )
    lean = -78 if shift > 0 else -102
    sprig(d, 400 + shift * 300, 860, 620, lean, green, sway=0.1 * shift, pairs=7, size=0.22,
          slim=0.42, veins=4, line=5)  # fmt: skip
    d.path(ellipse_path(400, 830, 300, 60), "#2A1A10", fill_opacity=0.06)
    draw_person(d, 400, 344, 1.0, who)
    return d.photo()
