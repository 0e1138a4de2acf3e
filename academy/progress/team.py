"""How far a leader's team is in the courses: those members alone whom "My team" shows the leader,
and who sell now. Never notes, answers, or what is in a lesson."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from academy.courses.models import Course, CoursePage, Enrolling
from cms.content import restricted
from markets.fields import is_for_market
from markets.lookup import current_edition, language_of, market_of
from people.models import Person
from replicated.consultants.models import Consultant
from replicated.network.models import Position
from replicated.portal.models import PortalPolicy
from replicated.portal.team import current_position, visible_team

from .assigning import BETWEEN_REMINDERS
from .filters import FINISHED, LATE, STATES, in_state, state_of
from .models import CourseMail, Enrolment

TILE = "team-courses"
ABSENT = "absent"


def team_of(request) -> QuerySet[Position]:
    """The members of the visitor's team whom they may see and who sell now; none where they lead
    nobody."""
    leader = current_position(request)
    if leader is None:
        return Position.objects.none()
    policy = PortalPolicy.load(request_or_site=request)
    return visible_team(leader, policy).filter(
        consultant__state=Consultant.State.ACTIVE, consultant__person__erased_at=None
    )


def has_team(request) -> bool:
    """Permission for the tile; cached on the request."""
    if not hasattr(request, "leads_a_team"):
        request.leads_a_team = team_of(request).exists()
    return request.leads_a_team


def people_of(team: QuerySet[Position]) -> QuerySet[Person]:
    return Person.objects.filter(pk__in=team.order_by().values("consultant__person"))


# --- Courses ----------------------------------------------------------------------------


@dataclass(frozen=True)
class TeamCourse:
    """A course with how many of the team are in it (``enrolled``), have begun, have finished, and
    are late."""

    page: CoursePage
    enrolled: int = 0
    begun: int = 0
    finished: int = 0
    late: int = 0


def pages_for_leader() -> dict:
    """The live courses that the visitor may read, in their language or the first that there is, by
    key, in the order of the tree. One query."""
    edition = current_edition()
    live = restricted.readable(CoursePage.objects.live()).select_related("locale").defer("body")
    pages: dict = {}
    for page in live.order_by("path"):
        if not is_for_market(page.markets, market_of(edition).code):
            continue
        if page.locale.language_code == language_of(edition) or page.translation_key not in pages:
            pages[page.translation_key] = page
    return pages


def courses_of_team(team: QuerySet[Position]) -> list[TeamCourse]:
    """All courses that the leader may read, with the team's numbers; those that somebody is in come
    first. Two queries."""
    today = timezone.localdate()
    rows = Enrolment.objects.filter(person__in=people_of(team)).order_by()
    counted = rows.values("course__key").annotate(
        enrolled=Count("pk"),
        begun=Count("pk", filter=Q(started_at__isnull=False)),
        finished=Count("pk", filter=in_state(FINISHED)),
        late=Count("pk", filter=in_state(LATE, today)),
    )
    numbers = {row.pop("course__key"): row for row in counted}
    found = [TeamCourse(page, **numbers.get(key, {})) for key, page in pages_for_leader().items()]
    return sorted(found, key=lambda one: not one.enrolled)


def may_assign(page: CoursePage) -> bool:
    """Whether a leader assigns it: not a course that the company invites to."""
    return page.enrolling == Enrolling.FREE


# --- Members ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Learner:
    """A member of the team in a course. ``state``: one of ``filters.STATES``, or ``ABSENT``.
    ``reminded_at``: where they were reminded so lately that they are not again."""

    code: str
    name: str
    state: str
    percent: int = 0
    due_on: date | None = None
    finished_at: datetime | None = None
    reminded_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state not in (FINISHED, ABSENT)


def narrowed(team: QuerySet[Position], course: Course | None, state: str) -> QuerySet[Position]:
    """The members who are in one state; all for any other word."""
    rows = Enrolment.objects.filter(course=course) if course else Enrolment.objects.none()
    if state == ABSENT:
        return team.exclude(consultant__person__in=rows.values("person"))
    if state in dict(STATES):
        return team.filter(
            consultant__person__in=rows.filter(in_state(state)).order_by().values("person")
        )
    return team


def learners(positions: list[Position], course: Course | None) -> list[Learner]:
    """Members with how far they are. ``positions`` are read ``for_names``. One query."""
    people = [position.consultant.person_id for position in positions]
    rows = Enrolment.objects.filter(course=course, person__in=people) if course else []
    if course:
        lately = timezone.now() - BETWEEN_REMINDERS
        is_reminder = Q(mails__kind=CourseMail.Kind.LEADER, mails__created_at__gt=lately)
        rows = rows.annotate(reminded_at=Max("mails__created_at", filter=is_reminder))
    known = {row.person_id: row for row in rows}
    return [_learner(one.consultant, known.get(one.consultant.person_id)) for one in positions]


def _learner(consultant: Consultant, row: Enrolment | None) -> Learner:
    if row is None:
        return Learner(consultant.code, consultant.name, ABSENT)
    return Learner(
        code=consultant.code,
        name=consultant.name,
        state=state_of(row),
        percent=row.percent,
        due_on=row.due_on,
        finished_at=row.finished_at,
        reminded_at=row.reminded_at,
    )


def first_due_day() -> date:
    return timezone.localdate() + timedelta(days=1)
