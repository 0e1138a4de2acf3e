"""Influencers' pages."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, Site
from wagtail.search import index

from cms.addresses import routing
from cms.content.blocks import PageBlocksField
from cms.models import StorefrontPage
from markets.lookup import (
    current_edition,
    default_language,
    edition_for_language,
    get_market,
    is_edition,
    language_of,
)
from markets.sellers import address_at, seller_of
from markets.storefront_urls import absolute, canonical, join
from replicated.consultants.models import Consultant

from .. import tree
from ..blocks import InfluencerBlocks
from ..forms import InfluencerPageForm
from ..permissions import OwnPagePermissionTester
from .site import InfluencerSite


class InfluencerPage(StorefrontPage):
    """A page of an influencer's site, served under their alias only."""

    class Kind(models.TextChoices):
        HOME = "home", _("Home")
        STORY = "story", _("Story")
        LIFESTYLE = "lifestyle", _("Lifestyle")
        FAVOURITES = "favourites", _("Favorites")
        OTHER = "other", _("Another page")

    template = "influencers/influencer_page.html"
    parent_page_types = ["influencers.InfluencerPage"]
    subpage_types = ["influencers.InfluencerPage"]
    base_form_class = InfluencerPageForm
    show_in_menus_default = False

    kind = models.CharField(
        _("Kind of page"), max_length=10, choices=Kind, default=Kind.OTHER, editable=False
    )
    body = PageBlocksField(InfluencerBlocks, blank=True, verbose_name=_("Body"))

    content_panels = [*StorefrontPage.content_panels, FieldPanel("body")]
    search_fields = [*StorefrontPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("Influencer's page")
        verbose_name_plural = _("Influencers' pages")

    @property
    def opens_with_hero(self) -> bool:
        """Whether the first block contains the page's h1."""
        raw = self.body.raw_data
        return bool(raw) and raw[0]["type"] == "hero" and not raw[0]["value"].get("markets")

    @property
    def is_home(self) -> bool:
        return self.depth == tree.HOME_DEPTH

    # --- Whose it is

    @cached_property
    def consultant(self) -> Consultant | None:
        """The consultant whose page it is; None for pages of the template."""
        pk = tree.consultant_pk_of(self)
        return Consultant.objects.select_related("person").filter(pk=pk).first() if pk else None

    @cached_property
    def base(self) -> str:
        """The path prefix of its site (``markets.sellers``); "" for pages of the template."""
        return f"/@{self.consultant.alias}" if self.consultant else ""

    @cached_property
    def branch(self) -> dict[str, str]:
        """The home page's path in each language (``cms.addresses.routing.within``)."""
        return tree.branch_of(tree.split(self)[0].strip("/").rpartition("/")[2])

    def permissions_for_user(self, user):
        return OwnPagePermissionTester(user, self)

    # --- Addresses

    def get_url_parts(self, request=None):
        """URL parts with the seller's alias, in the reader's edition if the page exists in it."""
        sites = Site.get_site_root_paths()
        if not self.base or not sites:
            return None
        home_language = self.locale.language_code
        active = translation.get_language() or ""
        if not is_edition(active) or home_language not in (
            language_of(active),
            default_language(),
        ):
            market = get_market(self.consultant.market)
            active = edition_for_language(home_language, prefer=market)
        path = join(edition=active, rest=tree.split(self)[1], alias=self.consultant.alias)
        return sites[0].site_id, settings.PUBLIC_URL.rstrip("/"), path

    def public_address(self, path: str, edition: str) -> str:
        """The canonical URL. Only these pages have the seller's alias in it."""
        return address_at(self.base, path, edition) if self.base else canonical(path, edition)

    @cached_property
    def above(self) -> tuple[Page, ...]:
        if self.depth <= tree.HOME_DEPTH:
            return ()
        return tuple(self.get_ancestors().filter(depth__gte=tree.HOME_DEPTH, live=True))

    def breadcrumb(self) -> list[tuple[str, str]]:
        return [
            (str(_("Home")) if page.depth == tree.HOME_DEPTH else page.title, tree.split(page)[1])
            for page in (*self.above, self)
        ]

    # --- Serving

    def serve(self, request, *args, **kwargs):
        """Serve the page on its own site; raises Http404 elsewhere."""
        seller = seller_of(request)
        is_own = seller is not None and seller.pk == tree.consultant_pk_of(self)
        if is_own:
            self.base = f"/@{seller.alias}"
        if not (is_own and seller.is_influencer) and not getattr(request, "is_preview", False):
            raise Http404
        with routing.within(self.branch):
            return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        context["own_pages"] = self.own_pages()
        return context

    def own_pages(self) -> list[Page]:
        """The home page and its live children, for navigation. One query."""
        home = tree.split(self)[0]
        pages = Page.objects.filter(
            models.Q(url_path=home) | models.Q(depth=tree.HOME_DEPTH + 1, live=True),
            url_path__startswith=home,
        )
        return list(pages.order_by("path"))

    def _get_dummy_header_url(self, original_request=None):
        """The URL for previews: on its site, or without the alias while the site is closed."""
        edition = self._preview_edition or current_edition()
        is_open = self.consultant is not None and self.consultant.has_open_site
        path = join(
            edition=edition,
            rest=tree.split(self)[1],
            alias=self.consultant.alias if is_open else "",
        )
        if original_request is not None:
            return original_request.build_absolute_uri(path)
        return absolute(path)

    # --- Checks

    def clean(self):
        """Raises ValidationError if the company's URLs use the slug."""
        super().clean()
        if self.depth == tree.HOME_DEPTH:
            former = type(self).objects.filter(pk=self.pk).values_list("slug", flat=True).first()
            if former and former != self.slug:
                raise ValidationError({"slug": _("The address of a site's home page is fixed.")})
        elif self.depth == tree.HOME_DEPTH + 1 and tree.is_taken(self.slug):
            raise ValidationError(
                {"slug": _("The company has a page at this address. Choose another one.")}
            )


def homes_of(site: InfluencerSite) -> models.QuerySet[InfluencerPage]:
    """The home page of a site in each language."""
    return InfluencerPage.objects.filter(translation_key=site.home_key)
