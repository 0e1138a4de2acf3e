"""What is printed: paper labels around glass, and ink straight on plastic, cartons and tins."""

from .brand import sprout, wordmark
from .canvas import Drawing, n
from .colour import CLAY, INK, LEAF, chroma, lightness, mix, on, shade
from .lathe import Lathe, tilt
from .lettering import ITALIC, SANS, SERIF, fit, write, write_round
from .materials import IVORY, paper


def accent_for(colour: str) -> str:
    """Return an accent that reads on ivory paper and belongs to the product's colour."""
    if chroma(colour) < 0.03:
        return CLAY
    accent = colour
    while lightness(accent) > 0.62:
        accent = shade(accent, -0.08)
    return accent


def wrap_label(
    d: Drawing,
    body: Lathe,
    y0: float,
    y1: float,
    *,
    name: str,
    detail: str,
    colour: str,
    ground: str = IVORY,
) -> None:
    """Stick a paper label around ``body`` between two heights, with a strip in the colour."""
    strip = max(10.0, (y1 - y0) * 0.055)
    d.path(body.band(y0 + 3, y1 + 4, grow=1.2), "#2A1A10", fill_opacity=0.28)
    d.path(body.band(y0, y1, grow=0.8), d.linear(list(paper(ground).stops)))
    d.path(body.band(y1 - strip, y1, grow=0.8), d.linear(list(paper(accent_for(colour)).stops)))
    d.line(body.arc(y0), "#FFFFFF", 1.6, stroke_opacity=0.5)
    print_round(d, body, y0, y1 - strip, name=name, detail=detail, ink=INK,
                accent=accent_for(colour))  # fmt: skip


def print_round(
    d: Drawing,
    body: Lathe,
    y0: float,
    y1: float,
    *,
    name: str,
    detail: str,
    ink: str,
    accent: str,
    mark: bool = True,
) -> None:
    """Print mark, wordmark, product name and detail around ``body`` between two heights."""
    r = min(body.radius(y0), body.radius(y1))
    height = y1 - y0
    wide = r * 1.42
    lift = tilt((y0 + y1) / 2) * r * 0.92
    cap = min(wide * 0.15, height * 0.105)
    y = y0 + height * 0.1 + lift
    if mark and height > r * 0.85:
        size = min(height * 0.12, r * 0.26)
        d.add(sprout(body.cx, y + size, size, stroke=accent, width=max(1.6, size * 0.045)))
        y += size * 1.44 + height * 0.085
    else:
        y += height * 0.03
    d.add(wordmark(body.cx, y + cap, cap, ink=ink, accent=accent))
    y += cap + height * 0.07
    rule = wide * 0.11
    d.line(f"M{n(body.cx - rule)} {n(y)}L{n(body.cx + rule)} {n(y)}", accent, 1.6)
    room = y1 - height * (0.2 if detail else 0.1) + lift - y
    size, lines = fit(name, font=SERIF, width=wide, height=room * 0.8, largest=r * 0.26)
    block = size * 1.14 * len(lines)
    baseline = y + (room - block) / 2 + size * 0.92
    for line in lines:
        write_round(d, body, line, baseline - tilt(baseline) * r, size, fill=ink)
        baseline += size * 1.14
    if detail:
        small = min(r * 0.088, height * 0.062)
        small, _ = fit(detail.upper(), font=SANS, width=wide, height=99, largest=small,
                       tracking=0.14, lines=1)  # fmt: skip
        foot = y1 - height * 0.085 + lift
        write_round(d, body, detail.upper(), foot - tilt(foot) * r, small, font=SANS, fill=ink,
                    tracking=0.14, opacity=0.82)  # fmt: skip


def print_flat(
    d: Drawing,
    box: tuple[float, float, float, float],
    *,
    name: str,
    detail: str,
    ink: str,
    accent: str,
    italic: bool = False,
    mark: bool = True,
    largest: float = 0.15,
) -> None:
    """Print the same words on a flat front: ``box`` = (x, y, width, height)."""
    x, y, w, h = box
    cx = x + w / 2
    cap = min(w * 0.105, h * 0.075)
    top = y + h * 0.06
    if mark:
        size = min(h * 0.12, w * 0.17)
        d.add(sprout(cx, top + size, size, stroke=accent, width=max(1.6, size * 0.05)))
        top += size * 1.44 + h * 0.055
    d.add(wordmark(cx, top + cap * 1.4, cap, ink=ink, accent=accent))
    top += cap * 1.4 + h * 0.055
    d.line(f"M{n(cx - w * 0.07)} {n(top)}L{n(cx + w * 0.07)} {n(top)}", accent, 1.6)
    room = y + h * (0.84 if detail else 0.94) - top
    size, lines = fit(name, font=ITALIC if italic else SERIF, width=w * 0.8, height=room,
                      largest=w * largest)  # fmt: skip
    baseline = top + (room - size * 1.14 * len(lines)) / 2 + size * 0.92
    for line in lines:
        write(d, line, cx, baseline, size, font=ITALIC if italic else SERIF, fill=ink)
        baseline += size * 1.14
    if detail:
        small, _ = fit(detail.upper(), font=SANS, width=w * 0.8, height=99, tracking=0.14,
                       largest=min(w * 0.05, h * 0.05), lines=1)  # fmt: skip
        write(d, detail.upper(), cx, y + h * 0.925, small, font=SANS, fill=ink, tracking=0.14,
              opacity=0.82)  # fmt: skip


def print_colours(colour: str) -> tuple[str, str]:
    """Return ink and accent for print straight on a body of ``colour``."""
    ink = on(colour)
    if ink == INK:
        return ink, CLAY if chroma(mix(colour, CLAY, 0.5)) > 0.05 else LEAF
    return ink, shade(mix(colour, "#F2D9C4", 0.8), 0.15)
