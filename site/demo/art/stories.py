"""Drawn tales: mountains and seed, garden, laboratory, table, people, letter, plant studies."""

import random
from collections.abc import Callable

from .botanicals import blade, blob, leaf, scatter, sprig
from .brand import sprout
from .canvas import Drawing, ellipse_path, n, points, round_rect
from .colour import shade
from .people import draw_person, person_for
from .plants import PLANTS, achiote, agave, cacao, chamomile_bunch, coffee, eucalyptus, nopal, rose


def landscape(size: tuple[int, int]) -> Drawing:
    """Return a drawing for a scene whose subject lies in x 250–1300, y 230–1430.

    A wide picture holds 2000 × 1200 units with the subject at the right; extra room goes to the
    left and above. One narrower than 1.3 : 1 holds the subject alone. Raises ``ValueError`` for
    a size below one pixel.
    """
    width, height = size
    if width < 1 or height < 1:
        raise ValueError(f"not a picture size: {size}")
    wide = width / height >= 1.3
    scale = min(width / (2000 if wide else 1060), height / 1200)
    view_w, view_h = width / scale, height / scale
    x = 1300 - view_w if wide else 750 - view_w / 2
    return Drawing(size, (x, 1430 - view_h if wide else 830 - view_h / 2, view_w, view_h))


def _sky(d: Drawing, top: str, low: str) -> None:
    x, y, w, h = d.view
    with d.behind():
        d.rect(x, y, w, h, d.linear([(0, top), (1, low)], line=(0, 0, 0, 1)))


def _ridge(
    d: Drawing, rng: random.Random, y: float, swing: float, fill: str, *, count: int = 7,
    lines: int = 0, calm: float = 0.35,
) -> None:  # fmt: skip
    """Draw a hill line across the view, lower at the left, with contour lines below it."""
    x0, _, w, _ = d.view
    bottom = d.view[1] + d.view[3]
    tops = []
    for i in range(count + 1):
        share = i / count
        rise = swing * (calm + (1 - calm) * share) * rng.uniform(0.35, 1.0) * (1 if i % 2 else 0.45)
        tops.append((x0 - 60 + (w + 120) * share, y - rise))
    path = f"M{n(tops[0][0])} {n(tops[0][1])}"
    for (ax, ay), (bx, by) in zip(tops, tops[1:], strict=False):
        path += f"C{n((ax + bx) / 2)} {n(ay)} {n((ax + bx) / 2)} {n(by)} {n(bx)} {n(by)}"
    whole = path + f"L{n(tops[-1][0])} {n(bottom)}L{n(tops[0][0])} {n(bottom)}Z"
    d.path(whole, fill)
    if lines:
        with d.group(clip_path=d.clip(whole)):
            for k in range(1, lines + 1):
                d.path(path, stroke=shade(fill, -0.14), stroke_width=2.4, stroke_opacity=0.5,
                       transform=f"translate({n(9 * k)} {n(24 * k + k * k)})")  # fmt: skip


def origin(d: Drawing) -> None:
    """Draw the mountains where the seed comes from, and the hands that hold it."""
    rng = random.Random(4)
    _sky(d, "#F6EADC", "#F1D9C4")
    d.ellipse(830, 520, 190, 190, "#E5A679")
    d.path(ellipse_path(830, 520, 226, 226), stroke="#D98F5E", stroke_width=2.4,
           stroke_opacity=0.7)  # fmt: skip
    x0, _, w, _ = d.view
    _ridge(d, rng, 780, 300, "#D9C2AE", count=9)
    _ridge(d, rng, 860, 330, "#B9B79E", count=7, lines=5)
    _ridge(d, rng, 960, 250, "#8D9C7F", count=6, lines=7)
    _ridge(d, rng, 1060, 170, "#6B8068", count=5, lines=8)
    _ridge(d, rng, 1220, 150, "#4B6152", count=4, lines=7)
    for x, y, h in ((360, 1150, 120), (450, 1175, 90), (1210, 1120, 150), (1120, 1160, 100)):
        agave(d, x, y, h)
    _hands(d, 780, 1260)


def _hands(d: Drawing, cx: float, y: float) -> None:
    """Draw two cupped hands with earth and a seedling."""
    skin, deep = "#A9683F", "#8A5030"
    d.glow(cx, y + 120, 420, 120, "#1E2721", 0.35)
    for side in (-1, 1):
        sleeve = (
            f"M{n(cx + side * 330)} {n(y + 240)}L{n(cx + side * 420)} {n(y + 70)}"
            f"L{n(cx + side * 560)} {n(y + 140)}L{n(cx + side * 520)} {n(y + 260)}Z"
        )
        d.path(sleeve, "#F4EEE3")
        d.path(
            f"M{n(cx + side * 410)} {n(y + 60)}L{n(cx + side * 322)} {n(y + 232)}"
            f"L{n(cx + side * 300)} {n(y + 220)}L{n(cx + side * 388)} {n(y + 48)}Z",
            "#A8481F",
        )
    for side, tone in ((1, deep), (-1, skin)):
        s = side
        palm = (
            f"M{n(cx + s * 392)} {n(y + 40)}C{n(cx + s * 330)} {n(y - 30)} {n(cx + s * 280)} "
            f"{n(y - 70)} {n(cx + s * 232)} {n(y - 78)}C{n(cx + s * 210)} {n(y - 80)} "
            f"{n(cx + s * 204)} {n(y - 56)} {n(cx + s * 220)} {n(y - 40)}"
            f"C{n(cx + s * 150)} {n(y + 10)} {n(cx + s * 60)} {n(y + 20)} {n(cx - s * 26)} "
            f"{n(y + 6)}C{n(cx - s * 50)} {n(y + 4)} {n(cx - s * 54)} {n(y + 40)} "
            f"{n(cx - s * 30)} {n(y + 52)}C{n(cx + s * 20)} {n(y + 130)} {n(cx + s * 150)} "
            f"{n(y + 190)} {n(cx + s * 300)} {n(y + 226)}Z"
        )
        d.path(palm, tone)
        for k in range(3):
            d.line(f"M{n(cx - s * (20 - 26 * k))} {n(y + 58 + 30 * k)}C{n(cx + s * (50 + 20 * k))} "
                   f"{n(y + 76 + 30 * k)} {n(cx + s * (110 + 20 * k))} {n(y + 66 + 30 * k)} "
                   f"{n(cx + s * (170 + 22 * k))} {n(y + 40 + 34 * k)}", shade(tone, -0.26), 3.4,
                   stroke_opacity=0.7)  # fmt: skip
    soil = (f"M{n(cx - 190)} {n(y + 4)}C{n(cx - 120)} {n(y - 80)} {n(cx - 30)} {n(y - 104)} "
            f"{n(cx + 10)} {n(y - 100)}C{n(cx + 80)} {n(y - 96)} {n(cx + 150)} {n(y - 50)} "
            f"{n(cx + 196)} {n(y - 2)}C{n(cx + 110)} {n(y + 46)} {n(cx - 110)} {n(y + 50)} "
            f"{n(cx - 190)} {n(y + 4)}Z")  # fmt: skip
    d.path(soil, "#5A3A28")
    rng = random.Random(2)
    d.path("".join(ellipse_path(cx + rng.uniform(-140, 140), y - rng.uniform(-18, 60), 5, 3.6)
                   for _ in range(36)), "#7C5438")  # fmt: skip
    d.line(f"M{n(cx + 4)} {n(y - 92)}C{n(cx + 10)} {n(y - 190)} {n(cx - 4)} {n(y - 250)} "
           f"{n(cx + 4)} {n(y - 320)}", "#5E7B4C", 11)  # fmt: skip
    leaf(d, cx + 4, y - 250, 190, 92, -150, "#6F8F58", veins=4, line=3, bend=-0.1)
    leaf(d, cx + 4, y - 290, 210, 96, -34, "#7FA066", veins=4, line=3)
    leaf(d, cx + 4, y - 316, 96, 42, -84, "#94B37A", line=2.6)


def garden(d: Drawing) -> None:
    """Draw beds in rows that run to the hills, a glasshouse, plants in front."""
    rng = random.Random(12)
    _sky(d, "#F3EEE2", "#E7E8D6")
    x0, y0, w, h = d.view
    bottom = y0 + h
    d.ellipse(1060, 470, 120, 120, "#F0CE9A")
    _ridge(d, rng, 760, 200, "#C6CDB6", count=8)
    _ridge(d, rng, 830, 150, "#A5B396", count=6, lines=4)
    gx, gy = 780.0, 900.0
    frame = [(gx - 190, gy), (gx - 190, gy - 170), (gx, gy - 290), (gx + 190, gy - 170),
             (gx + 190, gy)]  # fmt: skip
    d.path(points(frame), "#EAF0E6", fill_opacity=0.85)
    eucalyptus(d, gx - 90, gy - 4, 150)
    rose(d, gx + 30, gy - 4, 160)
    agave(d, gx + 120, gy - 4, 80)
    bars = "".join(f"M{n(gx + k * 63)} {n(gy)}L{n(gx + k * 63)} {n(gy - 170 - 120 * (1 - abs(k) / 3))}"
                   for k in range(-3, 4))  # fmt: skip
    d.line(bars + f"M{n(gx - 190)} {n(gy - 170)}L{n(gx + 190)} {n(gy - 170)}", "#FBF8F3", 5)
    d.path(points(frame), stroke="#FBF8F3", stroke_width=9, stroke_linejoin="round")
    d.rect(x0, 880, w, bottom - 880, d.linear([(0, "#B7A07A"), (1, "#8F6B48")], line=(0, 0, 0, 1)))
    vanish = (760.0, 800.0)
    for i, k in enumerate(range(-9, 10)):
        near, wide = 760 + k * 330.0, 190.0
        bed = []
        for x, y in ((near - wide / 2, bottom + 40), (near + wide / 2, bottom + 40)):
            t = (884 - vanish[1]) / (y - vanish[1])
            bed.append(((x, y), (vanish[0] + (x - vanish[0]) * t, 884.0)))
        (a, b), (c, e) = bed
        tone = ("#6F8A5C", "#85996A", "#5E7A58")[i % 3]
        d.path(points([a, b, e, c]), tone)
        for r in range(12):
            t = (r / 12) ** 1.9
            y = 892 + (bottom + 10 - 892) * t
            s = (y - vanish[1]) / (bottom + 40 - vanish[1])
            x = vanish[0] + (near - vanish[0]) * s
            for side in (-46, -90, -134):
                leaf(d, x, y, 150 * s, 50 * s, side, shade(tone, 0.1 if side == -46 else -0.08),
                     line=1.2 + s)  # fmt: skip
    chamomile_bunch(d, 1130, bottom + 20, 420)
    rose(d, 420, bottom + 30, 330)


def laboratory(d: Drawing) -> None:
    """Draw shelves with flasks and jars, a mortar, and sprigs hung to dry."""
    _sky(d, "#EFEBE1", "#E3E2D4")
    x0, y0, w, h = d.view
    bench = 1180.0
    d.path(f"M410 {bench}L410 600C410 380 560 300 790 300C1020 300 1170 380 1170 600L1170 {bench}Z",
           "#D6DACA")  # fmt: skip
    d.path(f"M410 {bench}L410 600C410 380 560 300 790 300C1020 300 1170 380 1170 600L1170 {bench}",
           stroke="#B9C1AC", stroke_width=3)  # fmt: skip
    for k, x in enumerate((540, 670, 800, 930, 1050)):
        d.line(f"M{x} 330L{x} 390", "#8A7348", 3)
        with d.group(transform=f"translate({x} 384) rotate({180 + (k - 2) * 3})"):
            sprig(d, 0, 0, 190, -90, ("#7F9066", "#5E7361", "#9DAE94", "#8A8A55", "#6F8B7C")[k],
                  pairs=6, size=0.3, slim=0.36, line=3)  # fmt: skip
    d.line("M470 334L1110 334", "#6B4A36", 9)
    for y in (790.0,):
        d.rect(450, y, 680, 20, "#8A5F3E")
        d.rect(450, y + 20, 680, 8, "#1A120C", fill_opacity=0.16)
    for k, (x, tone, high) in enumerate(((520, "#A8481F", 130), (622, "#5E7361", 160),
                                         (724, "#D8A73F", 120), (836, "#7A4B32", 150),
                                         (950, "#C98F6B", 128), (1060, "#3F5546", 156))):  # fmt: skip
        d.path(round_rect(x - 38, 790 - high, 76, high, 12), d.linear(
            [(0, shade(tone, -0.3)), (0.2, shade(tone, 0.3)), (0.5, tone), (1, shade(tone, -0.3))]))  # fmt: skip
        d.path(round_rect(x - 26, 790 - high - 34, 52, 40, 6), "#B98A5E")
        d.rect(x - 38, 790 - high * 0.62, 76, high * 0.36, "#F7F1E6")
        d.add(sprout(x, 790 - high * 0.36, high * 0.15, stroke=tone, width=2.4))
        if k % 2:
            d.path(round_rect(x - 30, 798 - high, 9, high - 20, 4), "#FFFFFF", fill_opacity=0.4)
    d.rect(x0, bench, w, y0 + h - bench, d.linear(
        [(0, "#B98F66"), (0.12, "#A67B54"), (1, "#8E6442")], line=(0, 0, 0, 1)))  # fmt: skip
    d.rect(x0, bench, w, 10, "#D9B68D")
    # Flask with an infusion, on a stand.
    fx = 580.0
    flask = (f"M{fx - 26} 880L{fx - 26} 980L{fx - 120} 1150C{fx - 132} 1180 {fx - 110} 1200 "
             f"{fx - 84} 1200L{fx + 84} 1200C{fx + 110} 1200 {fx + 132} 1180 {fx + 120} 1150"
             f"L{fx + 26} 980L{fx + 26} 880Z")  # fmt: skip
    d.glow(fx + 60, 1204, 190, 22, "#3A2418", 0.4)
    d.path(flask, "#FFFFFF", fill_opacity=0.45)
    with d.group(clip_path=d.clip(flask)):
        d.path(
            f"M{fx - 160} 1070C{fx - 60} 1056 {fx + 40} 1084 {fx + 160} 1066L{fx + 160} 1220"
            f"L{fx - 160} 1220Z",
            d.linear([(0, "#8E3B1A"), (0.4, "#C2622E"), (1, "#A8481F")]),
        )
        sprig(d, fx - 30, 1196, 220, -74, "#5E7361", pairs=5, size=0.26, line=3)
    d.path(flask, stroke="#FFFFFF", stroke_width=5, stroke_opacity=0.9)
    d.path(f"M{fx - 16} 894L{fx - 16} 984L{fx - 96} 1140", stroke="#FFFFFF", stroke_width=8,
           stroke_opacity=0.7, stroke_linecap="round")  # fmt: skip
    d.path(round_rect(fx - 36, 868, 72, 16, 8), "#FFFFFF", fill_opacity=0.9)
    # Mortar and pestle.
    mx = 860.0
    d.glow(mx + 60, 1214, 210, 24, "#3A2418", 0.42)
    d.line(f"M{mx + 30} 1060L{mx + 130} 880", "#D8CBB6", 34)
    d.line(f"M{mx + 24} 1056L{mx + 120} 884", "#F4EEE3", 12)
    for k in range(7):
        leaf(
            d, mx - 90 + 30 * k, 1040, 96, 36, -150 + 20 * k, ("#6F8F58", "#8A8A55")[k % 2], line=2
        )
    d.path(f"M{mx - 150} 1030C{mx - 140} 1130 {mx - 90} 1180 {mx - 70} 1214L{mx + 70} 1214"
           f"C{mx + 90} 1180 {mx + 140} 1130 {mx + 150} 1030C{mx + 90} 1056 {mx - 90} 1056 "
           f"{mx - 150} 1030Z", d.linear([(0, "#D8CFC0"), (0.25, "#FBF8F3"), (0.6, "#E9E2D6"),
                                          (1, "#B5A995")]))  # fmt: skip
    # Dropper bottle and a dish of seeds.
    bx = 1080.0
    d.glow(bx + 40, 1208, 110, 18, "#3A2418", 0.42)
    d.path(round_rect(bx - 56, 1040, 112, 166, 22), d.linear(
        [(0, "#5A2410"), (0.16, "#D98A54"), (0.3, "#A8481F"), (0.8, "#7C3414"), (1, "#4A1C0A")]))  # fmt: skip
    d.rect(bx - 56, 1098, 112, 74, "#F7F1E6")
    d.add(sprout(bx, 1150, 30, stroke="#A8481F", width=2.4))
    d.rect(bx - 22, 1008, 44, 36, "#C9A26B")
    d.path(round_rect(bx - 17, 930, 34, 84, 16), "#242B26")
    scatter(d, random.Random(3), (360, 1250, 880, 110), 26, 11, ("#C2401C", "#7A4630", "#D8A73F"))


def community(d: Drawing) -> None:
    """Draw women and men around a long table with products and plants."""
    _sky(d, "#F6EBDD", "#F0DDCB")
    d.ellipse(790, 640, 400, 400, "#E8C4A4")
    d.path(ellipse_path(790, 640, 436, 436), stroke="#D9A47C", stroke_width=2.4, stroke_opacity=0.8)
    eucalyptus(d, 330, 1120, 640)
    coffee(d, 1230, 1120, 680)
    seats = (("f:pilar 2", 430, 742, 0.62), ("m:juan", 1150, 738, 0.62), ("f:lili", 606, 690, 0.66),
             ("f:gloria", 978, 690, 0.66), ("f:valen", 790, 650, 0.7))  # fmt: skip
    for seed, x, y, scale in seats:
        kind, _, _ = seed.partition(":")
        draw_person(d, x, y, scale, person_for(seed, kind))
    x0, y0, w, h = d.view
    top = 1010.0
    edge = d.linear([(0, "#C79A6C"), (0.5, "#B98A5E"), (1, "#A97A50")], line=(0, 0, 0, 1))
    d.path(f"M250 {top}C250 {top - 16} 262 {top - 20} 290 {top - 20}L1290 {top - 20}"
           f"C1320 {top - 20} 1330 {top - 14} 1330 {top}L1420 {top + 220}L160 {top + 220}Z", edge)  # fmt: skip
    d.path(points([(160, top + 220), (1420, top + 220), (1420, top + 262), (160, top + 262)]),
           "#7E5434")  # fmt: skip
    d.path("".join(f"M{330 + 40 * k} {top + 30 + 38 * k}L{1210 + 30 * k} {top + 30 + 38 * k}"
                   for k in range(5)), stroke="#8E6442", stroke_width=2, stroke_opacity=0.4)  # fmt: skip
    runner = points([(690, top - 20), (880, top - 20), (960, top + 220), (620, top + 220)])
    d.path(runner, "#F4EEE3")
    for k in range(3):
        d.path(points([(684 - 18 * k, top + 10 + 60 * k), (886 + 20 * k, top + 10 + 60 * k),
                       (890 + 20 * k, top + 24 + 60 * k), (680 - 18 * k, top + 24 + 60 * k)]),
               ("#A8481F", "#5E7361", "#D8A73F")[k], fill_opacity=0.75)  # fmt: skip
    d.path(
        points([(620, top + 220), (960, top + 220), (968, top + 340), (612, top + 340)]), "#E9DDCB"
    )
    for x, y, tone, high, cap in ((470, top + 120, "#A8481F", 120, "#C9A26B"),
                                  (560, top + 160, "#5E7361", 84, "#B98A5E"),
                                  (1030, top + 130, "#3E5A4B", 130, "#B98A5E"),
                                  (1130, top + 160, "#D8A73F", 70, "#B9B7B2")):  # fmt: skip
        half = 40 if high > 100 else 56
        d.glow(x + 34, y, half * 1.8, 16, "#3A2418", 0.42)
        d.path(round_rect(x - half, y - high, half * 2, high, 14), d.linear(
            [(0, shade(tone, -0.3)), (0.18, shade(tone, 0.34)), (0.4, tone), (1, shade(tone, -0.32))]))  # fmt: skip
        d.rect(x - half, y - high * 0.62, half * 2, high * 0.4, "#F7F1E6")
        d.path(round_rect(x - half * 0.62, y - high - 30, half * 1.24, 34, 6), cap)
    bowl = 790.0
    d.glow(bowl + 30, top + 150, 150, 20, "#3A2418", 0.4)
    chamomile_bunch(d, bowl, top + 100, 250)
    d.path(f"M{bowl - 84} {top + 60}L{bowl + 84} {top + 60}C{bowl + 80} {top + 130} {bowl + 50} "
           f"{top + 150} {bowl} {top + 150}C{bowl - 50} {top + 150} {bowl - 80} {top + 130} "
           f"{bowl - 84} {top + 60}Z", d.linear([(0, "#B5623A"), (0.3, "#D98A5E"), (1, "#8A3F1E")]))  # fmt: skip


def join(d: Drawing) -> None:
    """Draw three consultants before arches, plants between them."""
    _sky(d, "#EEF0E6", "#E2E6D8")
    x0, y0, w, h = d.view
    bottom = y0 + h
    for cx, r, top, fill in ((480, 210, 520, "#D9DFCB"), (1100, 210, 500, "#E8CDB5"),
                             (790, 270, 360, "#D99C78")):  # fmt: skip
        d.path(f"M{cx - r} {bottom}L{cx - r} {top + r}C{cx - r} {top + r * 0.45} "
               f"{cx - r * 0.55} {top} {cx} {top}C{cx + r * 0.55} {top} {cx + r} {top + r * 0.45} "
               f"{cx + r} {top + r}L{cx + r} {bottom}Z", fill)  # fmt: skip
        d.path(f"M{cx - r - 24} {bottom}L{cx - r - 24} {top + r}C{cx - r - 24} {top + r * 0.4} "
               f"{cx - r * 0.55} {top - 24} {cx} {top - 24}C{cx + r * 0.55} {top - 24} "
               f"{cx + r + 24} {top + r * 0.4} {cx + r + 24} {top + r}L{cx + r + 24} {bottom}",
               stroke=shade(fill, -0.14), stroke_width=2.4, stroke_opacity=0.7)  # fmt: skip
    achiote(d, 300, bottom, 640)
    eucalyptus(d, 1260, bottom, 760)
    draw_person(d, 490, 880, 0.96, person_for("f:carmen", "f"))
    draw_person(d, 1090, 870, 0.96, person_for("m:andres", "m"))
    draw_person(d, 790, 760, 1.2, person_for("f:valen", "f"))
    for cx, tall, angle in ((330, 300, -74), (640, 250, -100), (950, 260, -80), (1230, 320, -106)):
        sprig(d, cx, bottom + 20, tall, angle, "#5E7361", pairs=6, size=0.36, slim=0.4, veins=4,
              line=5)  # fmt: skip
        sprig(d, cx + 60, bottom + 20, tall * 0.8, angle + 24, "#7C8A5C", pairs=5, size=0.36,
              slim=0.4, veins=4, line=5)  # fmt: skip


def contact(d: Drawing) -> None:
    """Draw an open letter out of which a garden grows, and a cup beside it."""
    _sky(d, "#F4EBDF", "#EFDFD0")
    d.ellipse(780, 690, 400, 400, "#E6C3A6")
    d.path(ellipse_path(780, 690, 434, 434), stroke="#D49E78", stroke_width=2.4, stroke_opacity=0.8)
    x0, y0, w, h = d.view
    d.rect(
        x0, 1150, w, y0 + h - 1150, d.linear([(0, "#DCC3A8"), (1, "#E6D2BC")], line=(0, 0, 0, 1))
    )
    ex, ey, ew, eh = 500.0, 820.0, 580.0, 390.0
    d.glow(ex + ew / 2 + 60, ey + eh, ew * 0.66, 44, "#3A2418", 0.42)
    d.path(points([(ex, ey), (ex + ew / 2, ey - 230), (ex + ew, ey)]), "#C9825A",
           stroke="#C9825A", stroke_width=10, stroke_linejoin="round")  # fmt: skip
    cacao(d, 700, ey + 130, 470)
    chamomile_bunch(d, 860, ey + 130, 500)
    sprig(d, 600, ey + 120, 360, -112, "#5E7361", pairs=7, size=0.28, slim=0.4, veins=4, line=5)
    sprig(d, 980, ey + 120, 400, -64, "#7C8A5C", pairs=7, size=0.28, slim=0.4, veins=4, line=5)
    rose(d, 790, ey + 130, 560)
    d.path(round_rect(ex, ey, ew, eh, 12), "#F7F0E5")
    d.path(points([(ex, ey + 4), (ex + ew / 2, ey + 220), (ex, ey + eh)]), "#EBDDCB")
    d.path(points([(ex + ew, ey + 4), (ex + ew / 2, ey + 220), (ex + ew, ey + eh)]), "#DFCDB7")
    d.path(f"M{ex + 6} {ey + eh}L{ex + ew / 2 - 30} {ey + 190}C{ex + ew / 2 - 10} {ey + 172} "
           f"{ex + ew / 2 + 10} {ey + 172} {ex + ew / 2 + 30} {ey + 190}L{ex + ew - 6} {ey + eh}Z",
           "#FBF6EC")  # fmt: skip
    seal = blob(random.Random(5), ex + ew / 2, ey + 214, 50, 48, 0.07, 11)
    d.path(seal, "#A8481F")
    d.path(ellipse_path(ex + ew / 2, ey + 214, 34, 33), stroke="#D98A5E", stroke_width=3)
    d.add(sprout(ex + ew / 2, ey + 224, 24, stroke="#F7E2D0", width=3))
    cx, cy = 1180.0, 1240.0
    d.glow(cx + 40, cy, 130, 20, "#3A2418", 0.42)
    d.path(ellipse_path(cx + 82, cy - 84, 40, 38), stroke="#5E7361", stroke_width=16)
    d.path(f"M{cx - 86} {cy - 140}L{cx + 86} {cy - 140}C{cx + 84} {cy - 40} {cx + 60} {cy} {cx} "
           f"{cy}C{cx - 60} {cy} {cx - 84} {cy - 40} {cx - 86} {cy - 140}Z", d.linear(
               [(0, "#4B6152"), (0.25, "#8BA08C"), (0.5, "#5E7361"), (1, "#3F5546")]))  # fmt: skip
    d.ellipse(cx, cy - 140, 86, 17, "#3F5546")
    d.ellipse(cx, cy - 137, 76, 12, "#8E5A34")
    for k in (-1, 0, 1):
        d.line(f"M{cx + 28 * k} {cy - 170}C{cx + 28 * k - 26} {cy - 210} {cx + 28 * k + 26} "
               f"{cy - 236} {cx + 28 * k} {cy - 280}", "#FFFFFF", 5, stroke_opacity=0.7)  # fmt: skip


_STUDIES = {
    "achiote": ("#F3E2D3", "#E3AE88", "#A8481F"),
    "cacao": ("#EFE3D5", "#CFA77F", "#7A4630"),
    "agave": ("#E6EAE0", "#B9CBBB", "#3F5546"),
    "chamomile": ("#F6ECD2", "#EBCB82", "#8A6A2A"),
}


def plant_study(key: str) -> Callable[[Drawing], None]:
    """Return the painter of one plant as on a botanist's sheet: grown, and in parts."""

    def paint(d: Drawing) -> None:
        ground, disc, ink = _STUDIES[key]
        _sky(d, shade(ground, 0.3), ground)
        d.ellipse(770, 800, 430, 430, d.linear(
            [(0, shade(disc, 0.18)), (1, shade(disc, 0.02))], line=(0, 0, 1, 1)))  # fmt: skip
        d.path(ellipse_path(770, 800, 466, 466), stroke=shade(disc, -0.12), stroke_width=2.4)
        _outline_leaves(d, ink)
        d.glow(790, 1302, 380, 40, "#3A2418", 0.3)
        if key == "agave":
            nopal(d, 1060, 1300, 640)
            agave(d, 680, 1310, 700)
        elif key == "cacao":
            cacao(d, 770, 1300, 1060)
            scatter(d, random.Random(8), (480, 1290, 640, 80), 24, 24, ("#6B3B28", "#84503A"))
        elif key == "achiote":
            achiote(d, 760, 1310, 1050)
            scatter(d, random.Random(8), (480, 1300, 640, 70), 34, 12, ("#C2401C", "#A53216"), 0.75)
        else:
            PLANTS[key](d, 780, 1320, 1060)
            scatter(d, random.Random(8), (500, 1310, 600, 60), 22, 9, ("#E2AE3C", "#FBF7EC"), 0.7)

    return paint


def _outline_leaves(d: Drawing, ink: str) -> None:
    """Draw large leaves in thin line behind the subject, fading towards the words."""
    for cx, cy, long, angle in (
        (400, 1330, 420, -128),
        (470, 1370, 480, -100),
        (1160, 1350, 460, -58),
        (1240, 1320, 380, -34),
        (1110, 420, 300, -20),
        (430, 430, 260, -150),
    ):
        outline, _, rib = blade(cx, cy, long, long * 0.36, angle, 0.06)
        d.path(outline, stroke=ink, stroke_width=2.2, stroke_opacity=0.3)
        d.path(rib, stroke=ink, stroke_width=1.8, stroke_opacity=0.3)
