"""The academy's home."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.addresses.routing import page_path
from cms.content import restricted
from cms.models import ForAudience, StorefrontPage
from markets.fields import is_for_market
from markets.lookup import current_market
from markets.storefront_urls import in_edition

from ..shelf import Shelf
from .paths import LearningPathPage


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
        FieldPanel("audience"),
    ]
    search_fields = [*StorefrontPage.search_fields, index.SearchField("intro")]

    class Meta:
        verbose_name = _("Academy")
        verbose_name_plural = _("Academies")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        shelf = context["shelf"] = Shelf.of(self, request.GET)
        context["paths"] = [] if shelf.is_narrowed else self.learning_paths()
        return context

    def learning_paths(self) -> list[dict]:
        """The learning paths below it that the visitor may know of. One query."""
        known = restricted.known(LearningPathPage.objects.live().child_of(self).order_by("path"))
        market = current_market().code
        return [
            {"title": one.title, "summary": one.summary, "url": in_edition(page_path(one))}
            for one in known.defer("steps")
            if is_for_market(one.markets, market)
        ]
