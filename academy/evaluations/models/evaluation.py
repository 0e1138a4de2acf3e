"""Evaluations: which questions are asked, by which rules, and what a review shows."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.content.blocks import PageBlocksField
from markets.lookup import default_language

from ..blocks import EvaluationBlocks
from ..preview import cards_of
from .bank import BankWords

INTRO_FEATURES = ["bold", "italic", "ul", "ol", "link"]


class OnTimeout(models.TextChoices):
    HAND_IN = "hand_in", _("What is there is handed in")
    DISCARD = "discard", _("The attempt does not count")


class Grading(models.TextChoices):
    BEST = "best", _("The best attempt")
    LAST = "last", _("The last attempt")
    AVERAGE = "average", _("The average of all attempts")


class Review(models.TextChoices):
    """Each shows what the ones before it show."""

    NOTHING = "nothing", _("Nothing")
    SCORE = "score", _("The score")
    ANSWERS = "answers", _("The score and one's own answers")
    SOLUTIONS = "solutions", _("The score, one's own answers and the right ones")


class ReviewWhen(models.TextChoices):
    AT_ONCE = "at_once", _("At once")
    LAST_ATTEMPT = "last_attempt", _("After the last attempt")
    CLOSED = "closed", _("After the evaluation closes")


# The same in every language: the rules of the first one hold (``share_settings``).
SETTINGS = (
    "opens_at",
    "closes_at",
    "time_limit",
    "grace_seconds",
    "on_timeout",
    "attempts_allowed",
    "wait_minutes",
    "grading",
    "pass_mark",
    "review",
    "review_when",
    "shuffle_questions",
    "shuffle_answers",
    "one_per_page",
)


class Evaluation(BankWords):
    """An evaluation in one language; all languages together are known by ``translation_key``."""

    title = models.CharField(_("Title"), max_length=120)
    intro = RichTextField(_("Introduction"), features=INTRO_FEATURES, blank=True)
    sections = PageBlocksField(EvaluationBlocks, verbose_name=_("Sections"))

    opens_at = models.DateTimeField(_("Opens"), null=True, blank=True)
    closes_at = models.DateTimeField(_("Closes"), null=True, blank=True)
    time_limit = models.PositiveSmallIntegerField(
        _("Time limit"),
        null=True,
        blank=True,
        help_text=_("In minutes. Leave empty for as long as it takes."),
    )
    grace_seconds = models.PositiveSmallIntegerField(
        _("Grace"),
        default=30,
        validators=[MaxValueValidator(3600)],
        help_text=_("In seconds. Answers that come this much late are still taken."),
    )
    on_timeout = models.CharField(
        _("When time is up"), max_length=8, choices=OnTimeout.choices, default=OnTimeout.HAND_IN
    )
    attempts_allowed = models.PositiveSmallIntegerField(
        _("Attempts"), default=0, help_text=_("0 for any number.")
    )
    wait_minutes = models.PositiveIntegerField(
        _("Time between attempts"),
        default=0,
        help_text=_("In minutes, from when one was finished."),
    )
    grading = models.CharField(
        _("Which attempt counts"), max_length=8, choices=Grading.choices, default=Grading.BEST
    )
    pass_mark = models.PositiveSmallIntegerField(
        _("Pass mark"),
        default=70,
        validators=[MaxValueValidator(100)],
        help_text=_("In percent of all points."),
    )
    review = models.CharField(
        _("What the review shows"), max_length=10, choices=Review.choices, default=Review.ANSWERS
    )
    review_when = models.CharField(
        _("When"), max_length=12, choices=ReviewWhen.choices, default=ReviewWhen.AT_ONCE
    )
    shuffle_questions = models.BooleanField(_("Shuffle questions in their section"), default=False)
    shuffle_answers = models.BooleanField(_("Shuffle answers"), default=True)
    one_per_page = models.BooleanField(_("One question per page"), default=False)

    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("intro"),
        TranslatableField("sections"),
        *(SynchronizedField(name, overridable=False) for name in SETTINGS),
    ]

    class Meta(BankWords.Meta):
        ordering = ["title", "pk"]
        verbose_name = _("Evaluation")
        verbose_name_plural = _("Evaluations")
        constraints = [
            models.CheckConstraint(
                name="evaluation_closes_after_it_opens",
                condition=Q(opens_at__isnull=True)
                | Q(closes_at__isnull=True)
                | Q(closes_at__gt=F("opens_at")),
            ),
            models.CheckConstraint(
                name="evaluation_pass_mark_is_percent", condition=Q(pass_mark__lte=100)
            ),
            models.CheckConstraint(
                name="evaluation_time_limit_is_some",
                condition=Q(time_limit__isnull=True) | Q(time_limit__gt=0),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def preview_context(self) -> dict:
        fixed = [block.value for block in self.sections if block.block_type == "fixed"]
        chosen = [item["question"] for value in fixed for item in value["questions"]]
        drawn = [block.value for block in self.sections if block.block_type == "random"]
        return {
            "title": self.title,
            "intro": self.intro,
            "cards": cards_of(chosen),
            "drawn": [{"count": value["count"] or 0, "topic": value["topic"]} for value in drawn],
        }

    def clean(self):
        super().clean()
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            raise ValidationError({"closes_at": _("It must close after it opens.")})
        if self.time_limit == 0:
            raise ValidationError({"time_limit": _("Leave it empty, or give at least a minute.")})

    def save(self, *args, **kwargs):
        first = self.family_first()
        if first is not None and first.pk != self.pk:
            for name in SETTINGS:
                setattr(self, name, getattr(first, name))
        super().save(*args, **kwargs)
        # A draft's rules hold nowhere: what Wagtail notes of one names its own columns.
        named = kwargs.get("update_fields")
        is_written = named is None or not set(named).isdisjoint(SETTINGS)
        if is_written and (first is None or first.pk == self.pk):
            others = Evaluation.objects.of_family(self.translation_key).exclude(pk=self.pk)
            others.update(**{name: getattr(self, name) for name in SETTINGS})

    def family_first(self) -> "Evaluation | None":
        """The row whose rules hold in every language: the default language's, else the oldest."""
        family = Evaluation.objects.of_family(self.translation_key).select_related("locale")
        rows = sorted(
            family, key=lambda row: (row.locale.language_code != default_language(), row.pk)
        )
        return rows[0] if rows else None

    @property
    def grace(self) -> timedelta:
        return timedelta(seconds=self.grace_seconds)

    @property
    def wait(self) -> timedelta:
        return timedelta(minutes=self.wait_minutes)
