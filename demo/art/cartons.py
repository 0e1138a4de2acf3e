"""Paper boxes and the soap bar: things with flat fronts, seen a little from the left and above."""

from .botanicals import bezier, blade, curve, stem_points
from .brand import sprout, wordmark
from .canvas import Drawing, n, points, round_rect
from .colour import chroma, lightness, mix, shade
from .labels import print_colours, print_flat
from .lathe import tilt
from .lettering import ITALIC, SANS, fit, write
from .materials import IVORY
from .stage import BASE, CENTRE, cast, podium


def block(
    d: Drawing, x: float, y: float, w: float, h: float, depth: float, colour: str
) -> tuple[float, float]:
    """Draw a plain box whose front's lower left corner is (x, y); return the side's offset.

    The front is lit, the right side is in the shade, the top shows as far as it is below the
    eye.
    """
    dx = depth * 0.5
    low, high = -depth * tilt(y) * 2.6, -depth * tilt(y - h) * 2.6
    side = [(x + w, y), (x + w + dx, y + low), (x + w + dx, y - h + high), (x + w, y - h)]
    d.path(points(side), d.linear([(0, shade(colour, -0.27)), (1, shade(colour, -0.38))]))
    lid = [(x, y - h), (x + w, y - h), (x + w + dx, y - h + high), (x + dx, y - h + high)]
    d.path(points(lid), shade(colour, 0.3))
    d.rect(x, y - h, w, h, d.linear(
        [(0, shade(colour, 0.09)), (0.3, shade(colour, 0.05)), (1, shade(colour, -0.1))],
        line=(0, 0, 1, 0.5)))  # fmt: skip
    d.line(f"M{n(x + w)} {n(y)}L{n(x + w)} {n(y - h)}L{n(x)} {n(y - h)}", shade(colour, 0.45),
           1.8, stroke_opacity=0.6)  # fmt: skip
    return dx, high


def carton_colour(colour: str) -> str:
    """Return the cardboard that goes with a product: its colour, calmed."""
    calm = mix(colour, IVORY, 0.3)
    return shade(calm, -0.06) if lightness(calm) > 0.93 else calm


def carton(
    d: Drawing, x: float, y: float, w: float, h: float, *, colour: str, tint: str, name: str,
    detail: str,
) -> None:  # fmt: skip
    """Draw the folding box of a product: line-drawn branch, paper panel with the words."""
    board = carton_colour(colour)
    depth = w * 0.46
    cast(d, x + w * 0.62, y - 6, w * 0.62, h, tint, depth=16)
    block(d, x, y, w, h, depth, board)
    ink, accent = print_colours(board)
    with d.group(clip_path=d.clip(points([(x, y), (x + w, y), (x + w, y - h), (x, y - h)]))):
        lines = []
        for sx, lean, tall in ((x + w * 0.1, -78, 1.0), (x + w * 0.95, -104, 0.8)):
            spine = stem_points(sx, y + 20, h * tall, lean, 0.12 if lean > -90 else -0.12)
            lines.append(curve(*spine))
            for k in range(9):
                (px, py), way = bezier(spine, 0.08 + 0.1 * k)
                for turn in (-1, 1):
                    lines.append(blade(px, py, w * 0.3 * (1 - k * 0.06), w * 0.1,
                                       way + turn * 46, turn * -0.08)[0])  # fmt: skip
        d.line("".join(lines), accent, max(1.4, w * 0.006), stroke_opacity=0.38)
    px, py, pw, ph = x + w * 0.11, y - h * 0.86, w * 0.78, h * 0.6
    d.rect(px, py, pw, ph, d.linear([(0, shade(IVORY, 0.3)), (1, shade(IVORY, -0.07))]))
    ground_accent = colour if lightness(colour) < 0.62 and chroma(colour) > 0.03 else "#A8481F"
    print_flat(d, (px, py, pw, ph), name=name, detail=detail, ink="#1E2721",
               accent=ground_accent)  # fmt: skip


def ribbon_bow(d: Drawing, cx: float, cy: float, size: float, colour: str) -> None:
    """Draw a satin bow: two loops, two tails, a knot."""
    s = size
    for side in (-1, 1):
        tail = (
            f"M{n(cx)} {n(cy)}C{n(cx + side * s * 0.2)} {n(cy + s * 0.4)} "
            f"{n(cx + side * s * 0.36)} {n(cy + s * 0.6)} {n(cx + side * s * 0.5)} "
            f"{n(cy + s * 1.0)}L{n(cx + side * s * 0.34)} {n(cy + s * 0.94)}"
            f"L{n(cx + side * s * 0.24)} {n(cy + s * 1.06)}C{n(cx + side * s * 0.16)} "
            f"{n(cy + s * 0.7)} {n(cx + side * s * 0.06)} {n(cy + s * 0.4)} {n(cx)} {n(cy)}Z"
        )
        d.path(tail, d.linear([(0, shade(colour, -0.22)), (0.5, shade(colour, 0.06)),
                               (1, shade(colour, -0.1))], line=(0, 0, 0, 1)))  # fmt: skip
    for side in (-1, 1):
        loop = (
            f"M{n(cx)} {n(cy)}C{n(cx + side * s * 0.3)} {n(cy - s * 0.62)} "
            f"{n(cx + side * s * 0.95)} {n(cy - s * 0.66)} {n(cx + side * s * 0.98)} "
            f"{n(cy - s * 0.16)}C{n(cx + side * s)} {n(cy + s * 0.24)} {n(cx + side * s * 0.4)} "
            f"{n(cy + s * 0.24)} {n(cx)} {n(cy)}Z"
        )
        stops = [(0, shade(colour, 0.06)), (0.35, shade(colour, 0.26)), (0.75, colour),
                 (1, shade(colour, -0.3))]  # fmt: skip
        if side < 0:
            stops = [(1 - o, c) for o, c in reversed(stops)]
        d.path(loop, d.linear(stops))
        hole = (
            f"M{n(cx + side * s * 0.2)} {n(cy - s * 0.06)}C{n(cx + side * s * 0.45)} "
            f"{n(cy - s * 0.4)} {n(cx + side * s * 0.82)} {n(cy - s * 0.42)} "
            f"{n(cx + side * s * 0.82)} {n(cy - s * 0.14)}C{n(cx + side * s * 0.8)} "
            f"{n(cy + s * 0.04)} {n(cx + side * s * 0.4)} {n(cy + s * 0.06)} "
            f"{n(cx + side * s * 0.2)} {n(cy - s * 0.06)}Z"
        )
        d.path(hole, shade(colour, -0.34))
    knot = d.linear([(0, shade(colour, 0.2)), (0.5, colour), (1, shade(colour, -0.26))])
    d.path(round_rect(cx - s * 0.13, cy - s * 0.15, s * 0.26, s * 0.32, s * 0.1), knot)


def box_set(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw a gift box in the colour: deep lid, satin ribbon, paper tag."""
    x, y, w, h, depth = 270.0, BASE + 6, 580.0, 430.0, 190.0
    cast(d, CENTRE + 30, y - 10, 320, 560, tint, depth=26)
    block(d, x, y, w, h, depth, colour)
    lid_h, over = 124.0, 9.0
    dx, high = block(d, x - over, y - h + lid_h, w + 2 * over, lid_h + 8, depth + over, colour)
    shadow = d.linear([(0, "#1A0E06", 0.34), (1, "#1A0E06", 0)], line=(0, 0, 0, 1))
    d.rect(x, y - h + lid_h, w, 26, shadow)
    ribbon = mix(IVORY, "#E7C9A6", 0.4) if lightness(colour) < 0.6 else shade(colour, -0.42)
    rx, rw = x + w * 0.72, 62.0
    top = y - h - 8
    silk = [(0, shade(ribbon, -0.12)), (0.3, shade(ribbon, 0.3)), (0.7, ribbon),
            (1, shade(ribbon, -0.2))]  # fmt: skip
    d.rect(rx, top, rw, h + 8, d.linear(silk))
    d.rect(rx, y - h + lid_h, rw, 20, shadow)
    d.path(points([(rx, top), (rx + rw, top), (rx + rw + dx, top + high), (rx + dx, top + high)]),
           shade(ribbon, 0.3))  # fmt: skip
    ink, accent = print_colours(colour)
    with d.group(clip_path=d.clip(points([(x, y), (rx - 8, y), (rx - 8, y - h + lid_h),
                                          (x, y - h + lid_h)]))):  # fmt: skip
        lines = []
        for k, sx in enumerate((x + 40, x + 150, x + 262, x + 380)):
            spine = stem_points(sx, y + 10, 210 - 26 * (k % 2), -90 + (k - 1.5) * 7, 0.08)
            lines.append(curve(*spine))
            for i in range(6):
                (px, py), way = bezier(spine, 0.16 + 0.14 * i)
                for turn in (-1, 1):
                    lines.append(blade(px, py, 62 - 5 * i, 22, way + turn * 46, -0.08 * turn)[0])
        d.line("".join(lines), accent, 1.8, stroke_opacity=0.42)
    d.add(wordmark(x + w * 0.36, y - h + 76, 42, ink=ink, accent=accent))
    with d.group(transform=f"rotate(-4 {n(x + 130)} {n(y - 220)})"):
        tx, ty, tw, th = x + 70, y - 284, 270.0, 148.0
        d.soft(round_rect(tx + 5, ty + 8, tw, th, 8), "#2A1A10", 6, fill_opacity=0.35)
        d.path(round_rect(tx, ty, tw, th, 8), shade(IVORY, 0.2))
        d.path(round_rect(tx + 9, ty + 9, tw - 18, th - 18, 3), stroke="#A8481F",
               stroke_width=1.3, stroke_opacity=0.6)  # fmt: skip
        size, rows = fit(name, font=ITALIC, width=tw - 50, height=76, largest=34, lines=2)
        base = ty + th / 2 - size * 1.14 * len(rows) / 2 + size * 0.85 - (8 if detail else 0)
        for i, row in enumerate(rows):
            write(d, row, tx + tw / 2, base + i * size * 1.14, size, font=ITALIC, fill="#1E2721")
        if detail:
            write(d, detail.upper(), tx + tw / 2, ty + th - 24, 13, font=SANS, fill="#1E2721",
                  tracking=0.14)  # fmt: skip
    d.soft(points([(rx - 90, top + 18), (rx + 160, top + 18), (rx + 120, top + 60),
                   (rx - 60, top + 60)]), "#1A0E06", 14, fill_opacity=0.3)  # fmt: skip
    ribbon_bow(d, rx + rw / 2 + dx * 0.2, top + 6, 140, ribbon)


def soap(d: Drawing, colour: str, tint: str, name: str, detail: str) -> None:
    """Draw two soap bars: one flat in a paper sleeve, one upright with the sprout in relief."""
    y = podium(d, tint, half=400)
    base_y = y + 26
    cast(d, CENTRE, base_y, 300, 260, tint, depth=26)
    low = [(0, shade(colour, 0.1)), (0.3, shade(colour, 0.18)), (0.75, shade(colour, -0.12)),
           (1, shade(colour, -0.28))]  # fmt: skip
    x, w, h = CENTRE - 296, 592.0, 124.0
    d.path(round_rect(x + 8, base_y - h - 26, w - 16, 90, 44), shade(colour, 0.36))
    d.path(round_rect(x, base_y - h, w, h, 40), d.linear(low))
    d.path(round_rect(x + 16, base_y - h + 5, w - 40, 18, 9), "#FFFFFF", fill_opacity=0.24)
    d.path(points([(CENTRE - 150, base_y - h - 26), (CENTRE + 150, base_y - h - 26),
                   (CENTRE + 156, base_y - h + 4), (CENTRE - 156, base_y - h + 4)]),
           shade(IVORY, 0.4))  # fmt: skip
    d.rect(CENTRE - 156, base_y - h + 2, 312, h - 2, d.linear(
        [(0, shade(IVORY, 0.1)), (0.4, shade(IVORY, 0.3)), (1, shade(IVORY, -0.12))]))  # fmt: skip
    size, rows = fit(name, width=270, height=64, largest=34, lines=2)
    base = base_y - h / 2 - size * 1.14 * len(rows) / 2 + size * 0.88 - (4 if detail else 0)
    for i, row in enumerate(rows):
        write(d, row, CENTRE, base + i * size * 1.14, size, fill="#1E2721")
    if detail:
        write(d, detail.upper(), CENTRE, base_y - 16, 13, font=SANS, fill="#1E2721", tracking=0.14)
    top = base_y - h - 12
    bx, bw, bh = CENTRE - 236, 450.0, 318.0
    with d.group(transform=f"rotate(-3 {n(CENTRE)} {n(top)})"):
        d.soft(round_rect(bx + 30, top - 26, bw - 20, 40, 20), "#1A0E06", 12, fill_opacity=0.42)
        d.path(round_rect(bx + 26, top - bh - 16, bw, bh, 62), shade(colour, -0.3))
        d.path(round_rect(bx, top - bh, bw, bh, 62), d.linear(
            [(0, shade(colour, 0.24)), (0.5, shade(colour, 0.05)), (1, shade(colour, -0.12))],
            line=(0, 0, 1, 1)))  # fmt: skip
        inner = round_rect(bx + 32, top - bh + 32, bw - 64, bh - 64, 40)
        for shift, tone, opacity in (
            (2.5, shade(colour, 0.6), 0.7),
            (-1.5, shade(colour, -0.4), 0.6),
        ):
            d.path(inner, stroke=tone, stroke_width=5, stroke_opacity=opacity,
                   transform=f"translate({shift} {shift})")  # fmt: skip
        d.path(inner, shade(colour, -0.05))
        cx, cy = bx + bw / 2, top - bh / 2
        for shift, tone, opacity in ((3, shade(colour, 0.65), 0.85),
                                     (-2, shade(colour, -0.45), 0.7),
                                     (0.4, shade(colour, -0.04), 1.0)):  # fmt: skip
            d.add(f'<g opacity="{opacity}" transform="translate({shift} {shift})">'
                  + sprout(cx, cy + 18, 92, stroke=tone, width=7)
                  + wordmark(cx, cy + 104, 36, ink=tone, accent=tone) + "</g>")  # fmt: skip
        d.path(round_rect(bx + 34, top - bh + 10, bw - 130, 12, 6), "#FFFFFF", fill_opacity=0.4)


def flat_carton(
    d: Drawing, x: float, y: float, w: float, h: float, *, colour: str, name: str, detail: str
) -> None:
    """Draw a slim box that lies on a table seen from above; (x, y) is its upper left corner."""
    board = carton_colour(colour)
    ink, accent = print_colours(board)
    d.soft(round_rect(x + 16, y + 12, w, h, 4), "#3A2418", 16, fill_opacity=0.36)
    d.path(points([(x + w, y), (x + w + 14, y + 9), (x + w + 14, y + h + 9), (x + w, y + h)]),
           shade(board, -0.34))  # fmt: skip
    d.path(points([(x, y + h), (x + w, y + h), (x + w + 14, y + h + 9), (x + 14, y + h + 9)]),
           shade(board, -0.24))  # fmt: skip
    d.rect(x, y, w, h, d.linear([(0, shade(board, 0.1)), (1, shade(board, -0.06))]))
    d.add(sprout(x + w / 2, y + 110, 56, stroke=accent, width=2.6))
    with d.group(transform=f"rotate(90 {n(x + w / 2)} {n(y + h / 2)})"):
        cx, cy = x + w / 2, y + h / 2
        d.add(wordmark(cx - h * 0.2, cy + 16, 34, ink=ink, accent=accent))
        size, rows = fit(name, width=h * 0.46, height=60, largest=36, lines=1)
        write(d, rows[0], cx - h * 0.04, cy + 14, size, fill=ink, anchor="start")
        if detail:
            write(d, detail.upper(), cx - h * 0.04, cy + 44, 14, font=SANS, fill=ink,
                  tracking=0.14, anchor="start")  # fmt: skip


def open_box(d: Drawing, colour: str, tint: str, name: str, painters: dict) -> None:
    """Draw the gift box open: three products stand in tissue paper, the lid leans on it.

    ``painters`` are the product shapes by name.
    """
    x, y, w, h = 236.0, BASE + 6, 690.0, 300.0
    cast(d, CENTRE + 30, y - 10, 380, 520, tint, depth=26)
    dx = 100.0
    back = [(x, y - h), (x + w, y - h), (x + w + dx, y - h - 74), (x + dx, y - h - 74)]
    d.path(points(back), shade(colour, -0.5))
    paler, warmer = mix(colour, "#F3E3D0", 0.45), mix(colour, "#C79A62", 0.4)
    for shape, tone, px, py, scale in (
        ("bottle", warmer, 452, y - 60, 0.72), ("dropper", colour, 700, y - 40, 0.66),
        ("tube", paler, 872, y - 56, 0.6),
    ):  # fmt: skip
        with d.group(transform=f"translate({n(px - 600 * scale)} {n(py - BASE * scale)}) "
                               f"scale({scale})"):  # fmt: skip
            painters[shape](d, tone, tint, name, "")
    tissue = [(x + 4, y - h + 6)]
    peaks = 13
    for i in range(peaks + 1):
        tissue.append((x + w * i / peaks, y - h - (66 if i % 2 else 18) - (i * 37 % 23)))
    tissue.append((x + w - 4, y - h + 6))
    d.path(points(tissue), shade(IVORY, 0.2))
    for i in range(1, peaks + 1):
        a, b = tissue[i], tissue[i + 1]
        low = ((a[0] + b[0]) / 2 + (12 if i % 2 else -12), y - h + 8)
        tone = shade(IVORY, -0.12 if i % 2 else 0.5)
        d.path(points([a, b, low]), tone, fill_opacity=0.7)
    depth = 190.0
    side_low = -depth * tilt(y) * 2.6
    d.path(
        points([(x + w, y), (x + w + dx, y + side_low), (x + w + dx, y - h - 74), (x + w, y - h)]),
        d.linear([(0, shade(colour, -0.27)), (1, shade(colour, -0.4))]),
    )
    d.rect(x, y - h, w, h, d.linear(
        [(0, shade(colour, 0.09)), (0.3, shade(colour, 0.05)), (1, shade(colour, -0.1))],
        line=(0, 0, 1, 0.5)))  # fmt: skip
    d.line(f"M{n(x)} {n(y - h)}L{n(x + w)} {n(y - h)}", shade(colour, 0.5), 3, stroke_opacity=0.6)
    ink, accent = print_colours(colour)
    with d.group(clip_path=d.clip(round_rect(x, y - h, w, h, 0.1))):
        lines = []
        for sx, lean, tall in ((x + 20, -70, 330), (x + w - 20, -110, 330), (x + 130, -82, 200),
                               (x + w - 130, -98, 200)):  # fmt: skip
            spine = stem_points(sx, y + 24, tall, lean, 0.1)
            lines.append(curve(*spine))
            for i in range(8):
                (px, py), way = bezier(spine, 0.08 + 0.11 * i)
                for turn in (-1, 1):
                    lines.append(blade(px, py, 66 - 5 * i, 22, way + turn * 46, -0.08 * turn)[0])
        d.line("".join(lines), accent, 1.8, stroke_opacity=0.4)
    d.add(wordmark(x + w / 2, y - h / 2 + 6, 54, ink=ink, accent=accent))
    size, rows = fit(name, font=ITALIC, width=w * 0.5, height=60, largest=36, lines=1)
    write(d, rows[0], x + w / 2, y - h / 2 + 68, size, font=ITALIC, fill=ink)
