"""What people answered: attempts, and each question as it was shown to them."""

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.models import Person

from ..querysets import AttemptQuerySet, AttemptQuestionQuerySet
from .evaluation import Evaluation, Review


class State(models.TextChoices):
    OPEN = "open", _("Open")
    TO_BE_GRADED = "to_be_graded", _("To be graded")
    GRADED = "graded", _("Graded")
    EXPIRED = "expired", _("Time ran out")


class Attempt(models.Model):
    """One person's try at an evaluation.

    ``evaluation_key`` is the evaluation's in all languages, ``evaluation`` the row that was shown.
    Times are the server's. ``deadline`` is when time is up (the limit, or the evaluation's end),
    ``accepts_until`` the end of the grace after it: nothing changes after that. Scores are in
    percent. What was shown follows from ``seed`` and is kept in full in the questions.
    """

    person = models.ForeignKey(
        Person, verbose_name=_("Person"), related_name="attempts", on_delete=models.CASCADE
    )
    # None where it was deleted since: what came of it stays.
    evaluation = models.ForeignKey(
        Evaluation,
        verbose_name=_("Evaluation"),
        related_name="attempts",
        null=True,
        on_delete=models.SET_NULL,
    )
    evaluation_key = models.UUIDField(_("Evaluation"), editable=False)
    title = models.CharField(_("Title"), max_length=120)
    number = models.PositiveSmallIntegerField(_("Attempt"))
    language = models.CharField(_("Language"), max_length=12)
    is_preview = models.BooleanField(_("Tried by staff"), default=False)
    started_at = models.DateTimeField(_("Started"))
    deadline = models.DateTimeField(_("Time is up"), null=True, blank=True)
    accepts_until = models.DateTimeField(null=True, blank=True)
    on_timeout = models.CharField(max_length=8)
    pass_mark = models.PositiveSmallIntegerField(_("Pass mark"))
    handed_in_at = models.DateTimeField(_("Handed in"), null=True, blank=True)
    finished_at = models.DateTimeField(_("Finished"), null=True, blank=True)
    state = models.CharField(
        _("State"), max_length=14, choices=State.choices, default=State.OPEN, db_index=True
    )
    score = models.DecimalField(_("Score"), max_digits=5, decimal_places=2, null=True, blank=True)
    passed = models.BooleanField(_("Passed"), null=True, blank=True)
    # Points that there are, and those that were earned.
    points = models.DecimalField(_("Points"), max_digits=7, decimal_places=2, default=0)
    earned = models.DecimalField(max_digits=9, decimal_places=4, null=True, blank=True)
    # False once its answers are older than they are kept (``tasks.forget_old_answers``).
    answers_kept = models.BooleanField(default=True)
    seed = models.BigIntegerField(editable=False)

    objects = AttemptQuerySet.as_manager()

    # What learners write is nothing that editors use: Wagtail keeps no list of it.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = _("Attempt")
        verbose_name_plural = _("Attempts")
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "evaluation_key", "number"], name="attempt_number_once"
            ),
            models.UniqueConstraint(
                fields=["person", "evaluation_key"],
                condition=Q(state="open"),
                name="attempt_one_open",
            ),
            models.CheckConstraint(
                name="attempt_score_is_percent",
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=100),
            ),
            models.CheckConstraint(
                name="attempt_graded_has_a_score",
                condition=~Q(state="graded") | Q(score__isnull=False, passed__isnull=False),
            ),
            models.CheckConstraint(
                name="attempt_open_is_not_handed_in",
                condition=~Q(state="open") | Q(handed_in_at__isnull=True, finished_at__isnull=True),
            ),
            models.CheckConstraint(
                name="attempt_handed_in_after_its_start",
                condition=Q(handed_in_at__isnull=True) | Q(handed_in_at__gte=F("started_at")),
            ),
        ]
        indexes = [
            models.Index(fields=["evaluation_key", "state"], name="attempts_by_evaluation"),
            models.Index(
                fields=["accepts_until"], condition=Q(state="open"), name="attempts_overdue"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.number}"

    @property
    def rules(self) -> Evaluation:
        """The evaluation's rules as they are now; of one that was deleted the usual ones, but that
        a review shows the score alone."""
        return self.evaluation or Evaluation(title=self.title, review=Review.SCORE)

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def is_final(self) -> bool:
        return self.state in (State.GRADED, State.EXPIRED)


class AttemptQuestion(models.Model):
    """A question of an attempt: ``shown`` is what the page showed, word for word, ``key`` what was
    right then. ``sequence`` says when the answer was given, in milliseconds on the server's clock:
    an earlier one never replaces it. ``score`` is the share of ``points``, from 0 to 1.
    """

    attempt = models.ForeignKey(
        Attempt, verbose_name=_("Attempt"), related_name="questions", on_delete=models.CASCADE
    )
    position = models.PositiveSmallIntegerField(_("Position"))
    section = models.CharField(max_length=120, blank=True)
    section_text = models.CharField(max_length=1000, blank=True)
    question_key = models.UUIDField(db_index=True)
    revision_id = models.PositiveBigIntegerField(null=True)
    kind = models.CharField(_("Kind"), max_length=20)
    prompt = models.TextField(_("Question"))
    picture = models.PositiveBigIntegerField(null=True)
    picture_alt = models.CharField(max_length=255, blank=True)
    feedback = models.TextField(blank=True)
    points = models.DecimalField(_("Points"), max_digits=5, decimal_places=2)
    shown = models.JSONField(default=dict)
    key = models.JSONField(default=dict)
    answer = models.JSONField(_("Answer"), null=True)
    sequence = models.BigIntegerField(default=0)
    answered_at = models.DateTimeField(_("Answered"), null=True)
    score = models.DecimalField(_("Score"), max_digits=6, decimal_places=5, null=True)
    # What a person wrote who graded it: points by criterion, and a remark.
    rubric = models.JSONField(default=list, blank=True)
    remark = models.TextField(_("Remark"), blank=True, max_length=5000)
    graded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Graded by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    objects = AttemptQuestionQuerySet.as_manager()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["attempt", "position"]
        verbose_name = _("Answer")
        verbose_name_plural = _("Answers")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "position"], name="attempt_question_position_once"
            ),
            models.UniqueConstraint(
                fields=["attempt", "question_key"], name="attempt_question_once"
            ),
            models.CheckConstraint(
                name="attempt_question_score_is_a_share",
                condition=Q(score__isnull=True) | Q(score__gte=0, score__lte=1),
            ),
            models.CheckConstraint(name="attempt_question_has_points", condition=Q(points__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.position}. {self.prompt[:80]}"

    @property
    def earned(self) -> Decimal | None:
        """Points that were earned; None before it is scored."""
        return None if self.score is None else (self.score * self.points).quantize(Decimal("0.01"))
