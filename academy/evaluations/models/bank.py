"""The bank of questions: one row per language, drafted, previewed and translated like a page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
)
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.content.blocks import PageBlocksField

from ..blocks import DIFFICULTIES, QuestionBlocks
from ..kinds import kind_choices
from ..preview import DrawnAlone, cards_of
from ..querysets import BankQuerySet, QuestionQuerySet


class QuestionTopic(TranslatableMixin, models.Model):
    """What questions are about. In another language it is a translation of the same topic."""

    title = models.CharField(_("Name"), max_length=120)

    translatable_fields = [TranslatableField("title")]

    class Meta(TranslatableMixin.Meta):
        ordering = ["title", "pk"]
        verbose_name = _("Question topic")
        verbose_name_plural = _("Question topics")

    def __str__(self) -> str:
        return self.title


class BankWords(
    DrawnAlone,
    PreviewableMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    models.Model,
):
    """What trainers write in one language. ``locale`` is a fact, not a draft."""

    objects = BankQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        abstract = True


class Question(BankWords):
    """One question in one language. What it offers and what is right about it is one block of its
    kind (``kinds``)."""

    prompt = models.TextField(
        _("Question"), max_length=1000, help_text=_("What is asked, in plain words.")
    )
    picture = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    picture_alt = models.CharField(
        _("Alternative text"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows. It must not give the answer away."),
    )
    topic = models.ForeignKey(
        QuestionTopic,
        verbose_name=_("Topic"),
        related_name="questions",
        null=True,
        on_delete=models.SET_NULL,
    )
    difficulty = models.CharField(
        _("Difficulty"), max_length=8, choices=DIFFICULTIES, default="medium"
    )
    content = PageBlocksField(QuestionBlocks, verbose_name=_("Kind and answers"))
    # Of the block in ``content``, for lists and filters.
    kind = models.CharField(
        _("Kind"), max_length=20, choices=kind_choices, blank=True, editable=False
    )
    feedback = models.TextField(
        _("Feedback to everyone"),
        max_length=1000,
        blank=True,
        help_text=_("Appears in the review, whatever was answered."),
    )

    objects = QuestionQuerySet.as_manager()

    translatable_fields = [
        TranslatableField("prompt"),
        SynchronizedField("picture", overridable=False),
        TranslatableField("picture_alt"),
        TranslatableField("topic"),
        SynchronizedField("difficulty", overridable=False),
        TranslatableField("content"),
        TranslatableField("feedback"),
    ]

    class Meta(BankWords.Meta):
        ordering = ["-pk"]
        verbose_name = _("Question")
        verbose_name_plural = _("Questions")
        indexes = [
            models.Index(fields=["locale", "topic", "difficulty", "live"], name="questions_drawn")
        ]

    def __str__(self) -> str:
        return Truncator(" ".join(self.prompt.split())).chars(90)

    @property
    def block(self):
        """The one block with what it offers; None in an unfinished draft."""
        return self.content[0] if len(self.content) else None

    def preview_context(self) -> dict:
        return {"cards": cards_of([self])}

    def clean(self):
        super().clean()
        self._take_topic_in_own_language()
        if self.picture_id and not self.picture_alt:
            raise ValidationError({"picture_alt": _("Describe the picture.")})

    def save(self, *args, **kwargs):
        self.kind = self.block.block_type if self.block else ""
        super().save(*args, **kwargs)

    def _take_topic_in_own_language(self) -> None:
        """A topic that was chosen in another language becomes its translation. Raises
        ValidationError where there is none."""
        if not (self.locale_id and self.topic_id) or self.topic.locale_id == self.locale_id:
            return
        own = self.topic.get_translation_or_none(self.locale)
        if own is None:
            raise ValidationError({"topic": _("Translate this topic first, or choose another.")})
        self.topic = own
