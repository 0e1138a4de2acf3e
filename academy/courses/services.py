"""Writing courses: what a published course consists of becomes its next version."""

from django.apps import apps
from django.db import transaction
from wagtail.models import Page

from background.locks import locked
from markets.lookup import content_languages

from .blocks import parts_in, products_in
from .models import Course, CoursePage, CourseVersion, LessonPage, LessonProduct
from .outline import Lesson, Outline

Product = apps.get_model("catalogue", "Product")
# What a course has once for all its languages.
SHARED = (
    *("audience", "shows_teaser", "category_id", "level", "enrolling", "in_order"),
    "moves_learners",
)


@transaction.atomic
def publish_outline(page: CoursePage) -> CourseVersion | None:
    """Write what a course consists of now as its next version, where it differs from the newest.

    All languages are one course: its outline is that of its first language that is live. None
    where no language is live, or there is no lesson.
    """
    source = _source_of(page)
    if source is None:
        return None
    course, _created = Course.objects.get_or_create(
        key=source.translation_key, defaults={"title": source.title}
    )
    course = locked(Course.objects.filter(pk=course.pk)).get()
    if course.title != source.title:
        course.title = source.title
        course.save(update_fields=["title"])
    _share_settings(source)
    _note_products(course, source)
    outline = outline_of(source)
    newest = course.versions.order_by("-number").first()
    if not outline.lessons or (newest and Outline.from_json(newest.outline) == outline):
        return newest
    number = newest.number + 1 if newest else 1
    return course.versions.create(number=number, outline=outline.as_json())


def outline_of(page: CoursePage) -> Outline:
    """The live lessons below a course's page, in the order of the tree, for all markets."""
    below = LessonPage.objects.live().descendant_of(page).order_by("path")
    hidden = _unpublished_modules(page)
    return Outline(
        tuple(
            Lesson(
                key=str(lesson.translation_key),
                minutes=lesson.minutes,
                optional=lesson.optional,
                parts=parts_in(lesson.body),
            )
            for lesson in below
            if not any(lesson.path.startswith(path) for path in hidden)
        )
    )


def _share_settings(source: CoursePage) -> None:
    """Have the other languages be for the same people and taken by the same rules: wagtail-localize
    brings them only what somebody synchronizes."""
    others = CoursePage.objects.filter(translation_key=source.translation_key)
    others = others.exclude(pk=source.pk)
    others.update(**{name: getattr(source, name) for name in SHARED})


def _note_products(course: Course, page: CoursePage) -> None:
    """Write which products the lessons show, where that changed."""
    shown = {
        (lesson.translation_key, product)
        for lesson in LessonPage.objects.live().descendant_of(page)
        for product in products_in(lesson.body)
    }
    # A lesson that was moved here leaves its former course.
    keys = {lesson for lesson, _product in shown}
    LessonProduct.objects.filter(lesson__in=keys).exclude(course=course).delete()
    noted = set(course.products.values_list("lesson", "product_id"))
    for lesson, product in noted - shown:
        course.products.filter(lesson=lesson, product=product).delete()
    # One that is no longer in the catalogue is shown by no lesson.
    there = Product.objects.filter(pk__in={product for _lesson, product in shown - noted})
    known = set(there.values_list("pk", flat=True))
    LessonProduct.objects.bulk_create(
        LessonProduct(course=course, lesson=lesson, product_id=product)
        for lesson, product in shown - noted
        if product in known
    )


def _unpublished_modules(page: CoursePage) -> list[str]:
    below = Page.objects.descendant_of(page).filter(live=False)
    return list(below.values_list("path", flat=True))


def _source_of(page: CoursePage) -> CoursePage | None:
    live = CoursePage.objects.live().filter(
        translation_key=page.translation_key, alias_of__isnull=True
    )
    found = {one.locale.language_code: one for one in live.select_related("locale")}
    return next((found[code] for code in content_languages() if code in found), None)
