from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from cms.content.blocks.base import SMALL_TEXT_FEATURES
from cms.content.form_blocks import AnswersForms
from cms.models import InContentPlan, StorefrontPage
from markets.lookup import current_variant

from ..blocks import ContentBlocks


class BodyPage(InContentPlan, AnswersForms, StorefrontPage):
    """A page made of blocks. Where none of them opens it, its title does."""

    body = StreamField(ContentBlocks(), blank=True, verbose_name=_("Body"))

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


class ContactPage(InContentPlan, StorefrontPage):
    """How to write to the company. What is written is kept, mailed and answered."""

    template = "corporate/contact_page.html"
    parent_page_types = ["corporate.HomePage", "corporate.ContentPage"]
    allowed_http_methods = ["GET", "HEAD", "OPTIONS", "POST"]

    intro = RichTextField(_("Introduction"), blank=True, features=SMALL_TEXT_FEATURES)
    subjects = models.TextField(
        _("Subjects"), blank=True, help_text=_("One per line. Empty: people write their own.")
    )
    consent_text = RichTextField(
        _("Consent"),
        features=["link"],
        help_text=_("What the box that must be checked says, with a link to the privacy page."),
    )
    thanks = models.TextField(_("Thanks"), blank=True)
    mail_to = models.EmailField(
        _("Email messages to"), blank=True, help_text=_("Messages are saved in any case.")
    )

    content_panels = [
        *StorefrontPage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("subjects"), FieldPanel("consent_text"), FieldPanel("thanks")],
            heading=_("Form"),
        ),
        FieldPanel("mail_to"),
    ]
    promote_panels = [InContentPlan.plan_panel, *StorefrontPage.promote_panels]

    class Meta:
        verbose_name = _("Contact page")
        verbose_name_plural = _("Contact pages")

    @property
    def subject_choices(self) -> list[str]:
        return [line.strip() for line in self.subjects.splitlines() if line.strip()]

    def respond(self, request, *args, **kwargs):
        from ..views import answer_contact

        if request.method == "POST":
            return answer_contact(request, self)
        return super().respond(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        from ..views import contact_form, shown_number

        context = super().get_context(request, *args, **kwargs)
        variant = getattr(request, "variant", None) or current_variant()
        context["form"] = contact_form(self, variant, order=request.GET.get("order", ""))
        context["sent"] = "sent" in request.GET
        context["number"] = shown_number(request)
        return context
