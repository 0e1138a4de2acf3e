"""Product pictures: which shapes there are, how each view is staged."""

from collections.abc import Callable
from zlib import crc32

from . import cartons, jars, makeup, stage, textiles, textures, tubes, vessels
from .canvas import Drawing
from .colour import oklab
from .offerings import offering, plant_for

Painter = Callable[[Drawing, str, str, str, str], None]

_PAINTERS: dict[str, Painter] = {
    "dropper": vessels.dropper,
    "pump": vessels.pump,
    "bottle": vessels.bottle,
    "spray": vessels.spray,
    "jar": jars.jar,
    "tube": tubes.tube,
    "stick": makeup.stick,
    "pencil": makeup.pencil,
    "palette": makeup.palette,
    "compact": makeup.compact,
    "nail": vessels.nail,
    "sachet": tubes.sachet,
    "tin": jars.tin,
    "soap": cartons.soap,
    "candle": jars.candle,
    "textile_robe": textiles.textile_robe,
    "textile_band": textiles.textile_band,
    "textile_bag": textiles.textile_bag,
    "box_set": cartons.box_set,
}

#: Every shape that `product_picture` draws, with the views that it has.
CATALOGUE_SHAPES: dict[str, tuple[str, ...]] = {
    shape: ("front", "texture", "box", "group", *(("open",) if shape == "jar" else ()))
    for shape in _PAINTERS
}

# How near the camera stands to things lower than a bottle: (zoom, height of the picture's middle).
_NEARER = {
    "dropper": (1.06, 770),
    "spray": (1.12, 815),
    "nail": (1.18, 840),
    "jar": (1.3, 965),
    "tin": (1.42, 960),
    "soap": (1.3, 955),
    "compact": (1.24, 905),
    "palette": (1.16, 915),
    "stick": (1.12, 830),
    "candle": (1.22, 920),
    "textile_band": (1.5, 1030),
    "textile_bag": (1.14, 860),
    "box_set": (1.24, 950),
    "sachet": (1.08, 810),
    "tube": (1.06, 780),
}

# How much further aside the carton or plant stands for things broader than a bottle.
_BROAD = {
    "jar": 110, "tin": 150, "soap": 170, "compact": 130, "palette": 230, "stick": 120,
    "textile_band": 180, "textile_bag": 90, "box_set": 130,
}  # fmt: skip

# Width and height of the folding box of each shape; what stands in it fits.
_CARTONS = {
    "dropper": (330, 760), "pump": (360, 800), "bottle": (350, 820), "spray": (380, 640),
    "jar": (470, 420), "tube": (300, 800), "stick": (190, 430), "pencil": (130, 900),
    "palette": (560, 400), "compact": (420, 420), "nail": (270, 560), "sachet": (470, 640),
    "tin": (400, 300), "soap": (470, 330), "candle": (420, 500), "textile_robe": (480, 300),
    "textile_band": (440, 300), "textile_bag": (430, 420), "box_set": (430, 330),
}  # fmt: skip


def product_picture(
    *,
    shape: str,
    colour: str,
    tint: str,
    name: str,
    view: str = "front",
    size: tuple[int, int] = (1200, 1500),
    detail: str = "",
) -> bytes:
    """Return a product picture as JPEG bytes (quality 91, 4:4:4, progressive, some 100 KB).

    ``colour`` is the product's or shade's own hex colour and tints what holds or shows it,
    ``tint`` the ground, ``name`` the words on the label (wrapped and fitted), ``detail`` a size
    such as "30 ml". ``view`` is one of ``CATALOGUE_SHAPES[shape]``: "front", "texture" (a
    swatch of what it holds), "box" (with its carton), "group" (with its plant), for a jar also
    "open". The same arguments return the same bytes.

    Raises ``ValueError`` for an unknown shape or view, a colour that is not hex, or a size
    below one pixel.
    """
    if shape not in CATALOGUE_SHAPES:
        raise ValueError(f"unknown shape {shape!r}; known: {', '.join(CATALOGUE_SHAPES)}")
    if view not in CATALOGUE_SHAPES[shape]:
        raise ValueError(f"{shape} has no view {view!r}: {', '.join(CATALOGUE_SHAPES[shape])}")
    oklab(colour), oklab(tint)
    if view == "texture":
        d = stage.sheet(size)
        textures.paint(d, shape, colour, tint, name)
        return d.photo()
    stagings = {"front": _front, "open": _open, "box": _box, "group": _group}
    return stagings[view](shape, colour, tint, name, detail, size).photo()


def painter(shape: str) -> Painter:
    """Return the function that draws ``shape`` alone, standing at the stage's middle."""
    return _PAINTERS[shape]


def _sheet(shape: str, size: tuple[int, int], *, nearer: float = 1.0) -> Drawing:
    zoom, middle = _NEARER.get(shape, (1.0, 750))
    return stage.sheet(size, zoom=zoom * nearer, middle=middle)


def _front(
    shape: str, colour: str, tint: str, name: str, detail: str, size: tuple[int, int]
) -> Drawing:
    d = _sheet(shape, size)
    _room(d, shape, tint, f"{shape} {name}")
    _PAINTERS[shape](d, colour, tint, name, detail)
    return d


def _open(
    shape: str, colour: str, tint: str, name: str, detail: str, size: tuple[int, int]
) -> Drawing:
    d = stage.sheet(size, zoom=0.98, middle=890)
    _room(d, shape, tint, name)
    jars.jar_open(d, colour, tint, name, detail)
    return d


def _room(d: Drawing, shape: str, tint: str, seed: str) -> None:
    if shape == "textile_robe":
        stage.wall(d, tint, seed)
    elif shape != "pencil":
        stage.room(d, tint, seed)


def _box(
    shape: str, colour: str, tint: str, name: str, detail: str, size: tuple[int, int]
) -> Drawing:
    """Stage the product before its folding box."""
    if shape == "box_set":
        d = stage.sheet(size, zoom=1.12, middle=880)
        stage.room(d, tint, name)
        cartons.open_box(d, colour, tint, name, _PAINTERS)
        return d
    w, h = _CARTONS[shape]
    if shape in ("pencil", "textile_robe"):
        d = stage.sheet(size)
        if shape == "pencil":
            makeup.flat_ground(d, tint)
            cartons.flat_carton(d, 800, 250, w, h, colour=colour, name=name, detail=detail)
            with d.group(transform="translate(-150 30)"):
                makeup.pencil(d, colour, tint, name, detail)
        else:
            stage.room(d, tint, name)
            cartons.carton(d, 560, stage.BASE, w, h, colour=colour, tint=tint, name=name,
                           detail=detail)  # fmt: skip
            with d.group(transform="translate(-60 -40) scale(0.84)"):
                textiles.textile_robe(d, colour, tint, name, detail)
        return d
    zoom, middle = _NEARER.get(shape, (1.0, 750))
    aside = _BROAD.get(shape, 0)
    d = stage.sheet(size, zoom=max(0.9, zoom * (0.72 if aside else 0.86)), middle=middle - 40)
    stage.room(d, tint, name)
    cartons.carton(d, 590 + aside, stage.BASE - 62, w, h, colour=colour, tint=tint, name=name,
                   detail=detail)  # fmt: skip
    with d.group(transform=f"translate({-175 - aside / 3:.0f} 14)"):
        _PAINTERS[shape](d, colour, tint, name, detail)
    return d


def _group(
    shape: str, colour: str, tint: str, name: str, detail: str, size: tuple[int, int]
) -> Drawing:
    """Stage the product with the plant that its name speaks of."""
    plant = plant_for(name, shape, crc32(f"{shape}{name}".encode()))
    if shape == "pencil":
        d = stage.sheet(size)
        makeup.flat_ground(d, tint)
        with d.group(transform="translate(-90 20)"):
            makeup.pencil(d, colour, tint, name, detail)
        with d.group(transform="rotate(8 950 1400)"):
            offering(d, plant, 960, 1440, 760)
        return d
    if shape == "textile_robe":
        d = stage.sheet(size)
        stage.room(d, tint, name)
        with d.group(transform="translate(-40 -40) scale(0.88)"):
            textiles.textile_robe(d, colour, tint, name, detail)
        offering(d, plant, 960, stage.BASE, 620)
        return d
    zoom, middle = _NEARER.get(shape, (1.0, 750))
    aside = _BROAD.get(shape, 0)
    zoom = max(0.92, zoom * (0.78 if aside else 0.88))
    d = stage.sheet(size, zoom=zoom, middle=middle - 30)
    stage.room(d, tint, name)
    offering(d, plant, 850 + aside, stage.BASE - 74, min(800, 860 / zoom**1.2))
    with d.group(transform=f"translate({-150 - aside / 3:.0f} 10)"):
        _PAINTERS[shape](d, colour, tint, name, detail)
    return d
