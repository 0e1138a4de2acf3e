"""The pictures of pages and categories, and the portraits of those who are quoted."""

from dataclasses import dataclass

from cms.templatetags.cms import PLACES
from demo.company import SCENES
from demo.company.scenes import DRAWN_AS
from demo.company.schema import Words

from .drawing import Drawing
from .picture_desk import Picture


@dataclass(frozen=True)
class Cut:
    """How a scene is drawn for the places that show it so: its size, whether the subject stands in
    the middle, and what must not be cut away (``Picture.focus``).
    """

    size: tuple[int, int]
    focus: tuple[float, float, float, float]
    centred: bool = False
    title: str = ""


CUTS = {
    # Over the whole width of a page: what there is to see stands at the right.
    "wide": Cut((1800, 940), (0.68, 0.55, 0.5, 0.8)),
    # Half a page, a square, 4:3: near the subject.
    "close": Cut((1200, 1000), (0.5, 0.55, 0.7, 0.8), title="de cerca"),
    # Beside words, between 16:9 and 4:3: category, menu, banner.
    "panel": Cut((1600, 900), (0.5, 0.5, 0.6, 0.96), centred=True, title="al centro"),
}
_FACE = (0.5, 0.5, 0.9, 0.9)


def cut_for(place: str):
    """The renditions that a picture needs where it stands: made at once, not at the first visit."""
    return lambda image: [f"{size}|format-webp" for size in PLACES[place]]


def scene_picture(key: str, cut: str, *, place: str = "") -> Picture:
    """A scene as one of ``CUTS``. ``place``: one of ``cms``'s."""
    alt, how = SCENES[key].es, CUTS[cut]
    drawn_as = DRAWN_AS[key]
    return Picture(
        title=f"{alt} ({how.title})" if how.title else alt,
        description=alt,
        file_name=f"raiz-{drawn_as.replace('_', '-')}{f'-{cut}' if how.title else ''}",
        drawing=Drawing.of("scene", key=drawn_as, size=how.size, centred=how.centred),
        focus=how.focus,
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
