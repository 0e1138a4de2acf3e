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
    # In the order of the tree. A chapter's key is the path of its module, or of the first of the
    # lessons that stand beside modules.
    entries: dict[str, list[Entry]] = {}
    chapter = ""
    for lesson in lessons.defer("body"):
        above = lesson.path[: -lesson.steplen]
        if not is_for_market(lesson.markets, market):
            continue
        if above in known:
            chapter = above
        elif above != course.path:
            continue  # its module is not shown
        elif not chapter or chapter in known:
            chapter = lesson.path
        entries.setdefault(chapter, []).append(_entry(lesson))
    return tuple(_chapter(known.get(path), found) for path, found in entries.items())


def _chapter(module: ModulePage | None, entries: list[Entry]) -> Chapter:
    if module is None:
        return Chapter("", "", tuple(entries))
    return Chapter(module.title, module.summary, tuple(entries), module.slug)


def _entry(lesson) -> Entry:
    return Entry(
        key=str(lesson.translation_key),
        title=lesson.title,
        minutes=lesson.minutes,
        optional=lesson.optional,
        url=in_edition(page_path(lesson)),
    )
