"""The modules and lessons below a course's page, as a page shows them."""

from cms.addresses.routing import page_path
from markets.fields import is_for_market
from markets.lookup import current_market
from markets.storefront_urls import in_edition

from .models.lessons import LessonPage, ModulePage
from .outline import Chapter, Entry


def chapters_below(course) -> tuple[Chapter, ...]:
    """The live modules and lessons below a course that are in the visitor's market, in the order of
    the tree. Two queries."""
    market = current_market().code
    modules = ModulePage.objects.live().descendant_of(course).order_by("path")
    lessons = LessonPage.objects.live().descendant_of(course).order_by("path")
    known = {one.path: one for one in modules if is_for_market(one.markets, market)}
    # {path of the module, or of the course: its lessons}
    entries: dict[str, list[Entry]] = {}
    for lesson in lessons.defer("body"):
        above = lesson.path[: -lesson.steplen]
        if is_for_market(lesson.markets, market) and (above in known or above == course.path):
            entries.setdefault(above, []).append(_entry(lesson))
    chapters = []
    if loose := entries.get(course.path):
        chapters.append(Chapter("", "", tuple(loose)))
    for path, module in known.items():
        if found := entries.get(path):
            chapters.append(Chapter(module.title, module.summary, tuple(found), module.slug))
    return tuple(chapters)


def _entry(lesson) -> Entry:
    return Entry(
        key=str(lesson.translation_key),
        title=lesson.title,
        minutes=lesson.minutes,
        optional=lesson.optional,
        url=in_edition(page_path(lesson)),
    )
