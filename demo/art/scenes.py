"""Pictures for heroes, panels and stories: still lifes here, the rest in ``stories`` and ``rooms``.

A wide one keeps its left calm, for words; one that stands beside its words has what there is to
see in the middle.
"""

from collections.abc import Callable
from dataclasses import dataclass

from . import rooms, skin, stage, stories
from .canvas import Drawing, ellipse_path, n
from .colour import shade
from .offerings import offering
from .pictures import painter
from .plants import PLANTS
from .stories import landscape

#: A thing in a still life: shape, colour, label, x, y, scale; y is where it stands.
Thing = tuple[str, str, str, float, float, float]
#: A plant in a still life: key, x, y, height.
Plant = tuple[str, float, float, float]


@dataclass(frozen=True)
class StillLife:
    """Products and plants before a niche in the wall."""

    tint: str
    niche: str
    things: tuple[Thing, ...]
    plants: tuple[Plant, ...] = ()
    front: tuple[Plant, ...] = ()
    round_niche: bool = False


_BASE = stage.BASE
_STILL_LIFES = {
    "hero_home": StillLife(
        "#EFDFD3", "#D8A585",
        (("bottle", "#3E5A4B", "Agave", 960, _BASE - 70, 0.84),
         ("pump", "#D9C6A8", "Nopal", 440, _BASE - 50, 0.76),
         ("dropper", "#A8481F", "Achiote", 700, _BASE - 6, 0.9),
         ("jar", "#7E8E69", "Cacao", 1090, _BASE + 50, 0.52)),
        (("achiote", 1160, _BASE - 84, 700), ("eucalyptus", 290, _BASE - 84, 520)),
    ),
    "hero_face": StillLife(
        "#E4E6DC", "#C3CDB9",
        (("spray", "#D9A36B", "Rosa", 1080, _BASE - 70, 0.72),
         ("dropper", "#B4622F", "Achiote", 530, _BASE - 30, 0.9),
         ("jar", "#5E7361", "Agave", 830, _BASE + 30, 0.66)),
        (("agave", 850, _BASE - 90, 660), ("rose", 340, _BASE - 84, 560)),
        round_niche=True,
    ),
    "hero_body": StillLife(
        "#E9E2D6", "#D3BE9F",
        (("textile_bag", "#E4D8C0", "", 1060, _BASE - 60, 0.7),
         ("pump", "#A9663F", "Cacao", 500, _BASE - 30, 0.88),
         ("tube", "#C9B48C", "Nopal", 760, _BASE - 10, 0.78),
         ("soap", "#C9A87C", "Cacao", 1010, _BASE + 60, 0.46)),
        (("cacao", 430, _BASE - 80, 700),),
    ),
    "hero_hair": StillLife(
        "#DDE4DA", "#B5C6B0",
        (("bottle", "#2F5145", "Agave", 480, _BASE - 20, 0.9),
         ("pump", "#8FA38A", "Nopal", 770, _BASE - 40, 0.86),
         ("jar", "#D8C3A0", "Coco", 1030, _BASE + 36, 0.54)),
        (("nopal", 1080, _BASE - 84, 720), ("agave", 320, _BASE - 84, 420)),
    ),
    "hero_makeup": StillLife(
        "#F0DCD6", "#DDA99B",
        (("compact", "#D68C7A", "Rosa", 1000, _BASE - 70, 0.74),
         ("stick", "#A3283D", "Achiote", 600, _BASE + 6, 0.84),
         ("nail", "#8E2F3C", "Tuna", 310, _BASE + 40, 0.58),
         ("palette", "#B5705A", "Cacao", 970, _BASE + 130, 0.56)),
        (("rose", 1190, _BASE - 84, 780),),
        round_niche=True,
    ),
    "hero_fragrance": StillLife(
        "#F0E4D2", "#DDBE90",
        (("candle", "#C08A52", "Copal", 1040, _BASE - 20, 0.72),
         ("spray", "#A56A6A", "Rosa", 400, _BASE - 44, 0.64),
         ("spray", "#D99A5B", "Naranja", 700, _BASE - 4, 0.94)),
        (("lavender", 900, _BASE - 80, 740), ("citrus", 1190, _BASE - 70, 600)),
    ),
    "hero_ritual": StillLife(
        "#E9DFD0", "#C9B08A",
        (("sachet", "#5E7361", "Manzanilla", 500, _BASE - 40, 0.72),
         ("candle", "#B65D3C", "Cacao", 830, _BASE - 6, 0.76),
         ("tin", "#D8A73F", "Árnica", 1100, _BASE + 50, 0.56)),
        (("chamomile", 330, _BASE - 80, 660), ("eucalyptus", 1120, _BASE - 84, 680)),
        round_niche=True,
    ),
    "gift": StillLife(
        "#EFDFD3", "#CF9C80",
        (("textile_bag", "#5E7361", "", 1090, _BASE - 56, 0.62),
         ("box_set", "#8E3B2A", "Para ti", 660, _BASE + 10, 0.9),
         ("candle", "#D8B98C", "Copal", 1130, _BASE + 70, 0.46)),
        (("rose", 360, _BASE - 84, 640), ("eucalyptus", 960, _BASE - 88, 760)),
    ),
    "season_banner": StillLife(
        "#DFE5DA", "#A9BBA2",
        (("box_set", "#3F5546", "Raíz", 1040, _BASE - 60, 0.62),
         ("spray", "#D9A34F", "Naranja", 430, _BASE - 10, 0.74),
         ("candle", "#A8481F", "Cacao", 720, _BASE - 16, 0.7),
         ("soap", "#E3D3B4", "Avena", 960, _BASE + 90, 0.42)),
        (("citrus", 300, _BASE - 80, 620), ("coffee", 1210, _BASE - 84, 760),
         ("eucalyptus", 800, _BASE - 88, 720)),
        round_niche=True,
    ),
}  # fmt: skip

_TALES: dict[str, Callable[[Drawing], None]] = {
    "story_origin": stories.origin,
    "story_garden": stories.garden,
    "story_lab": rooms.laboratory,
    "story_community": rooms.community,
    "join": rooms.join,
    "contact": rooms.contact,
    "ingredients_1": stories.plant_study("achiote"),
    "ingredients_2": stories.plant_study("cacao"),
    "ingredients_3": stories.plant_study("agave"),
    "ingredients_4": stories.plant_study("chamomile"),
    **{key: skin.close_up(key) for key in skin.KEYS},
}

#: Every key that `scene` draws. But for skin from near, the left 40 % is calm, for dark words.
SCENES: tuple[str, ...] = (*_STILL_LIFES, *_TALES)


def scene(key: str, *, size: tuple[int, int] = (2000, 1200), centred: bool = False) -> bytes:
    """Return a wide illustration as JPEG bytes, full-bleed at any proportion.

    The left 40 % of a wide picture stays calm for dark words, unless it is ``centred``: then the
    subject stands in the middle, whatever is cut off at the sides. One narrower than 1.3 : 1
    shows the subject alone, for phones. Raises ``ValueError`` for an unknown key or an empty size.
    """
    if key not in SCENES:
        raise ValueError(f"unknown scene {key!r}; known: {', '.join(SCENES)}")
    d = landscape(size, centred=centred)
    if key in _STILL_LIFES:
        _still_life(d, key, _STILL_LIFES[key])
    else:
        _TALES[key](d)
    return d.photo()


def _still_life(d: Drawing, key: str, what: StillLife) -> None:
    stage.room(d, what.tint, key, leaves=False)
    _niche(d, what)
    for plant, x, y, height in what.plants:
        offering(d, plant, x, y, height)
    for shape, colour, label, x, y, scale in what.things:
        move = f"translate({n(x - 600 * scale)} {n(y - _BASE * scale)}) scale({scale})"
        with d.group(transform=move):
            painter(shape)(d, colour, what.tint, label, "")
    for plant, x, y, height in what.front:
        PLANTS[plant](d, x, y, height)


def _niche(d: Drawing, what: StillLife) -> None:
    """Draw an arch or a disc in the wall, its left reveal in the shade, and a fine line."""
    floor = stage.HORIZON
    if what.round_niche:
        cx, cy, r = 760.0, 720.0, 420.0
        d.ellipse(
            cx,
            cy,
            r,
            r,
            d.linear(
                [(0, shade(what.niche, 0.04)), (1, shade(what.niche, 0.32))], line=(0, 0, 0.9, 1)
            ),
        )
        d.path(
            ellipse_path(cx, cy, r + 34, r + 34),
            stroke=what.niche,
            stroke_width=2.5,
            stroke_opacity=0.8,
        )
        d.rect(
            cx - r - 60,
            floor,
            2 * r + 120,
            130,
            d.linear(
                [(0, shade(what.tint, -0.115)), (1, shade(what.tint, -0.08))], line=(0, 0, 0, 1)
            ),
        )
        return
    for inset, alpha in ((0.0, 1.0), (-34.0, 0.0)):
        x0, x1, top = 370.0 + inset, 1090.0 - inset, 300.0 + inset
        r = (x1 - x0) / 2
        path = (
            f"M{n(x0)} {n(floor)}L{n(x0)} {n(top + r)}C{n(x0)} {n(top + r * 0.45)} "
            f"{n(x0 + r * 0.45)} {n(top)} {n(x0 + r)} {n(top)}C{n(x1 - r * 0.45)} {n(top)} "
            f"{n(x1)} {n(top + r * 0.45)} {n(x1)} {n(top + r)}L{n(x1)} {n(floor)}"
        )
        if alpha:
            d.path(path + "Z", d.linear(
                [(0, shade(what.niche, 0.0)), (0.6, shade(what.niche, 0.22)),
                 (1, shade(what.niche, 0.36))], line=(0, 0, 0.8, 1)))  # fmt: skip
            d.path(f"M{n(x0)} {n(floor)}L{n(x0)} {n(top + r)}C{n(x0)} {n(top + r * 0.45)} "
                   f"{n(x0 + r * 0.45)} {n(top)} {n(x0 + r)} {n(top)}"
                   f"C{n(x0 + r * 0.5)} {n(top + 16)} {n(x0 + 34)} {n(top + r * 0.5)} "
                   f"{n(x0 + 30)} {n(top + r)}L{n(x0 + 30)} {n(floor)}Z",
                   shade(what.niche, -0.16), fill_opacity=0.5)  # fmt: skip
        else:
            d.path(path, stroke=what.niche, stroke_width=2.5, stroke_opacity=0.8)
