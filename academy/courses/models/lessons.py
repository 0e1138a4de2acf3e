"""Modules and lessons: the pages below a course."""

from django.db import models
from django.http import Http404, HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.content.blocks import PageBlocksField
from cms.models import StorefrontPage

from ..blocks import LessonBlocks
from ..notices import notice_in
from ..outline import entries_of


class ModulePage(StorefrontPage):
    """A part of a course. It has no page of its own: its address leads to its place in the
    course."""

    has_address = False
    parent_page_types = ["courses.CoursePage"]
    subpage_types = ["courses.LessonPage"]

    class Meta:
        verbose_name = _("Module of a course")
        verbose_name_plural = _("Modules of courses")

    def respond(self, request, *args, **kwargs):
        return HttpResponseRedirect(self.get_parent().get_url(request) + f"#{self.slug}")


class LessonPage(StorefrontPage):
    """A lesson of a course."""

    template = "courses/lesson_page.html"
    parent_page_types = ["courses.ModulePage", "courses.CoursePage"]
    subpage_types = []

    minutes = models.PositiveSmallIntegerField(
        _("Minutes"), default=5, help_text=_("How long it takes, about.")
    )
    optional = models.BooleanField(
        _("Optional"), default=False, help_text=_("The course is finished without it.")
    )
    body = PageBlocksField(LessonBlocks, blank=True, verbose_name=_("Lesson"))

    content_panels = [
        *StorefrontPage.content_panels,
        MultiFieldPanel([FieldPanel("minutes"), FieldPanel("optional")], heading=_("Length")),
        FieldPanel("body"),
    ]
    search_fields = [*StorefrontPage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("minutes", "optional")
    ]

    class Meta:
        verbose_name = _("Lesson")
        verbose_name_plural = _("Lessons")

    def respond(self, request, *args, **kwargs):
        """Raises Http404 where its course or module is not published."""
        is_preview = getattr(request, "is_preview", False)
        if not is_preview and self.get_ancestors().filter(live=False).exists():
            raise Http404
        return super().respond(request, *args, **kwargs)

    @cached_property
    def course(self):
        """The page of the course that it is a lesson of."""
        above = reversed(self.above or tuple(self.get_ancestors()))
        return next(page.specific for page in above if hasattr(page.specific_class, "chapters"))

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["said"] = notice_in(request)
        entries = list(entries_of(self.course.chapters))
        places = {entry.key: number for number, entry in enumerate(entries)}
        number = places.get(str(self.translation_key))
        context["chapters"] = self.course.chapters
        if number is not None:
            context["number"], context["count"] = number + 1, len(entries)
            context["previous_lesson"] = entries[number - 1] if number else None
            context["next_lesson"] = entries[number + 1] if number + 1 < len(entries) else None
        return context
