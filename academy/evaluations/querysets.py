"""Reads, as adjectives."""

from datetime import datetime

from django.db import models
from django.db.models import Q

from .kinds import all_kinds


class BankQuerySet(models.QuerySet):
    """Questions and evaluations: one row per language, drafted and published."""

    def live(self):
        return self.filter(live=True)

    def in_language(self, language: str):
        return self.filter(locale__language_code=language)

    def of_family(self, key):
        """A question or evaluation in every language."""
        return self.filter(translation_key=key)


class QuestionQuerySet(BankQuerySet):
    def askable(self, language: str):
        """Published in a language, of a kind that there still is."""
        return self.live().in_language(language).filter(kind__in=all_kinds())

    def drawable(self, *, topic_key, difficulty: str, language: str):
        """What a random section draws from; ``difficulty`` "" for any."""
        rows = self.askable(language).filter(topic__translation_key=topic_key)
        return rows.filter(difficulty=difficulty) if difficulty else rows


class AttemptQuerySet(models.QuerySet):
    def of(self, person):
        return self.filter(person=person)

    def of_user(self, user):
        """Those of the person behind a user, without asking for the person."""
        return self.filter(person__user_id=user.pk)

    def at(self, evaluation_key):
        return self.filter(evaluation_key=evaluation_key)

    def real(self):
        """Without those of staff who tried it."""
        return self.filter(is_preview=False)

    def open(self):
        return self.filter(state="open")

    def finished(self):
        return self.exclude(state="open")

    def to_be_graded(self):
        return self.filter(state="to_be_graded")

    def graded(self):
        """Those with a final score."""
        return self.filter(state="graded")

    def overdue(self, now: datetime):
        """Open ones whose time is over, grace included."""
        return self.open().filter(accepts_until__lt=now)


class AttemptQuestionQuerySet(models.QuerySet):
    def asked(self, question_key):
        """Wherever this question was shown, in any language."""
        return self.filter(question_key=question_key)

    def scored(self):
        """Final scores of real attempts."""
        return self.filter(attempt__state="graded", attempt__is_preview=False, score__isnull=False)

    def to_be_graded(self):
        return self.filter(Q(score__isnull=True), attempt__state="to_be_graded")
