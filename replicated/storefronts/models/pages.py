"""The consultants' page: the home page of every consultant's site, edited once per language."""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.addresses import routing
from cms.addresses.translations import with_origin
from cms.content.blocks import PageBlocksField
from cms.models import StorefrontPage
from cms.page_cache import show_seller
from markets.lookup import current_edition, default_language
from markets.storefront_urls import canonical

from ..blocks import ConsultantBlocks


class ConsultantPage(StorefrontPage):
    """The home page of all standard consultants' sites. It has no URL of its own: on a consultant's
    site it is served in place of the company's home page.
    """

    template = "storefronts/consultant_page.html"
    has_address = False
    # Blocks that contain the page's h1.
    openings = ("greeting", "hero")
    max_count_per_parent = 1

    body = PageBlocksField(ConsultantBlocks, blank=True, verbose_name=_("Body"))
    sample_consultant = models.ForeignKey(
        "consultants.Consultant",
        verbose_name=_("Consultant in the preview"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Whose site the preview shows. Empty: a made-up one."),
    )

    content_panels = [
        *StorefrontPage.content_panels,
        FieldPanel("body"),
        FieldPanel("sample_consultant"),
    ]

    class Meta:
        verbose_name = _("Consultants' page")
        verbose_name_plural = _("Consultants' pages")

    # --- URLs

    @classmethod
    def for_language(cls, language: str):
        """The page for a language, else for the default language, with its translations; None if
        there is neither. One query.
        """
        live = with_origin(cls.objects.live())
        pages = list(live.select_related("locale").order_by("path"))
        if not pages:
            return None
        family = routing.Family()
        for page in pages:
            if page.translation_key == pages[0].translation_key:
                family.members[page.locale.language_code] = page
        page = family.members.get(language) or family.members.get(default_language())
        if page is not None:
            page.family, page.above = family, ()
        return page

    def get_url_parts(self, request=None):
        """None: the page has no URL of its own."""
        return None

    def paths(self) -> dict[str, str]:
        """The path of the home page in each language; for search engines it is the company's."""
        return dict.fromkeys(self.family.languages() or [self.content_language], "/")

    def public_address(self, path: str, edition: str) -> str:
        return canonical("/", edition)

    def breadcrumb(self) -> list[tuple[str, str]]:
        return [(str(_("Home")), "/")]

    def serve(self, request, *args, **kwargs):
        if getattr(request, "seller", None) is None or request.path_info != _home_of(request):
            raise Http404
        show_seller(request)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["seller"] = request.seller
        context["has_contact_card"] = "contact_card" in self.block_types
        return context

    @property
    def block_types(self) -> list[str]:
        return [block["type"] for block in self.body.raw_data]

    @property
    def opens_with_heading(self) -> bool:
        raw = self.body.raw_data
        return bool(raw) and raw[0]["type"] in self.openings and not raw[0]["value"].get("markets")

    # --- Preview

    def serve_preview(self, request, mode_name):
        from .. import presentation
        from ..resolving import seller_from

        chosen = self.sample_consultant
        request.seller = seller_from(chosen) if chosen else presentation.sample()
        request.path_info = _home_of(request)
        return super().serve_preview(request, mode_name)


def _home_of(request) -> str:
    return f"/{getattr(request, 'edition', None) or current_edition()}/"


def overlay(request, path: str, language: str) -> routing.Found | None:
    """Overlay for ``cms.addresses.routing.register_overlay``: the home page of a seller's site."""
    if path != "/":
        return None
    page = ConsultantPage.for_language(language)
    if page is None or not page.is_for(request.edition):
        return None
    return routing.Found(page=page, family=page.family)
