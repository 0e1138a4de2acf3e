from django.db import models
from django.http import Http404
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from markets.fields import MarketsField, is_for_market
from markets.lookup import (
    current_edition,
    default_language,
    is_edition,
    language_of,
    market_of,
)
from markets.storefront_urls import canonical, in_edition

from ...addresses import routing, translations
from ...frame import site_frame
from .. import references, restricted
from ..edition_preview import EditionPreview


class StorefrontPage(EditionPreview, Page):
    """The base class of all pages of the storefront.

    A page is 404 in a market that is not among its ``markets``. A page without a translation is
    shown in the default language at the visitor's own address, with a notice.
    """

    # False for a page that is only a template for others: it is in no sitemap.
    has_address = True

    summary = models.CharField(
        _("Summary"),
        max_length=255,
        blank=True,
        help_text=_("For search results and shared links, in one or two sentences."),
    )
    share_image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Picture for shared links"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    markets = MarketsField()
    hidden_from_search = models.BooleanField(
        _("Hide from search engines"), default=False, help_text=_("Adds noindex to the page.")
    )

    content_panels = Page.content_panels
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("summary"),
                FieldPanel("share_image"),
                FieldPanel("hidden_from_search"),
            ],
            heading=_("For search engines and shared links"),
        ),
        MultiFieldPanel([FieldPanel("markets")], heading=_("Markets")),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    # --- Copies in other languages

    def save(self, *args, **kwargs):
        freed = translations.is_freed_copy(self)
        result = super().save(*args, **kwargs)
        if freed:
            translations.make_draft(self)
        return result

    def update_aliases(self, **kwargs):
        """Aliases follow the published page: one that is only scheduled publishes none."""
        if self.live:
            super().update_aliases(**kwargs)
        else:
            translations.hide_copies(self)

    update_aliases.alters_data = True

    # --- Addresses

    def get_url_parts(self, request=None):
        """Within an edition the page's address is in that edition, also where it is not translated:
        there it is shown with a notice.
        """
        parts = super().get_url_parts(request)
        active = translation.get_language() or ""
        if not parts or parts[2] is None or not is_edition(active):
            return parts
        own = self.locale.language_code
        if own not in (language_of(active), default_language()):
            return parts
        site_id, root_url, path = parts
        return site_id, root_url, in_edition(path, active)

    @cached_property
    def family(self) -> routing.Family:
        """Its live translations; set by the view that found the page."""
        return routing.family_of(self)

    def paths(self) -> dict[str, str]:
        """Neutral paths by language, of the languages that it is translated into."""
        paths = self.family.paths()
        if not paths:  # a draft
            paths = {self.content_language: routing.page_path(self)}
        return paths

    @cached_property
    def content_language(self) -> str:
        """The language of its text; for an alias that of its source."""
        own = self.locale.language_code
        return self.family.content_language(own) if own in self.family.members else own

    def is_fallback(self, edition: str) -> bool:
        """Whether it is shown in another language than the edition's."""
        return self.content_language != language_of(edition)

    def is_for(self, edition: str) -> bool:
        return is_for_market(self.markets, market_of(edition).code)

    def canonical_in(self, edition: str) -> str:
        """The canonical address; for an untranslated page that of its source."""
        home = routing.source_edition(self.content_language, edition)
        path = self.paths().get(self.content_language) or routing.page_path(self)
        return self.public_address(path, home)

    def public_address(self, path: str, edition: str) -> str:
        """The absolute, canonical address of one of its ``paths()``."""
        return canonical(path, edition)

    @cached_property
    def above(self) -> tuple[Page, ...]:
        """Live pages from the home page down; set by the view that found the page."""
        if self.depth <= 2:
            return ()
        return tuple(self.get_ancestors().filter(depth__gte=2, live=True))

    def breadcrumb(self) -> list[tuple[str, str]]:
        """(title, neutral path) from home to the page itself. Home is called that everywhere:
        its own title is written for search results."""
        return [
            (str(_("Home")) if page.depth == 2 else page.title, routing.page_path(page))
            for page in (*self.above, self)
        ]

    # --- Serving

    def stream_data(self) -> list:
        """Raw data of its streams, for ``content.references``."""
        return [
            getattr(self, field.name).raw_data
            for field in self._meta.get_fields()
            if isinstance(field, StreamField)
        ]

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        edition = getattr(request, "edition", None) or current_edition()
        context["is_fallback"] = self.is_fallback(edition)
        context["content_language"] = self.content_language
        return context

    def serve(self, request, *args, **kwargs):
        """Raises Http404 in a market that the page is not for, and where the visitor may not know
        of it. The response is rendered."""
        edition = getattr(request, "edition", None) or current_edition()
        is_open = True
        if not getattr(request, "is_preview", False):
            if not self.is_for(edition) or not restricted.may_know(self):
                raise Http404
            is_open = restricted.may_read(self)
        request.storefront_page = self
        with references.fetched_for(*self.stream_data() if is_open else ()):
            if is_open:
                response = self.respond(request, *args, **kwargs)
            else:
                response = self.respond_with_teaser(request)
            if hasattr(response, "render"):
                response.render()
        return response

    def respond(self, request, *args, **kwargs):
        """The response itself: pages that take a form override this."""
        is_preview = getattr(request, "is_preview", False)
        response = super().serve(request, *args, **kwargs)
        request.is_preview = is_preview
        return response

    def respond_with_teaser(self, request):
        """The response for who may know of the page and not read it."""
        raise Http404

    def get_view_restrictions(self):
        # Read on every view; most sites have no restrictions at all.
        if not site_frame.current().has_restrictions:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    # --- Preview

    def is_previewed_in(self, market) -> bool:
        return is_for_market(self.markets, market.code)

    def preview_path(self, edition) -> str:
        return routing.page_path(self) or "/"

    def serve_preview(self, request, mode_name):
        request.is_preview = True
        return self.serve(request)
