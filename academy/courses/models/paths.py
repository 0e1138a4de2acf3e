"""Learning paths: courses in an order, each with the days in which it is to be done."""

from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.content.blocks import PageBlock
from cms.models import ForAudience, StorefrontPage
from people.audiences import names_of

from ..shelf import cards_of


class StepBlock(blocks.StructBlock):
    page = PageBlock(page_type="courses.CoursePage", label=_("Course"))
    days = blocks.IntegerBlock(
        label=_("Days after the start"),
        required=False,
        min_value=1,
        max_value=730,
        help_text=_("By when it is due, counted from the day on which someone begins the path."),
    )

    class Meta:
        label = _("Course")
        icon = "doc-full"


class LearningPathPage(ForAudience, StorefrontPage):
    """Courses in their order. Whoever begins it is in all of them, each with its own due date."""

    template = "courses/learning_path_page.html"
    teaser_template = "courses/course_teaser.html"
    parent_page_types = ["courses.AcademyPage"]
    subpage_types = []

    # A path has no picture of its own: its courses have theirs.
    image, image_alt = None, ""

    steps = StreamField([("course", StepBlock())], blank=True, verbose_name=_("Courses in order"))

    content_panels = [
        *StorefrontPage.content_panels,
        FieldPanel("steps"),
        ForAudience.audience_panel,
    ]

    class Meta:
        verbose_name = _("Learning path")
        verbose_name_plural = _("Learning paths")

    def courses(self) -> list[tuple]:
        """(key of the course, days) in their order, each course once."""
        found = {}
        for block in self.steps:
            page = block.value["page"]
            if page is not None and page.live:
                found.setdefault(page.translation_key, block.value["days"])
        return list(found.items())

    @property
    def audience_names(self) -> list[str]:
        """For whom it is, in words. A query."""
        return names_of(self.audience)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        steps = self.courses()
        cards = cards_of(key for key, _days in steps)
        context["steps"] = [
            {"card": cards[key], "days": days} for key, days in steps if key in cards
        ]
        return context

    def respond_with_teaser(self, request):
        return TemplateResponse(
            request, self.teaser_template, StorefrontPage.get_context(self, request)
        )
