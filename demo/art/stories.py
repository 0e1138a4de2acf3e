"""Drawn tales of the land: mountains and seed, garden, plant studies."""

import random
from collections.abc import Callable

from .botanicals import blade, leaf, scatter
from .canvas import Drawing, checked, ellipse_path, n, points
from .colour import shade
from .plants import PLANTS, achiote, agave, cacao, chamomile_bunch, eucalyptus, nopal, rose


def landscape(size: tuple[int, int], *, centred: bool = False) -> Drawing:
    """Return a drawing for a scene whose subject lies in x 250–1300, y 230–1430.

    A wide picture holds 2000 × 1200 units with the subject at the right; extra room goes to the
    left and above. One narrower than 1.3 : 1, and one that is ``centred``, has the subject in
    the middle, with extra room on both sides. Raises ``ValueError`` for a size below one pixel.
    """
    width, height = checked(size)
    wide = width / height >= 1.3 and not centred
    scale = min(width / (2000 if wide else 1120), height / 1200)
    view_w, view_h = width / scale, height / scale
    x = 1300 - view_w if wide else 750 - view_w / 2
    return Drawing(size, (x, 1430 - view_h if wide else 830 - view_h / 2, view_w, view_h))


def sky(d: Drawing, top: str, low: str) -> None:
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
    sky(d, "#F6EADC", "#F1D9C4")
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
    _hands(d, 780, 1236)


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
    sky(d, "#F3EEE2", "#E7E8D6")
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
    bars = "".join(
        f"M{n(gx + k * 63)} {n(gy)}L{n(gx + k * 63)} {n(gy - 290 + 40 * abs(k))}"
        for k in range(-3, 4)
    )
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
        sky(d, shade(ground, 0.3), ground)
        d.ellipse(770, 800, 430, 430, d.linear(
            [(0, shade(disc, 0.18)), (1, shade(disc, 0.02))], line=(0, 0, 1, 1)))  # fmt: skip
        d.path(ellipse_path(770, 800, 466, 466), stroke=shade(disc, -0.12), stroke_width=2.4)
        _outline_leaves(d, ink)
        d.glow(790, 1302, 380, 40, "#3A2418", 0.3)
        if key == "agave":
            nopal(d, 1060, 1300, 640)
            agave(d, 680, 1310, 700)
        elif key == "cacao":
            cacao(d, 770, 1310, 980)
            scatter(d, random.Random(8), (480, 1290, 640, 80), 24, 24, ("#6B3B28", "#84503A"))
        elif key == "achiote":
            achiote(d, 760, 1320, 980)
            scatter(d, random.Random(8), (480, 1300, 640, 70), 34, 12, ("#C2401C", "#A53216"), 0.75)
        else:
            PLANTS[key](d, 780, 1320, 1000)
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
