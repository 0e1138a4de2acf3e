"""The academy's pages in every language, tied together as translations."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.text import slugify
from wagtail.documents import get_document_model
from wagtail.models import Collection, Locale, Page

from academy.courses.models import (
    AcademyPage,
    CourseCategory,
    CourseCategoryCopy,
    CoursePage,
    LessonPage,
    ModulePage,
)
from academy.courses.services import publish_outline
from demo.company import academy as company
from demo.company.academy import ACADEMY, COURSE_CATEGORIES, COURSES
from demo.company.academy.categories import ACADEMY_INTRO
from demo.company.academy.questions import EVALUATIONS
from demo.company.academy.questions.schema import EvaluationSeed
from demo.company.academy.schema import CourseSeed, LessonSeed
from demo.company.schema import Block, PageSeed

from .bodies import BodyWriter, body_pictures, list_item
from .languages import spoken
from .links import Links
from .picture_desk import Picture
from .scenes import scene_picture

Document = get_document_model()

FILM_FOLDER = Path(company.__file__).parent / "film"
FILMS = "Demo: films"
_DOCUMENT = {"type": "document"}


def key_of(*names: str) -> UUID:
    """The same key for the same thing in each language, and in each build."""
    return uuid5(NAMESPACE_URL, "/".join(("raiz", "academy", *names)))


def missing_courses() -> list[CourseSeed]:
    there = set(CoursePage.objects.values_list("translation_key", flat=True))
    return [seed for seed in COURSES if key_of(seed.key) not in there]


def academy_pictures(courses: list[CourseSeed]) -> list[Picture]:
    """Every picture that the courses ask for."""
    bodies = [_as_page(blocks) for course in courses for blocks in _bodies(course)]
    covers = [scene_picture(course.scene, "close", place="half") for course in courses]
    return [*covers, *body_pictures(tuple(bodies))]


def _bodies(course: CourseSeed) -> Iterator[tuple[Block, ...]]:
    yield course.blocks
    for module in course.modules:
        for lesson in module.lessons:
            yield lesson.blocks


def _as_page(blocks: tuple[Block, ...]) -> PageSeed:
    return PageSeed("", ACADEMY.slug, ACADEMY.title, ACADEMY.summary, blocks)


class LessonWriter(BodyWriter):
    """Bodies of lessons. The parts in which somebody does something have the same ids in each
    language. ``by``: who files the films."""

    def __init__(self, language: str, *, by, **around):
        super().__init__(language, **around)
        self.by = by

    def lesson(self, course: CourseSeed, lesson: LessonSeed) -> list[dict]:
        body = self.body(_as_page(lesson.blocks))
        for number, block in enumerate(body):
            block["id"] = str(key_of(course.key, lesson.key, str(number)))
        return body

    def _tip(self, value, position):
        return "tip", {
            "title": self._text(value.get("title")),
            "text": self.links.html(self._text(value["html"])),
            "tone": value["tone"],
        }

    def _checklist(self, value, position):
        return "checklist", {
            "title": self._text(value["title"]),
            "items": [list_item(self._text(item)) for item in value["items"]],
            "required": value.get("required", False),
        }

    def _agreement(self, value, position):
        return "agreement", {
            "title": self._text(value["title"]),
            "text": self.links.html(self._text(value["html"])),
            "sentence": self._text(value["sentence"]),
        }

    def _film(self, value, position):
        name = value["name"]
        captions = film_document(f"{name}.{self.language}.vtt", by=self.by)
        return "film", {
            "title": self._text(value["title"]),
            "film": [{**list_item(film_document(f"{name}.mp4", by=self.by).pk), **_DOCUMENT}],
            "subtitles": [{**list_item(captions.pk), **_DOCUMENT}],
            "address": "",
            "image": self._picture(value["scene"])["image"],
            "caption": "",
            "transcript": self._text(value["transcript"]),
            "share": value["share"],
        }


def film_document(name: str, *, by):
    """A film or its captions as a document of the library. Languages share a film."""
    shelf = Collection.objects.filter(name=FILMS).first()
    shelf = shelf or Collection.get_first_root_node().add_child(name=FILMS)
    found = Document.objects.filter(collection=shelf, title=name).first()
    return found or Document.objects.create(
        title=name,
        collection=shelf,
        uploaded_by_user=by,
        file=ContentFile((FILM_FOLDER / name).read_bytes(), name=f"raiz-{name}"),
    )


@transaction.atomic
def with_academy(pages: Mapping[str, Mapping[str, Page]], *, by) -> dict[str, dict[str, Page]]:
    """The pages with the academy's, made and published if there is none: menus link to it."""
    return {
        language: {**own, "academy": _academy(own["home"], language, by)}
        for language, own in pages.items()
    }


@transaction.atomic
def build_academy(
    images: Mapping[str, object],
    categories: Mapping[str, object],
    pages: Mapping[str, Mapping[str, Page]],
    *,
    by,
) -> int:
    """Make and publish the courses that are not there; returns their number. ``pages``: by
    language and key, with the academy's (``with_academy``)."""
    course_categories = _categories()
    courses = missing_courses()
    for language in spoken():
        links = Links(language, pages=pages[language], categories=categories)
        writer = LessonWriter(language, links=links, images=images, by=by)
        for seed in courses:
            _course(seed, pages[language]["academy"], writer, course_categories, by)
    for seed in courses:
        publish_outline(CoursePage.objects.filter(translation_key=key_of(seed.key)).first())
    return len(courses)


def _categories() -> dict[str, CourseCategory]:
    found = {}
    for order, seed in enumerate(COURSE_CATEGORIES, start=1):
        category, _created = CourseCategory.objects.get_or_create(
            code=seed.code, defaults={"order": order * 10}
        )
        for language in spoken():
            locale = Locale.objects.get(language_code=language)
            CourseCategoryCopy.objects.get_or_create(
                category=category,
                locale=locale,
                defaults={
                    "name": seed.name[language],
                    "translation_key": key_of("category", seed.code),
                },
            )
        found[seed.code] = category
    return found


def _academy(home: Page, language: str, by) -> AcademyPage:
    return _page(
        AcademyPage,
        home,
        ("academy",),
        by,
        title=ACADEMY.title[language],
        slug=ACADEMY.slug[language],
        summary=ACADEMY.summary[language],
        intro=ACADEMY_INTRO[language],
    )


def _course(seed: CourseSeed, academy: AcademyPage, writer: LessonWriter, categories, by) -> None:
    language = writer.language
    page = _page(
        CoursePage,
        academy,
        (seed.key,),
        by,
        title=seed.title[language],
        summary=seed.summary[language],
        category=categories[seed.category],
        level=seed.level,
        image=writer.images[scene_picture(seed.scene, "close").title],
        image_alt=writer._picture(seed.scene)["alt"],
        body=json.dumps(writer.body(_as_page(seed.blocks))),
        audience=list(seed.audience),
        shows_teaser=seed.teaser,
        in_order=seed.in_order,
        prerequisites=json.dumps(
            [
                {"type": "page", "value": _own(key, language).pk, "id": str(key_of(seed.key, key))}
                for key in seed.before
            ]
        ),
    )
    for module in seed.modules:
        above = _page(
            ModulePage,
            page,
            (seed.key, module.key),
            by,
            title=module.title[language],
            summary=module.summary[language],
        )
        for lesson in module.lessons:
            _page(
                LessonPage,
                above,
                (seed.key, module.key, lesson.key),
                by,
                title=lesson.title[language],
                summary=lesson.summary[language],
                minutes=lesson.minutes,
                optional=lesson.optional,
                body=json.dumps(writer.lesson(seed, lesson)),
            )
    if evaluation := next((one for one in EVALUATIONS if one.course == seed.key), None):
        _page(
            LessonPage,
            page,
            (seed.key, "evaluation"),
            by,
            title=evaluation.title[language],
            minutes=evaluation.time_limit or 10,
            body=json.dumps([_evaluation_block(evaluation)]),
        )


def _evaluation_block(seed: EvaluationSeed) -> dict:
    key = str(key_of("evaluation", seed.key))
    value = {"evaluation": key, "required": True, "markets": []}
    return {"type": "evaluation", "value": value, "id": str(key_of(seed.course, "evaluation", "0"))}


def _own(key: str, language: str) -> CoursePage:
    return CoursePage.objects.get(translation_key=key_of(key), locale__language_code=language)


def _page(model, parent: Page, names: tuple[str, ...], by, *, slug: str = "", **fields):
    """The page of this key below ``parent``, made and published if there is none."""
    key = key_of(*names)
    found = model.objects.filter(translation_key=key, locale=parent.locale_id).first()
    if found:
        return found
    page = model(
        slug=slug or slugify(fields["title"]),
        locale_id=parent.locale_id,
        translation_key=key,
        owner=by,
        live=False,
        **fields,
    )
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision(user=by).publish(user=by)
    return page
