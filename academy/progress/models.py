"""Who takes which course, and how far they are."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from academy.courses.models import Course, CourseVersion
from academy.courses.outline import Outline
from people.models import Person

from .querysets import EnrolmentQuerySet


class Enrolment(models.Model):
    """A person in a course.

    ``version`` is the outline that they are held to. ``percent`` never falls, also where they are
    moved on to an outline with more lessons. Only ``services`` writes it.
    """

    class Origin(models.TextChoices):
        OWN = "own", pgettext_lazy("how somebody came to a course", "On their own")
        INVITED = "invited", pgettext_lazy("how somebody came to a course", "Invited")
        ASSIGNED = "assigned", pgettext_lazy("how somebody came to a course", "Assigned")

    person = models.ForeignKey(
        Person, verbose_name=_("Person"), related_name="enrolments", on_delete=models.CASCADE
    )
    course = models.ForeignKey(
        Course, verbose_name=_("Course"), related_name="enrolments", on_delete=models.PROTECT
    )
    version = models.ForeignKey(
        CourseVersion, verbose_name=_("Version"), related_name="+", on_delete=models.PROTECT
    )
    origin = models.CharField(_("How they came to it"), max_length=8, choices=Origin)
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Assigned by"),
        null=True,
        blank=True,
        related_name="+",
        on_delete=models.SET_NULL,
    )
    due_on = models.DateField(_("Due"), null=True, blank=True)
    created_at = models.DateTimeField(_("Enrolled"), auto_now_add=True)
    started_at = models.DateTimeField(_("Started"), null=True, blank=True)
    finished_at = models.DateTimeField(_("Finished"), null=True, blank=True)
    active_at = models.DateTimeField(_("Last active"), null=True, blank=True)
    percent = models.PositiveSmallIntegerField(_("Percent"), default=0)
    # From the start to the finish, kept since reports take medians of many.
    days = models.PositiveIntegerField(_("Days to finish"), null=True, editable=False)
    # The lesson that was open last: its translation_key.
    last_lesson = models.UUIDField(null=True, blank=True, editable=False)

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("Learner in a course")
        verbose_name_plural = _("Learners in courses")
        default_permissions = ("view", "change")
        permissions = [("assign_course", _("Can assign courses"))]
        constraints = [
            models.UniqueConstraint(fields=["person", "course"], name="progress_enrolled_once"),
            models.CheckConstraint(
                condition=Q(percent__lte=100), name="progress_percent_is_at_most_100"
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(percent=100), name="progress_finished_is_whole"
            ),
        ]
        indexes = [
            # Holds all that the reports count, so that they read nothing else.
            models.Index(
                fields=["course", "finished_at", "days", "started_at", "due_on"],
                name="progress_by_course",
            ),
            models.Index(
                fields=["due_on"],
                condition=Q(finished_at=None, due_on__isnull=False),
                name="progress_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.course}"

    @property
    def outline(self) -> Outline:
        return Outline.from_json(self.version.outline)


class PathEnrolment(models.Model):
    """A person began a learning path. ``path``: the ``translation_key`` of its pages; ``title``: as
    it was called then. Its courses have rows of their own."""

    person = models.ForeignKey(Person, related_name="learning_paths", on_delete=models.CASCADE)
    path = models.UUIDField(db_index=True)
    title = models.CharField(_("Title"), max_length=255)
    started_at = models.DateTimeField(_("Started"), auto_now_add=True)

    class Meta:
        verbose_name = _("Learner in a learning path")
        verbose_name_plural = _("Learners in learning paths")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "path"], name="progress_path_once")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.title}"


class CourseMail(models.Model):
    """A mail to a learner about a course that waits for them: at most one of a kind on a day.

    ``day``: for ``SOON`` and ``DUE`` the day on which the course is due, for the others the day on
    which somebody asked for the mail. ``by``: who asked. ``sent_at`` is empty until it is sent.
    """

    class Kind(models.TextChoices):
        ASSIGNED = "assigned", pgettext_lazy("a mail about a course", "Assigned")
        INVITED = "invited", pgettext_lazy("a mail about a course", "Invited")
        SOON = "soon", pgettext_lazy("a mail about a course", "Due soon")
        DUE = "due", pgettext_lazy("a mail about a course", "Due")
        LEADER = "leader", pgettext_lazy("a mail about a course", "Their leader reminds")

    enrolment = models.ForeignKey(Enrolment, related_name="mails", on_delete=models.CASCADE)
    kind = models.CharField(_("Kind"), max_length=8, choices=Kind)
    day = models.DateField(_("Day"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="+", on_delete=models.SET_NULL
    )
    created_at = models.DateTimeField(_("Created"))
    sent_at = models.DateTimeField(_("Sent"), null=True)

    class Meta:
        verbose_name = _("Email about a course")
        verbose_name_plural = _("Emails about courses")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "kind", "day"], name="progress_mail_once")
        ]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.kind} {self.day}"


class LessonProgress(models.Model):
    """What somebody did in one lesson.

    ``parts`` by the id of the part: ``{"watched": [[0, 41]], "length": 90, "at": 41}`` in seconds
    for a film, ``{"checked": [0, 2]}`` for a checklist, ``{"done": true}`` for the others.
    """

    enrolment = models.ForeignKey(Enrolment, related_name="lessons", on_delete=models.CASCADE)
    lesson = models.UUIDField()
    opened_at = models.DateTimeField(_("Opened"))
    finished_at = models.DateTimeField(_("Finished"), null=True, blank=True)
    parts = models.JSONField(default=dict)
    note = models.TextField(_("Note"), blank=True)

    class Meta:
        verbose_name = _("Progress in a lesson")
        verbose_name_plural = _("Progress in lessons")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "lesson"], name="progress_lesson_once")
        ]
        indexes = [models.Index(fields=["lesson", "finished_at"], name="progress_by_lesson")]

    def __str__(self) -> str:
        return f"{self.enrolment_id} {self.lesson}"


class Confirmation(models.Model):
    """Somebody confirmed a text, as it read then. Never changed; it goes with the person's data."""

    enrolment = models.ForeignKey(Enrolment, related_name="confirmations", on_delete=models.CASCADE)
    lesson = models.UUIDField()
    part = models.CharField(max_length=64)
    title = models.CharField(_("Title"), max_length=120)
    words = models.TextField(_("What was confirmed"))
    language = models.CharField(max_length=12)
    confirmed_at = models.DateTimeField(_("Confirmed"))

    class Meta:
        verbose_name = _("Confirmation")
        verbose_name_plural = _("Confirmations")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "lesson", "part"], name="progress_confirmed_once"
            )
        ]

    def __str__(self) -> str:
        return self.title
