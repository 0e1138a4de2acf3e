from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField, TranslatableField

from markets.fields import MarketsField
from people.audiences import AudienceField

from ..querysets import BoardQuerySet


class Board(TranslatableMixin, models.Model):
    """A place for threads, in one language. The same board in another language is another row
    with threads of its own, and its translation."""

    title = models.CharField(_("Title"), max_length=80)
    slug = models.SlugField(
        _("In the address"),
        max_length=80,
        blank=True,
        help_text=_("Leave empty to make it of the title."),
    )
    summary = models.CharField(
        _("What it is for"), max_length=200, blank=True, help_text=_("One or two sentences.")
    )
    audience = AudienceField(verbose_name=_("Who may read and write"))
    markets = MarketsField()
    # The course whose board it is (``Course.key``); none for topics of general interest. Whoever
    # makes boards of courses knows what it names.
    course_key = models.UUIDField(null=True, blank=True, editable=False, db_index=True)
    position = models.PositiveSmallIntegerField(
        _("Position"), default=0, help_text=_("The board with the lowest stands first.")
    )
    is_shown = models.BooleanField(
        _("Shown"), default=True, help_text=_("Switched off, only moderators see it.")
    )
    takes_threads = models.BooleanField(
        _("Members may start threads"),
        default=True,
        help_text=_("Switched off, only moderators start threads; members reply."),
    )

    objects = BoardQuerySet.as_manager()

    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("summary"),
        FieldPanel("audience"),
        FieldPanel("markets"),
        FieldPanel("takes_threads"),
        FieldPanel("is_shown"),
        FieldPanel("position"),
    ]
    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("summary"),
        SynchronizedField("audience"),
        SynchronizedField("markets"),
        SynchronizedField("position"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("Board")
        verbose_name_plural = _("Boards")
        ordering = ["position", "title", "pk"]
        # One that is over is switched off: its threads and their addresses stay.
        default_permissions = ("add", "change", "view")
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"],
                name="forum_board_once",
                violation_error_message=_("Another board in this language has this address."),
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self):
        super().clean()
        self._fill_slug()
        if not self.slug:
            raise ValidationError({"slug": _("Write how it is called in the address.")})
        # The locale is no form field, so the database alone would answer with an error page.
        taken = type(self).objects.exclude(pk=self.pk).filter(slug=self.slug)
        if self.locale_id and taken.filter(locale_id=self.locale_id).exists():
            raise ValidationError({"slug": _("Another board in this language has this address.")})

    def save(self, *args, **kwargs):
        self._fill_slug()
        super().save(*args, **kwargs)

    def _fill_slug(self) -> None:
        self.slug = self.slug or slugify(self.title)[:80].strip("-")

    @property
    def language(self) -> str:
        """The content language that its threads are written in."""
        return self.locale.language_code
