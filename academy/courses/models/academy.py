"""The academy's home."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.models import ForAudience, StorefrontPage

from ..shelf import Shelf


class AcademyPage(ForAudience, StorefrontPage):
    """The academy's home: all courses that the visitor may know of, to be narrowed by category and
    level. ``?category=product&level=basic``."""

    template = "courses/academy_page.html"
    parent_page_types = ["corporate.HomePage", "corporate.ContentPage"]
    subpage_types = ["courses.CoursePage", "courses.LearningPathPage"]

    intro = models.TextField(_("Introduction"), blank=True, max_length=600)

    content_panels = [
        *StorefrontPage.content_panels,
        FieldPanel("intro"),
        ForAudience.audience_panel,
    ]
    search_fields = [*StorefrontPage.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("Academy")
        verbose_name_plural = _("Academies")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["shelf"] = Shelf.of(self, request.GET)
        return context
