"""The academy's short film of a routine in three steps, frame by frame.

No words are in the picture, so that one film serves every language: captions tell it.
"""

from collections.abc import Callable
from functools import cache
from math import cos, pi, sin

from PIL import Image

from . import stage
from .canvas import Drawing, ellipse_path, n
from .colour import mix, shade
from .pictures import painter
from .plants import PLANTS

SIZE = (640, 360)
RATE = 15
"""Frames of a second."""

INK, CLAY, LEAF, PAPER = "#1E2721", "#A8481F", "#5E7361", "#FBF8F3"
_GEL = ("tube", "#9DAF8F", "Avena")
_CREAM = ("jar", "#E3B04B", "Caléndula")
_SUN = ("tube", "#E9C46A", "Zinc")


def film_length() -> int:
    """How many frames there are."""
    return round(sum(seconds for seconds, _paint in _PARTS) * RATE)


def film_frame(number: int) -> Image.Image:
    """One frame, from 0 to ``film_length() - 1``; each part fades into the next."""
    at = number / RATE
    start = 0.0
    for position, (seconds, _paint) in enumerate(_PARTS):
        if at < start + seconds or position == len(_PARTS) - 1:
            break
        start += seconds
    frame = _PARTS[position][1](at - start, seconds)
    fading = 0.5 - (at - start)
    if position and fading > 0:
        before, earlier = _PARTS[position - 1]
        return Image.blend(frame, earlier(before + 0.5 - fading, before), fading / 0.5)
    return frame


def _ease(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return value * value * (3 - 2 * value)


def _sheet() -> Drawing:
    return Drawing(SIZE, (0, 0, 1280, 720))


@cache
def _ground(tint: str, niche: float) -> Image.Image:
    """Wall and floor, with a disc in the wall whose middle stands at ``niche``."""
    d = _sheet()
    d.rect(0, 0, 1280, 720, d.linear([(0, shade(tint, 0.3)), (1, shade(tint, 0.02))]))
    d.ellipse(niche, 330, 262, 262, shade(tint, -0.07))
    d.rect(0, 560, 1280, 160, d.linear([(0, shade(tint, -0.12)), (1, shade(tint, -0.02))],
                                       line=(0, 0, 0, 1)))  # fmt: skip
    return d.cutout().convert("RGB")


@cache
def _product(what: tuple[str, str, str], high: int) -> Image.Image:
    """A product alone, ``high`` pixels the whole sheet."""
    shape, colour, name = what
    d = stage.sheet((round(high * 0.8), high))
    painter(shape)(d, colour, "#EFE6D8", name, "")
    return d.cutout()


@cache
def _plant(key: str, high: int) -> Image.Image:
    d = stage.sheet((high, high))
    PLANTS[key](d, stage.CENTRE, 1400, 1250)
    return d.cutout()


def _lay(frame: Image.Image, what: Image.Image, x: float, foot: float, seen: float = 1.0) -> None:
    """Lay a cutout with its middle at ``x`` and its lower edge at ``foot``, in pixels."""
    if seen < 1:
        what = what.copy()
        what.putalpha(what.getchannel("A").point(lambda value: round(value * max(0.0, seen))))
    frame.paste(what, (round(x - what.width / 2), round(foot - what.height)), what)


def _over(frame: Image.Image, draw: Callable[[Drawing], None]) -> Image.Image:
    d = _sheet()
    draw(d)
    whole = frame.copy()
    layer = d.cutout()
    whole.paste(layer, (0, 0), layer)
    return whole


def _count(d: Drawing, step: int, seen: float) -> None:
    """Which of the three steps it is: three dots, and a ring around the present one."""
    for number in range(3):
        x = 560 + number * 80
        now = number == step
        d.ellipse(x, 662, 15, 15, CLAY if now else mix(INK, "#EFE6D8", 0.72))
        if now:
            d.ellipse(x, 662, 15 + 13 * seen, 15 + 13 * seen, "none", stroke=CLAY,
                      stroke_width=3)  # fmt: skip


def _opening(at: float, seconds: float) -> Image.Image:
    frame = _ground("#EFDFD3", 640).copy()
    grown = _plant("chamomile", 300)
    share = 0.25 + 0.75 * _ease(at / 2.5)
    size = round(300 * share)
    _lay(frame, grown.resize((size, size), Image.Resampling.LANCZOS), 320, 318)
    return frame


def _cleanse(at: float, seconds: float) -> Image.Image:
    frame = _ground("#E2E8DB", 860).copy()
    _lay(frame, _product(_GEL, 330), -110 + 300 * _ease(at / 1.2), 345)

    def water(d: Drawing) -> None:
        d.path(ellipse_path(860, 470, 170, 40), "#BFD3D0")
        d.path(ellipse_path(860, 466, 150, 32), "#D6E4E1")
        for number in range(5):
            fall = (at * 0.55 + number / 5) % 1
            x = 800 + (number * 47) % 130
            if at > 1 and fall < 0.8:
                y = 150 + fall / 0.8 * 310
                drop = f"M{x} {n(y - 26)}C{x + 20} {n(y)} {x + 14} {n(y + 16)} {x} {n(y + 16)}"
                d.path(f"{drop}C{x - 14} {n(y + 16)} {x - 20} {n(y)} {x} {n(y - 26)}Z", "#8FB3B2")
            elif at > 1:
                wide = 20 + (fall - 0.8) * 420
                d.ellipse(x, 466, wide, wide * 0.22, "none", stroke="#8FB3B2", stroke_width=3,
                          stroke_opacity=n(1 - (fall - 0.8) * 5))  # fmt: skip
        for number in range(9):
            rise = (at * 0.3 + number * 0.37) % 1
            x = 740 + (number * 61) % 250 + 12 * sin(at * 2 + number)
            r = 9 + number % 4 * 5
            if at > 2:
                d.ellipse(x, 450 - rise * 240, r, r, PAPER, fill_opacity=n(0.85 * (1 - rise)),
                          stroke="#C9D8D2", stroke_width=2, stroke_opacity=n(1 - rise))  # fmt: skip
        _count(d, 0, _ease(at))

    return _over(frame, water)


def _moisturize(at: float, seconds: float) -> Image.Image:
    frame = _ground("#F3E4CB", 860).copy()
    _lay(frame, _product(_CREAM, 330), -110 + 300 * _ease(at / 1.2), 372)

    def skin(d: Drawing) -> None:
        clip = d.clip(ellipse_path(860, 330, 200, 200))
        with d.group(clip_path=clip):
            d.rect(640, 120, 440, 440, d.linear([(0, "#B57C56"), (1, "#9C6543")]))
            spread = _ease((at - 2.2) / 3)
            for number, (x, y) in enumerate(((800, 270), (905, 300), (840, 390))):
                there = _ease((at - 1 - number * 0.3) / 0.4)
                r = 26 * there + 240 * spread
                d.ellipse(x, y, r, r * (0.86 - 0.2 * spread), "#FBF1E0",
                          fill_opacity=n(0.95 - 0.84 * spread))  # fmt: skip
            shine = _ease((at - 4.2) / 1.5)
            d.glow(800, 250, 150, 110, "#FFFFFF", 0.5 * shine)
        d.ellipse(860, 330, 200, 200, "none", stroke=shade("#9C6543", -0.1), stroke_width=3,
                  stroke_opacity=0.4)  # fmt: skip
        _count(d, 1, _ease(at))

    return _over(frame, skin)


def _protect(at: float, seconds: float) -> Image.Image:
    frame = _ground("#F5E6C6", 860).copy()

    def sky(d: Drawing) -> None:
        clip = d.clip(ellipse_path(860, 330, 240, 240))
        with d.group(clip_path=clip):
            d.rect(610, 80, 500, 500, d.linear([(0, "#CFE0DF"), (1, "#F7EBCF")], line=(0, 0, 0, 1)))
            height = 470 - 230 * _ease((at - 0.6) / 2.6)
            for ray in range(12):
                turn = ray * pi / 6 + at * 0.15
                ends = [(860 + cos(turn) * far, height + sin(turn) * far) for far in (88, 118)]
                (x1, y1), (x2, y2) = ends
                d.line(f"M{n(x1)} {n(y1)}L{n(x2)} {n(y2)}", "#D9953A", 7)
            d.ellipse(860, height, 70, 70, "#E3A93F")
            d.path("M600 470C700 400 780 430 850 460C940 400 1040 420 1130 480V600H600Z", "#8FA38A")
            d.path("M600 520C720 460 840 500 920 510C1000 470 1080 490 1130 520V600H600Z", LEAF)
            x = 480 + 300 * _ease((at - 3.4) / 3)
            for dx, dy, r in ((0, 0, 44), (52, -18, 54), (112, 2, 44), (56, 20, 50)):
                d.ellipse(x + dx, 250 + dy, r, r * 0.78, PAPER, fill_opacity=0.95)
        drawn = _ease((at - 1.6) / 1.6)
        if drawn > 0:
            steps = [pi * (1.15 - 1.3 * drawn * share / 40) for share in range(41)]
            arc = "L".join(f"{n(860 + 268 * cos(t))} {n(330 - 268 * sin(t))}" for t in steps)
            d.line(f"M{arc}", CLAY, 6)
        _count(d, 2, _ease(at))

    whole = _over(frame, sky)
    _lay(whole, _product(_SUN, 330), -110 + 300 * _ease(at / 1.2), 345)
    return whole


def _together(at: float, seconds: float) -> Image.Image:
    frame = _ground("#EFDFD3", 640).copy()
    for number, (what, x, high, foot) in enumerate(
        ((_GEL, 150, 300, 335), (_CREAM, 320, 300, 358), (_SUN, 490, 300, 335))
    ):
        _lay(frame, _product(what, high), x, foot + 14 * (1 - _ease(at - number * 0.5)),
             _ease((at - number * 0.5) / 0.6))  # fmt: skip

    def signs(d: Drawing) -> None:
        seen = n(_ease((at - 2) / 0.8))
        with d.group(opacity=seen):
            for x in (300, 640):
                d.path(f"M{x + 8} 64A28 28 0 1 0 {x + 26} 102A22 22 0 0 1 {x + 8} 64Z", "#6E7A8C")
            for x in (730, 980):
                for ray in range(8):
                    turn = ray * pi / 4
                    d.line(f"M{n(x + 30 * cos(turn))} {n(90 + 30 * sin(turn))}"
                           f"L{n(x + 42 * cos(turn))} {n(90 + 42 * sin(turn))}",
                           "#D9953A", 5)  # fmt: skip
                d.ellipse(x, 90, 22, 22, "#E3A93F")

    return _over(frame, signs)


_PARTS: tuple[tuple[float, Callable[[float, float], Image.Image]], ...] = (
    (4, _opening),
    (7, _cleanse),
    (7, _moisturize),
    (7.5, _protect),
    (4.5, _together),
)
