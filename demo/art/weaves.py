"""Close-ups of cloth and of wrapping."""

from math import cos, pi, sin

from .botanicals import bezier, blade, curve, stem_points
from .brand import sprout, wordmark
from .canvas import Drawing, n, points
from .cartons import ribbon_bow
from .colour import lightness, mix, shade
from .labels import print_colours


def _pattern(d: Drawing, cell: float, markup: str, turn: float) -> str:
    return "url(#" + d.define(
        f'<pattern id="{{id}}" width="{n(cell)}" height="{n(cell)}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate({n(turn)})">{markup}</pattern>'
    ) + ")"  # fmt: skip


def _plain(d: Drawing, colour: str, cell: float) -> str:
    """Return the markup of one repeat of plain weave: over, under."""
    h = cell / 2
    warp = d.linear(
        [(0, shade(colour, -0.16)), (0.35, shade(colour, 0.14)), (1, shade(colour, -0.2))]
    )
    weft = d.linear(
        [(0, shade(colour, 0.18)), (0.5, shade(colour, 0.04)), (1, shade(colour, -0.22))],
        line=(0, 0, 0, 1),
    )
    return f'<rect width="{n(cell)}" height="{n(cell)}" fill="{shade(colour, -0.42)}"/>' + "".join(
        f'<rect x="{n(x + 0.6)}" y="{n(y - 1)}" width="{n(h - 1.2)}" height="{n(h + 2)}" '
        f'rx="3" fill="{warp}"/>'
        if warp_up
        else f'<rect x="{n(x - 1)}" y="{n(y + 0.6)}" width="{n(h + 2)}" height="{n(h - 1.2)}" '
        f'rx="3" fill="{weft}"/>'
        for x, y, warp_up in ((0, 0, True), (h, 0, False), (0, h, False), (h, h, True))
    )


def _waffle(d: Drawing, colour: str, cell: float) -> str:
    """Return one honeycomb: a sunk square between raised ribs."""
    c = cell
    sunk = d.linear([(0, shade(colour, -0.26)), (1, shade(colour, -0.02))], line=(0, 0, 1, 1))
    rib = shade(colour, 0.2)
    dark = shade(colour, -0.16)
    inset = c * 0.16
    lines = "".join(
        f'<path d="M{n(inset + k * c * 0.085)} {n(inset + k * c * 0.085)}'
        f"h{n(c * (0.68 - 0.17 * k))}"
        f'v{n(c * (0.68 - 0.17 * k))}h{n(-c * (0.68 - 0.17 * k))}z" fill="none" '
        f'stroke="{shade(colour, -0.08 - 0.07 * k)}" stroke-width="{n(c * 0.03)}"/>'
        for k in range(4)
    )
    return (
        f'<rect width="{n(c)}" height="{n(c)}" fill="{rib}"/>'
        f'<rect x="{n(inset)}" y="{n(inset)}" width="{n(c - 2 * inset)}" '
        f'height="{n(c - 2 * inset)}" rx="{n(c * 0.06)}" fill="{sunk}"/>{lines}'
        f'<path d="M0 {n(c - 1.5)}H{n(c)}M{n(c - 1.5)} 0V{n(c)}" stroke="{dark}" stroke-width="2" '
        'stroke-opacity="0.5"/>'
    )


def _terry(d: Drawing, colour: str, cell: float) -> str:
    """Return a tuft of small loops."""
    loops = []
    for k in range(16):
        x, y = cell * ((k * 7 % 16) / 16), cell * (k / 16)
        lean = (k * 5 % 7 - 3) * 1.4
        for dx in (0, cell):
            loops.append(
                f'<path d="M{n(x + dx)} {n(y + 7)}c{n(-6 + lean)} -9 {n(8 + lean)} -14 '
                f'{n(5 + lean)} 0" fill="none" stroke-width="3" '
                f'stroke="{shade(colour, 0.3 if k % 3 else -0.24)}" '
                'stroke-linecap="round"/>'
            )
    return f'<rect width="{n(cell)}" height="{n(cell)}" fill="{shade(colour, -0.06)}"/>' + "".join(
        loops
    )


def cloth(d: Drawing, shape: str, colour: str) -> None:
    """Draw the cloth of ``shape`` in folds: waffle, terry or plain cotton."""
    x, y, w, h = d.view
    weave, cell, turn = {
        "textile_robe": (_waffle, 64.0, 14.0),
        "textile_band": (_terry, 78.0, 8.0),
        "textile_bag": (_plain, 30.0, 12.0),
    }[shape]
    d.rect(x, y, w, h, _pattern(d, cell, weave(d, colour, cell), turn))
    with d.behind():
        d.rect(x, y, w, h, colour)
    dark = shade(colour, -0.62)
    # Folds: broad waves of light and shade across the cloth, each with a steep right flank.
    stops: list = []
    at = 0.0
    for wide, deep in ((0.1, 0.7), (0.16, 1.0), (0.1, 0.6), (0.2, 0.9), (0.13, 0.8), (0.18, 1.0),
                       (0.13, 0.7)):  # fmt: skip
        for share, tone, opacity in (
            (0.0, dark, 0.34), (0.1, dark, 0.12), (0.2, "#FFFFFF", 0.0), (0.42, "#FFFFFF", 0.24),
            (0.55, "#FFFFFF", 0.02), (0.62, dark, 0.0), (0.86, dark, 0.3), (0.96, dark, 0.44),
        ):  # fmt: skip
            stops.append((at + share * wide, tone, opacity * deep))
        at += wide
    with d.above():
        for line, strength in (((-260, 300, 1360, 820), 1.0), ((-300, 1500, 1300, 560), 0.42)):
            faded = [(o, c, a * strength) for o, c, a in stops]
            d.rect(x, y, w, h, d.linear(faded, line=line, user=True))
    if shape == "textile_bag":
        ink, accent = print_colours(colour)
        with d.group(transform="rotate(-9 620 800)", opacity="0.9"):
            d.add(sprout(620, 760, 230, stroke=accent, width=11))
            d.add(wordmark(620, 1010, 100, ink=ink, accent=accent))
        return
    label = [(690, 1010), (1010, 950), (1036, 1096), (716, 1156)]
    d.soft(points(label), "#2A1A10", 8, fill_opacity=0.4, transform="translate(8 10)")
    d.path(points(label), d.linear([(0, "#FFFDF8"), (1, "#E6DCCB")]))
    with d.group(transform="rotate(-10.6 863 1053)"):
        d.add(wordmark(863, 1080, 46, ink="#1E2721", accent="#A8481F"))
        d.line("".join(f"M{n(706 + i * 22)} 990l9 0M{n(706 + i * 22)} 1117l9 0" for i in range(15)),
               "#B9A88E", 3)  # fmt: skip


def gift(d: Drawing, colour: str) -> None:
    """Draw the lid of the gift box from above: printed branches, ribbon and bow."""
    x, y, w, h = d.view
    with d.behind():
        d.rect(x, y, w, h, d.linear(
            [(0, shade(colour, 0.16)), (0.5, colour), (1, shade(colour, -0.16))],
            line=(0, 0, 1, 1)))  # fmt: skip
    _, accent = print_colours(colour)
    lines = []
    for i in range(9):
        a = 2 * pi * i / 9 + 0.3
        ox, oy = 600 + 250 * cos(a), 700 + 250 * sin(a)
        spine = stem_points(ox, oy, 560, a * 180 / pi, 0.12)
        lines.append(curve(*spine))
        for k in range(8):
            (px, py), way = bezier(spine, 0.08 + 0.115 * k)
            for turn in (-1, 1):
                lines.append(
                    blade(px, py, 150 - 12 * k, 52 - 4 * k, way + turn * 44, -0.08 * turn)[0]
                )
    d.line("".join(lines), accent, 3, stroke_opacity=0.42)
    ribbon = mix("#F4EEE3", "#E7C9A6", 0.4) if lightness(colour) < 0.6 else shade(colour, -0.42)
    silk = [(0, shade(ribbon, -0.2)), (0.2, shade(ribbon, 0.3)), (0.55, ribbon),
            (0.8, shade(ribbon, 0.16)), (1, shade(ribbon, -0.24))]  # fmt: skip
    for flat in (True, False):
        if flat:
            d.rect(x, 632, w, 170, "#1A0E06", fill_opacity=0.16)
            d.rect(x, 620, w, 160, d.linear(silk, line=(0, 0, 0, 1)))
        else:
            d.rect(534, y, 172, h, "#1A0E06", fill_opacity=0.16)
            d.rect(520, y, 160, h, d.linear(silk))
    d.glow(630, 760, 420, 330, "#1A0E06", 0.42)
    ribbon_bow(d, 600, 700, 380, ribbon)
