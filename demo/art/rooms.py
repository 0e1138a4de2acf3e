"""Drawn places of the house: laboratory, long table, the people who sell, an open letter."""

import random

from .botanicals import blob, leaf, scatter, sprig
from .brand import sprout
from .canvas import Drawing, ellipse_path, points, round_rect
from .colour import shade
from .looks import person_for
from .people import draw_person
from .plants import achiote, cacao, chamomile_bunch, coffee, eucalyptus, rose
from .stories import sky


def laboratory(d: Drawing) -> None:
    """Draw shelves with flasks and jars, a mortar, and sprigs hung to dry."""
    sky(d, "#EFEBE1", "#E3E2D4")
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
    for k, (x, tone, high) in enumerate(
        (
            (520, "#A8481F", 130),
            (622, "#5E7361", 160),
            (724, "#D8A73F", 120),
            (836, "#7A4B32", 150),
            (950, "#C98F6B", 128),
            (1060, "#3F5546", 156),
        )
    ):
        d.path(
            round_rect(x - 38, 790 - high, 76, high, 12),
            d.linear(
                [
                    (0, shade(tone, -0.3)),
                    (0.2, shade(tone, 0.3)),
                    (0.5, tone),
                    (1, shade(tone, -0.3)),
                ]
            ),
        )
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
    d.path(
        round_rect(bx - 56, 1040, 112, 166, 22),
        d.linear(
            [(0, "#5A2410"), (0.16, "#D98A54"), (0.3, "#A8481F"), (0.8, "#7C3414"), (1, "#4A1C0A")]
        ),
    )
    d.rect(bx - 56, 1098, 112, 74, "#F7F1E6")
    d.add(sprout(bx, 1150, 30, stroke="#A8481F", width=2.4))
    d.rect(bx - 22, 1008, 44, 36, "#C9A26B")
    d.path(round_rect(bx - 17, 930, 34, 84, 16), "#242B26")
    scatter(d, random.Random(3), (360, 1250, 880, 110), 26, 11, ("#C2401C", "#7A4630", "#D8A73F"))


def community(d: Drawing) -> None:
    """Draw women and men around a long table with products and plants."""
    sky(d, "#F6EBDD", "#F0DDCB")
    d.ellipse(790, 640, 400, 400, "#E8C4A4")
    d.path(ellipse_path(790, 640, 436, 436), stroke="#D9A47C", stroke_width=2.4, stroke_opacity=0.8)
    eucalyptus(d, 330, 1120, 640)
    coffee(d, 1230, 1120, 680)
    seats = (
        ("f:nora", 424, 756, 0.64), ("m:andres", 1156, 752, 0.64), ("f:lili", 602, 716, 0.68),
        ("f:sofia", 980, 716, 0.68), ("f:elena", 790, 690, 0.72),
    )  # fmt: skip
    for seed, x, y, scale in seats:
        kind, _, _ = seed.partition(":")
        draw_person(d, x, y, scale, person_for(seed, kind))
    x0, y0, w, h = d.view
    top = 1010.0
    edge = d.linear([(0, "#C79A6C"), (0.5, "#B98A5E"), (1, "#A97A50")], line=(0, 0, 0, 1))
    d.path(
        f"M250 {top}C250 {top - 16} 262 {top - 20} 290 {top - 20}L1290 {top - 20}"
        f"C1320 {top - 20} 1330 {top - 14} 1330 {top}L1420 {top + 220}L160 {top + 220}Z",
        edge,
    )
    d.path(points([(160, top + 220), (1420, top + 220), (1420, top + 262), (160, top + 262)]),
           "#7E5434")  # fmt: skip
    d.path(
        "".join(
            f"M{330 + 40 * k} {top + 30 + 38 * k}L{1210 + 30 * k} {top + 30 + 38 * k}"
            for k in range(5)
        ),
        stroke="#8E6442",
        stroke_width=2,
        stroke_opacity=0.4,
    )
    runner = points([(690, top - 20), (880, top - 20), (960, top + 220), (620, top + 220)])
    d.path(runner, "#F4EEE3")
    for k in range(3):
        d.path(points([(684 - 18 * k, top + 10 + 60 * k), (886 + 20 * k, top + 10 + 60 * k),
                       (890 + 20 * k, top + 24 + 60 * k), (680 - 18 * k, top + 24 + 60 * k)]),
               ("#A8481F", "#5E7361", "#D8A73F")[k], fill_opacity=0.75)  # fmt: skip
    foot = y0 + h
    for leg in (230, 1290):
        d.path(
            points([(leg, top + 262), (leg + 60, top + 262), (leg + 54, foot), (leg + 6, foot)]),
            "#7E5434",
        )
    d.path(points([(620, top + 220), (960, top + 220), (966, foot), (614, foot)]), "#EBDFCE")
    for k in range(5):
        d.path(points([(650 + 66 * k, top + 224), (672 + 66 * k, top + 224), (668 + 66 * k, foot),
                       (646 + 66 * k, foot)]), "#D9C8B2", fill_opacity=0.5)  # fmt: skip
    for x, y, tone, high, cap in ((470, top + 120, "#A8481F", 120, "#C9A26B"),
                                  (560, top + 160, "#5E7361", 84, "#B98A5E"),
                                  (1030, top + 130, "#3E5A4B", 130, "#B98A5E"),
                                  (1130, top + 160, "#D8A73F", 70, "#B9B7B2")):  # fmt: skip
        half = 40 if high > 100 else 56
        d.glow(x + 34, y, half * 1.8, 16, "#3A2418", 0.42)
        d.path(
            round_rect(x - half, y - high, half * 2, high, 14),
            d.linear(
                [
                    (0, shade(tone, -0.3)),
                    (0.18, shade(tone, 0.34)),
                    (0.4, tone),
                    (1, shade(tone, -0.32)),
                ]
            ),
        )
        d.rect(x - half, y - high * 0.62, half * 2, high * 0.4, "#F7F1E6")
        d.path(round_rect(x - half * 0.62, y - high - 30, half * 1.24, 34, 6), cap)
    bowl = 790.0
    d.glow(bowl + 30, top + 150, 150, 20, "#3A2418", 0.4)
    chamomile_bunch(d, bowl, top + 100, 250)
    d.path(
        f"M{bowl - 84} {top + 60}L{bowl + 84} {top + 60}C{bowl + 80} {top + 130} {bowl + 50} "
        f"{top + 150} {bowl} {top + 150}C{bowl - 50} {top + 150} {bowl - 80} {top + 130} "
        f"{bowl - 84} {top + 60}Z",
        d.linear([(0, "#B5623A"), (0.3, "#D98A5E"), (1, "#8A3F1E")]),
    )


def join(d: Drawing) -> None:
    """Draw three consultants before arches, plants between them."""
    sky(d, "#EEF0E6", "#E2E6D8")
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
    draw_person(d, 490, 880, 0.96, person_for("f:maria", "f"), end=1500)
    draw_person(d, 1090, 870, 0.96, person_for("m:diego", "m"), end=1500)
    draw_person(d, 790, 790, 1.2, person_for("f:julia", "f"), end=1500)
    for cx, tall, angle in ((330, 300, -74), (640, 250, -100), (950, 260, -80), (1230, 320, -106)):
        sprig(d, cx, bottom + 20, tall, angle, "#5E7361", pairs=6, size=0.36, slim=0.4, veins=4,
              line=5)  # fmt: skip
        sprig(d, cx + 60, bottom + 20, tall * 0.8, angle + 24, "#7C8A5C", pairs=5, size=0.36,
              slim=0.4, veins=4, line=5)  # fmt: skip


def contact(d: Drawing) -> None:
    """Draw an open letter out of which a garden grows, and a cup beside it."""
    sky(d, "#F4EBDF", "#EFDFD0")
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
        d.line(
            f"M{cx + 28 * k} {cy - 170}C{cx + 28 * k - 26} {cy - 210} {cx + 28 * k + 26} "
            f"{cy - 236} {cx + 28 * k} {cy - 280}",
            "#FFFFFF",
            5,
            stroke_opacity=0.7,
        )
