"""A course's page: what it is about, and its outline."""

from django.db import models
from django.template.response import TemplateResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.addresses.routing import page_path
from cms.content import restricted
from cms.content.blocks import PageBlock, PageBlocksField
from cms.models import ForAudience, StorefrontPage
from markets.storefront_urls import in_edition
from people.audiences import names_of

from ..blocks import CourseBlocks
from ..contents import chapters_below
from ..notices import notice_in
from ..outline import entries_of
from .categories import CourseCategory


class Level(models.TextChoices):
    BASIC = "basic", pgettext_lazy("the level of a course", "To begin with")
    FURTHER = "further", pgettext_lazy("the level of a course", "To continue with")
    EXPERT = "expert", pgettext_lazy("the level of a course", "For experts")


class Enrolling(models.TextChoices):
    """Who may begin a course."""

    FREE = "free", _("Whoever it is for")
    INVITED = "invited", _("Whoever is invited or assigned")


class CoursePage(ForAudience, StorefrontPage):
    """A course: what it is about, and its outline. Modules and lessons are the pages below it.

    Learners' rows name ``models.Course`` of the same ``translation_key``, which is written when the
    page is first published (``services.publish_outline``).
    """

    template = "courses/course_page.html"
    teaser_template = "courses/course_teaser.html"
    parent_page_types = ["courses.AcademyPage"]
    subpage_types = ["courses.ModulePage", "courses.LessonPage"]

    category = models.ForeignKey(
        CourseCategory,
        verbose_name=_("Course category"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    level = models.CharField(_("Level"), max_length=8, choices=Level, default=Level.BASIC)
    image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(_("Alternative text"), max_length=255, blank=True)
    body = PageBlocksField(CourseBlocks, blank=True, verbose_name=_("About the course"))
    enrolling = models.CharField(
        _("Who may begin it"), max_length=8, choices=Enrolling, default=Enrolling.FREE
    )
    in_order = models.BooleanField(
        _("Lessons in their order"),
        default=False,
        help_text=_("A lesson is opened once the one before it is finished."),
    )
    moves_learners = models.BooleanField(
        _("Learners are moved on to new versions"),
        default=True,
        help_text=_(
            "When lessons are added or taken out: whoever began the course gets the new outline. "
            "Otherwise they finish the one that they began. What they finished stays finished."
        ),
    )
    prerequisites = StreamField(
        [("page", PageBlock(page_type="courses.CoursePage", label=_("Course")))],
        blank=True,
        verbose_name=_("Courses to finish before"),
    )

    content_panels = [
        *StorefrontPage.content_panels,
        MultiFieldPanel(
            [FieldPanel("category"), FieldPanel("level")], heading=_("Where it is found")
        ),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Picture")),
        FieldPanel("body"),
        ForAudience.audience_panel,
        MultiFieldPanel(
            [
                FieldPanel("enrolling"),
                FieldPanel("prerequisites"),
                FieldPanel("in_order"),
                FieldPanel("moves_learners"),
            ],
            heading=_("Taking it"),
        ),
    ]
    search_fields = [*StorefrontPage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        *ForAudience.override_translatable_fields,
        *(
            SynchronizedField(name, overridable=False)
            for name in ("category", "level", "enrolling", "in_order", "moves_learners")
        ),
    ]

    class Meta:
        verbose_name = _("Course")
        verbose_name_plural = _("Courses")

    @cached_property
    def chapters(self):
        """The modules with their lessons, as the visitor's page shows them. Two queries."""
        return chapters_below(self)

    @property
    def minutes(self) -> int:
        return sum(entry.minutes for entry in entries_of(self.chapters))

    @property
    def audience_names(self) -> list[str]:
        """For whom it is, in words. A query."""
        return names_of(self.audience)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["said"] = notice_in(request)
        context["lessons"] = list(entries_of(self.chapters))
        context["before"] = [
            {"title": block.value.title, "url": in_edition(path)}
            for block in self.prerequisites
            if block.value
            and block.value.live
            and restricted.may_know(block.value)
            and (path := page_path(block.value))
        ]
        return context

    def respond_with_teaser(self, request):
        return TemplateResponse(
            request, self.teaser_template, StorefrontPage.get_context(self, request)
        )
