"""The list of courses that a visitor may know of, narrowed by category and level."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from cms.addresses.routing import page_path
from cms.content import restricted
from markets.fields import is_for_market
from markets.lookup import current_edition, language_of, market_of
from markets.storefront_urls import in_edition
from people.audiences import names_of

from .models.categories import CourseCategoryCopy
from .models.courses import CoursePage, Level
from .models.lessons import LessonPage

# What a list of courses takes from its address.
FILTERS = ("category", "level")


@dataclass(frozen=True)
class CourseCard:
    """A course in a list. ``audience``: whom it is for, where the visitor is not one of them."""

    page: object
    url: str
    category: str
    lessons: int
    minutes: int
    audience: tuple[str, ...] = ()


@dataclass(frozen=True)
class Shelf:
    """``chips``: the ways to narrow it, each group with a label."""

    cards: tuple[CourseCard, ...]
    groups: tuple[dict, ...]
    is_narrowed: bool

    @classmethod
    def of(cls, academy, query: Mapping[str, str]) -> "Shelf":
        """The courses below an academy's page. Three queries, and one where a course is only told
        of."""
        courses = _courses_below(academy)
        names = _category_names()
        chosen = {name: query.get(name, "") for name in FILTERS}
        known = {"category": names, "level": _levels()}
        chosen = {name: value for name, value in chosen.items() if value in known[name]}
        shown = [one for one in courses if _fits(one, chosen)]
        return cls(
            cards=tuple(_card(one, names) for one in shown),
            groups=tuple(
                _group(name, label, known[name], courses, chosen)
                for name, label in (("category", _("Topics")), ("level", _("Level")))
            ),
            is_narrowed=bool(chosen),
        )


def _courses_below(academy) -> list:
    return _counted(CoursePage.objects.live().descendant_of(academy))


def cards_of(keys: Iterable) -> dict:
    """The cards of courses by their keys, in the visitor's language: those that they may know of.
    Three queries, and one where a course is only told of."""
    language = language_of(current_edition())
    pages = CoursePage.objects.live().filter(
        translation_key__in=list(keys), locale__language_code=language
    )
    names = _category_names()
    return {page.translation_key: _card(page, names) for page in _counted(pages)}


def _counted(pages) -> list:
    """Those of the courses that the visitor may know of, with how many lessons and minutes each
    has."""
    market = market_of(current_edition()).code
    below = LessonPage.objects.live().filter(path__startswith=OuterRef("path")).order_by()
    below = below.values("live")
    courses = (
        restricted.known(pages)
        .select_related("category", "image")
        .prefetch_related("image__renditions")
        .annotate(
            lesson_count=Coalesce(Subquery(below.annotate(n=Count("pk")).values("n")), 0),
            lesson_minutes=Coalesce(Subquery(below.annotate(n=Sum("minutes")).values("n")), 0),
        )
        .defer("body")
        .order_by("path")
    )
    return [one for one in courses if is_for_market(one.markets, market)]


def _category_names() -> dict[str, str]:
    copies = CourseCategoryCopy.objects.select_related("category", "locale")
    language = language_of(current_edition())
    names: dict[str, str] = {}
    for copy in copies.order_by("category__order", "category__code"):
        if copy.locale.language_code == language or copy.category.code not in names:
            names[copy.category.code] = copy.name
    return names


def _levels() -> dict[str, str]:
    return {str(value): str(label) for value, label in Level.choices}


def _value(course, name: str) -> str:
    if name == "category":
        return course.category.code if course.category else ""
    return course.level


def _fits(course, chosen: Mapping[str, str]) -> bool:
    return all(_value(course, name) == value for name, value in chosen.items())


def _group(name: str, label: str, values: dict[str, str], courses, chosen) -> dict:
    """The links of one filter: those that find something."""
    others = {key: value for key, value in chosen.items() if key != name}
    there = {_value(one, name) for one in courses if _fits(one, others)}
    chips = [
        {
            "label": text,
            "url": _address(others if chosen.get(name) == value else {**others, name: value}),
            "current": chosen.get(name) == value,
            "removable": chosen.get(name) == value,
        }
        for value, text in values.items()
        if value in there
    ]
    return {"label": label, "chips": chips if len(chips) > 1 or chosen.get(name) else []}


def _address(chosen: Mapping[str, str]) -> str:
    return f"?{urlencode(chosen)}" if chosen else "."


def _card(course, names: Mapping[str, str]) -> CourseCard:
    return CourseCard(
        page=course,
        url=in_edition(page_path(course)),
        category=names.get(course.category.code, "") if course.category else "",
        lessons=course.lesson_count,
        minutes=course.lesson_minutes,
        audience=() if restricted.may_read(course) else tuple(names_of(course.audience)),
    )
