"""The card that a link shows when it is shared."""

from .brand import wordmark
from .canvas import Drawing, checked
from .colour import CLAY, INK, shade
from .lettering import SERIF, fit, write
from .plants import achiote, eucalyptus

_GROUND = "#F3E6D9"


def og_card(title: str, *, size: tuple[int, int] = (1200, 630)) -> bytes:
    """Return a sharing card as JPEG bytes: wordmark, title, a branch at the right.

    Raises ``ValueError`` for a size below one pixel.
    """
    width, height = checked(size)
    scale = min(width / 1200, height / 630)
    view_w, view_h = width / scale, height / scale
    view = (600 - view_w / 2, 315 - view_h / 2, view_w, view_h)
    d = Drawing(size, view)
    with d.behind():
        d.rect(*view, d.linear([(0, shade(_GROUND, 0.5)), (1, _GROUND)], line=(0, 0, 1, 1)))
    d.ellipse(985, 330, 250, 250, "#E3B391")
    eucalyptus(d, 850, 660, 420)
    achiote(d, 980, 690, 640)
    d.add(wordmark(232, 142, 56, ink=INK, accent=CLAY))
    block, lines = fit(title, font=SERIF, width=640, height=300, largest=78, lines=4)
    y = 350 - block * 1.14 * (len(lines) - 1) / 2 + block * 0.3
    for line in lines:
        write(d, line, 92, y, block, fill=INK, anchor="start")
        y += block * 1.14
    d.line("M94 566L190 566", CLAY, 4)
    return d.photo()
