"""When a question was wrong: what was done about it, by whom and why, and what it changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .attempts import AttemptQuestion


class RegradingRule(models.TextChoices):
    NEW_KEY = "new_key", _("Score by what the question says is right now")
    EVERYBODY = "everybody", _("Give everyone full points for it")


class Regrading(models.Model):
    """One act: every answer to a question was scored again."""

    token = models.UUIDField(unique=True, editable=False)
    question_key = models.UUIDField(db_index=True)
    prompt = models.CharField(_("Question"), max_length=200)
    rule = models.CharField(_("How to score"), max_length=10, choices=RegradingRule.choices)
    keeps_points = models.BooleanField(_("No one loses points"), default=True)
    reason = models.TextField(_("Reason"), max_length=1000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("By"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("When"))

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("Regrading")
        verbose_name_plural = _("Regradings")
        default_permissions = ("view",)
        permissions = [("regrade", "Can score the answers to a question again")]
        constraints = [
            models.CheckConstraint(name="regrading_has_a_reason", condition=~Q(reason=""))
        ]

    def __str__(self) -> str:
        return self.prompt


class RegradedAnswer(models.Model):
    """What an act changed: the key, the answer's share, and the attempt's score in percent."""

    regrading = models.ForeignKey(Regrading, related_name="answers", on_delete=models.CASCADE)
    answer = models.ForeignKey(AttemptQuestion, related_name="regraded", on_delete=models.CASCADE)
    key_before = models.JSONField()
    score_before = models.DecimalField(max_digits=6, decimal_places=5, null=True)
    score_after = models.DecimalField(max_digits=6, decimal_places=5, null=True)
    attempt_before = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    attempt_after = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    passed_before = models.BooleanField(null=True)
    passed_after = models.BooleanField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["regrading", "answer"], name="regraded_answer_once")
        ]

    def __str__(self) -> str:
        return f"{self.answer_id}: {self.score_before} → {self.score_after}"
