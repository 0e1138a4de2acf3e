"""The pictures of pages and categories, and the portraits of those who are quoted."""

from cms.templatetags.cms import PLACES
from demo.company import SCENES
from demo.company.scenes import DRAWN_AS
from demo.company.schema import Words

from .drawing import Drawing
from .picture_desk import Picture

# What there is to see stands at the right of a wide scene, in the middle of a close one.
_WIDE_FOCUS = (0.68, 0.55, 0.5, 0.8)
_CLOSE_FOCUS = (0.5, 0.55, 0.7, 0.8)
_FACE = (0.5, 0.5, 0.9, 0.9)

WIDE = (1800, 940)
CLOSE = (1200, 1000)


def cut_for(place: str):
    """The renditions that a picture needs where it stands: made at once, not at the first visit."""
    return lambda image: [f"{size}|format-webp" for size in PLACES[place]]


def scene_picture(key: str, *, close: bool = False, place: str = "") -> Picture:
    """A scene, wide or (for half a page) near its subject. ``place``: one of ``cms``'s."""
    alt = SCENES[key].es
    drawn_as = DRAWN_AS[key]
    return Picture(
        title=f"{alt} (de cerca)" if close else alt,
        description=alt,
        file_name=f"raiz-{drawn_as.replace('_', '-')}{'-close' if close else ''}",
        drawing=Drawing.of("scene", key=drawn_as, size=CLOSE if close else WIDE),
        focus=_CLOSE_FOCUS if close else _WIDE_FOCUS,
        specs=cut_for(place) if place else None,
    )


def portrait_alt(name: str) -> Words:
    return Words(f"Retrato ilustrado de {name}", f"Illustrated portrait of {name}")


def portrait_picture(name: str) -> Picture:
    """Somebody who is quoted. All of them are women so far."""
    alt = portrait_alt(name).es
    return Picture(
        title=alt,
        description=alt,
        file_name=f"raiz-{name.split()[0].lower()}",
        drawing=Drawing.of("face", seed=f"f:{name}"),
        focus=_FACE,
        specs=cut_for("portrait"),
    )
