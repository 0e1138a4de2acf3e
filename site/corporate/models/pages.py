from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.content.blocks import PageBlocksField
from cms.content.form_blocks import AnswersForms
from cms.models import InContentPlan, StorefrontPage

from ..blocks import ContentBlocks


class BodyPage(InContentPlan, AnswersForms, StorefrontPage):
    """A page made of blocks. Where none of them opens it, its title does."""

    body = PageBlocksField(ContentBlocks, blank=True, verbose_name=_("Body"))

    content_panels = [*StorefrontPage.content_panels, FieldPanel("body")]
    promote_panels = [InContentPlan.plan_panel, *StorefrontPage.promote_panels]
    search_fields = [*StorefrontPage.search_fields, index.SearchField("body")]

    class Meta:
        abstract = True

    @property
    def opens_with_hero(self) -> bool:
        """Whether the first block brings the page's one h1 with it."""
        raw = self.body.raw_data
        return bool(raw) and raw[0]["type"] == "hero" and not raw[0]["value"].get("markets")


class HomePage(BodyPage):
    """The front door of a language. There is one for each."""

    template = "corporate/home_page.html"
    parent_page_types = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("Home page")
        verbose_name_plural = _("Home pages")

    @classmethod
    def can_create_at(cls, parent):
        # One a language, and languages have theirs from the tree's synchronisation.
        return False


class ContentPage(BodyPage):
    """Story, services, benefits, legal texts, landing pages: whatever blocks can tell."""

    template = "corporate/content_page.html"
    parent_page_types = ["corporate.HomePage", "corporate.ContentPage"]

    class Meta:
        verbose_name = _("Content page")
        verbose_name_plural = _("Content pages")
