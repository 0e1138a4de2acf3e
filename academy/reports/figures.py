"""What a report counts: each table by one query over the learners, whatever their number."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from academy.certificates.models import Certificate
from academy.courses.models import Course, LessonPage
from academy.courses.outline import Outline
from academy.progress.filters import LATE, in_state
from academy.progress.models import Enrolment, LessonProgress
from markets.names import country_names
from people.customer_groups.querysets import valid_at
from people.models import CustomerGroup
from replicated.consultants.models import Consultant
from replicated.network.models import Zone

BY_COURSE, BY_ZONE, BY_SPONSOR, BY_GROUP, BY_MARKET = "course", "zone", "sponsor", "group", "market"
WAYS = (
    (BY_COURSE, pgettext_lazy("a report by", "Course")),
    (BY_ZONE, pgettext_lazy("a report by", "Zone")),
    (BY_SPONSOR, pgettext_lazy("a report by", "Sponsor")),
    (BY_GROUP, pgettext_lazy("a report by", "Customer group")),
    (BY_MARKET, pgettext_lazy("a report by", "Market")),
)
COLUMNS = {
    BY_COURSE: "course",
    BY_ZONE: "person__consultant__position__zone",
    BY_SPONSOR: "person__consultant__position__sponsor",
    BY_GROUP: "person__group_memberships__group",
    BY_MARKET: "person__edition",
}


@dataclass
class Row:
    """Learners of one course, zone …: how many there are, have started, have finished and are late.
    ``days``: {days from start to finish: how many}."""

    key: object
    label: str = ""
    enrolled: int = 0
    started: int = 0
    finished: int = 0
    late: int = 0
    certificates: int = 0
    days: dict[int, int] = field(default_factory=dict)

    def add(self, other: "Row") -> None:
        for name in ("enrolled", "started", "finished", "late", "certificates"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for days, number in other.days.items():
            self.days[days] = self.days.get(days, 0) + number

    @property
    def median_days(self) -> float | None:
        """None where nobody has finished."""
        return median(self.days)

    @property
    def finished_percent(self) -> int:
        return 100 * self.finished // self.enrolled if self.enrolled else 0

    @property
    def started_percent(self) -> int:
        return 100 * self.started // self.enrolled if self.enrolled else 0


def median(counts: dict[int, int]) -> float | None:
    """The median of values that are counted: the middle one, or the mean of the two."""
    total = sum(counts.values())
    if not total:
        return None
    places, found, seen = ((total - 1) // 2, total // 2), [], 0
    for value in sorted(counts):
        seen += counts[value]
        while len(found) < 2 and places[len(found)] < seen:
            found.append(value)
    return sum(found) / 2


def table(rows: QuerySet[Enrolment], way: str) -> list[Row]:
    """The learners by one of ``WAYS``, the most first. Two queries: the numbers, and the names.
    Whoever is in several customer groups counts in each."""
    if way == BY_GROUP:
        rows = rows.filter(valid_at(prefix="person__group_memberships__"))
    column = COLUMNS[way]
    found: dict[object, Row] = {}
    for one in rows.values(column, "days").annotate(**_numbers()):
        key = one[column].rpartition("-")[2] if way == BY_MARKET else one[column]
        row = Row(
            key=key,
            enrolled=one["enrolled"],
            started=one["started"],
            finished=one["finished"],
            late=one["late"],
            days={one["days"]: one["finished"]} if one["days"] is not None else {},
        )
        found.setdefault(key, Row(key)).add(row)
    names = _names(way, [key for key in found if key is not None])
    for key, row in found.items():
        row.label = names.get(key) or _("None")
    return sorted(found.values(), key=lambda row: (-row.enrolled, row.label))


def add_certificates(table: Iterable[Row], rows: QuerySet[Enrolment]) -> None:
    """How many of the learners of each course hold a certificate of it that was not withdrawn. One
    query."""
    of_learner = rows.filter(person=OuterRef("person"), course=OuterRef("course"))
    held = Certificate.objects.filter(Exists(of_learner), withdrawn_at=None).order_by()
    numbers = dict(
        held.values("course").annotate(n=Count("person", distinct=True)).values_list("course", "n")
    )
    for row in table:
        row.certificates = numbers.get(row.key, 0)


def total(table: Iterable[Row]) -> Row:
    whole = Row(None, label=_("All"))
    for row in table:
        whole.add(row)
    return whole


def _numbers() -> dict:
    return {
        "enrolled": Count("pk"),
        "started": Count("started_at"),
        "finished": Count("finished_at"),
        "late": Count("pk", filter=in_state(LATE, timezone.localdate())),
    }


def _names(way: str, keys: list) -> dict:
    match way:
        case "course":
            return dict(Course.objects.filter(pk__in=keys).values_list("pk", "title"))
        case "zone":
            return dict(Zone.objects.filter(pk__in=keys).values_list("pk", "name"))
        case "group":
            return dict(CustomerGroup.objects.filter(pk__in=keys).values_list("pk", "name"))
        case "sponsor":
            sellers = Consultant.objects.select_related("person")
            return {one.pk: f"{one.person} ({one.code})" for one in sellers.filter(pk__in=keys)}
        case _:
            return {key: country_names([key]) for key in keys}


@dataclass(frozen=True)
class LessonRow:
    """A lesson: how many learners opened and finished it. ``of``: how many are in the course."""

    title: str
    optional: bool
    opened: int
    finished: int
    of: int

    @property
    def opened_percent(self) -> int:
        return min(100, 100 * self.opened // self.of) if self.of else 0

    @property
    def finished_percent(self) -> int:
        return min(100, 100 * self.finished // self.of) if self.of else 0


def lessons(
    course: Course, rows: QuerySet[Enrolment], *, of: int, is_whole: bool
) -> list[LessonRow]:
    """The lessons of a course in the order of its newest outline: where learners stop. ``rows``:
    the learners; ``of``: how many they are; ``is_whole``: they are all of the course's. Three
    queries."""
    version = course.versions.order_by("-number").first()
    outline = Outline.from_json(version.outline).lessons if version else ()
    keys = [lesson.key for lesson in outline]
    progress = LessonProgress.objects.filter(lesson__in=keys).order_by()
    if not is_whole:
        progress = progress.filter(enrolment__in=rows.values("pk"))
    counted = progress.values("lesson").annotate(opened=Count("pk"), finished=Count("finished_at"))
    numbers = {str(one["lesson"]): (one["opened"], one["finished"]) for one in counted}
    pages = LessonPage.objects.filter(translation_key__in=keys, alias_of=None).order_by("-path")
    titles = {str(key): title for key, title in pages.values_list("translation_key", "title")}
    return [
        LessonRow(
            titles.get(lesson.key, _("A lesson that is gone")),
            lesson.optional,
            *numbers.get(lesson.key, (0, 0)),
            of=of,
        )
        for lesson in outline
    ]
