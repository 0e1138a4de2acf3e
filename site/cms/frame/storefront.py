"""``storefront`` in every template: the site's frame, and this page in other editions.

Lazy: a response that shows no frame costs nothing. It reads neither user nor session, so that
pages can be cached.
"""

from collections.abc import Callable
from functools import cached_property

from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from markets.lookup import (
    all_markets,
    current_edition,
    default_market,
    html_language,
    language_of,
    market_of,
)
from markets.names import country_name, language_in_words, language_name
from markets.sellers import Seller, seller_of
from markets.storefront_urls import absolute, canonical, in_edition, neutral

from ..addresses.named_links import NAMED_PAGES, link_to, named_url
from ..addresses.routing import source_edition
from ..page_cache import freshness
from . import announcements, structured_data
from .presentation import (
    Alternate,
    AnnouncementView,
    Column,
    CountryChoice,
    EditionChoice,
    FooterView,
    Link,
    MarketView,
    MenuLink,
    Switch,
)
from .site_frame import SiteFrame
from .site_frame import current as current_site_frame
from .values import BrandSummary, Frame, Line


class Storefront:
    """One request's view of the frame. See ``docs/front-end.md`` for what templates use.

    Views may set on the request: ``storefront_page`` (set by pages themselves),
    ``storefront_alternates`` ({language: neutral path} of something whose slug is translated),
    ``storefront_markets`` (codes; empty or unset is all), ``storefront_says_where`` (its address
    answers in the other markets too, and says where it is), ``storefront_canonical`` (neutral
    path), ``storefront_robots`` and ``storefront_notice`` (texts), ``storefront_breadcrumb``
    ([(label, neutral path)]).
    """

    def __init__(self, request):
        self.request = request

    @cached_property
    def edition(self) -> str:
        return getattr(self.request, "edition", None) or current_edition()

    @cached_property
    def site_frame(self) -> SiteFrame:
        return current_site_frame()

    @cached_property
    def frame(self) -> Frame:
        return self.site_frame.frame(self.edition)

    @cached_property
    def page(self):
        return getattr(self.request, "storefront_page", None)

    @cached_property
    def path(self) -> str:
        """The neutral path that is being served."""
        return neutral(self.request.path_info)

    # --- The frame

    @property
    def brand(self) -> BrandSummary:
        return self.frame.brand

    @cached_property
    def brand_css_url(self) -> str:
        # Not under an alias: the same file for every seller's site.
        prefix = get_script_prefix()
        return "/" + reverse("brand-css", args=[self.site_frame.stylesheet_digest])[len(prefix) :]

    @cached_property
    def menu(self) -> tuple[MenuLink, ...]:
        return tuple(
            MenuLink(
                label=entry.label,
                url=link_to(entry.path),
                current=self._is_current(entry) or any(map(self._is_current, entry.children)),
                children=self._links(entry.children),
                image_url=entry.image_url,
                image_alt=entry.image_alt,
            )
            for entry in self.frame.menu
        )

    @cached_property
    def footer(self) -> FooterView:
        footer, brand = self.frame.footer, self.frame.brand
        owner = footer.small_print or brand.legal_name or brand.name
        return FooterView(
            columns=tuple(
                Column(column.label, self._links(column.children)) for column in footer.columns
            ),
            contact=tuple(Link(line.label, line.path) for line in footer.contact),
            social=brand.social,
            legal=self._links(footer.legal),
            copyright=f"© {timezone.localdate().year} {owner}",
        )

    @cached_property
    def current_entries(self) -> tuple[str, ...]:
        """Paths of the menu entries that are marked as the page one is on."""
        entries = (one for entry in self.frame.menu for one in (entry, *entry.children))
        return tuple(entry.path for entry in entries if self._is_current(entry))

    @cached_property
    def announced(self) -> tuple[Line | None, bool]:
        """The announcement for everybody, and whether a longer one may replace it. The page expires
        when the next one begins or ends.
        """
        lines, now = self.frame.announcements, timezone.now()
        freshness.expires_at(announcements.next_change(lines, now))
        return announcements.public_line(lines, now), announcements.needs_room(lines, now)

    @cached_property
    def announcement(self) -> AnnouncementView | None:
        line = self.announced[0]
        if line is None:
            return None
        lang = "" if line.language == language_of(self.edition) else line.language
        return AnnouncementView(line.text, link_to(line.path), lang)

    @property
    def announcement_needs_room(self) -> bool:
        return self.announced[1]

    def _links(self, entries) -> tuple[Link, ...]:
        return tuple(
            Link(entry.label, link_to(entry.path), self._is_current(entry)) for entry in entries
        )

    def _is_current(self, entry) -> bool:
        if not entry.path.startswith("/") or entry.path == "/":
            return entry.path == self.path
        return self.path.startswith(entry.path.split("?")[0].split("#")[0])

    # --- This page in other editions

    @cached_property
    def _paths(self) -> dict[str, str]:
        """Neutral paths by language, of something whose slug differs by language."""
        if self.page is not None:
            return self.page.paths()
        return getattr(self.request, "storefront_alternates", None) or {}

    @cached_property
    def _markets(self) -> list[str]:
        markets = self.page.markets if self.page is not None else None
        markets = markets or getattr(self.request, "storefront_markets", None)
        return list(markets or [market.code for market in all_markets()])

    def _path_in(self, language: str) -> str:
        """This page's neutral path in a language; its present path where it has no translation."""
        if self._paths:
            return self._paths.get(language) or self._paths.get(self._content_language) or self.path
        return self.path

    @cached_property
    def _content_language(self) -> str:
        if self.page is not None:
            return self.page.content_language
        language = language_of(self.edition)
        if self._paths and language not in self._paths:
            return next(iter(self._paths))
        return language

    @cached_property
    def switch(self) -> Switch:
        return self.switch_to(self.address_in)

    def switch_to(self, address: Callable[[str], str]) -> Switch:
        """The country switch, with ``address(edition)`` as the links."""
        own = language_of(self.edition)
        countries = []
        for market in all_markets():
            countries.append(
                CountryChoice(
                    code=market.code,
                    name=country_name(market, own),
                    currency=market.currency,
                    editions=tuple(
                        EditionChoice(
                            code=code,
                            lang=html_language(code),
                            label=language_name(language_of(code)),
                            url=address(code),
                            current=code == self.edition,
                        )
                        for code in market.editions
                    ),
                )
            )
        market = market_of(self.edition)
        return Switch(
            current_label=f"{country_name(market, own)} · {language_name(own)}",
            countries=tuple(countries),
        )

    def address_in(self, edition: str) -> str:
        """This page in another edition. Where it is not sold or shown there, the home page of that
        edition, unless the view says so itself (``storefront_says_where``)."""
        says_so = getattr(self.request, "storefront_says_where", False)
        if market_of(edition).code not in self._markets and not says_so:
            return in_edition("/", edition)
        url = in_edition(self._path_in(language_of(edition)), edition)
        query = self.request.META.get("QUERY_STRING", "")
        return f"{url}?{query}" if query and self.page is None else url

    @cached_property
    def alternates(self) -> tuple[Alternate, ...]:
        """hreflang: every edition where the page is at home, and x-default."""
        if self.robots.startswith("noindex"):
            return ()
        found = []
        for market in all_markets():
            if market.code not in self._markets:
                continue
            for edition in market.editions:
                language = language_of(edition)
                if not self._paths or language in self._paths:
                    found.append((edition, self.public_address(self._path_in(language), edition)))
        if not found:
            return ()
        addresses = dict(found)
        fallback = addresses.get(default_market().default_edition, found[0][1])
        return (
            *(Alternate(html_language(edition), url) for edition, url in found),
            Alternate("x-default", fallback),
        )

    def public_address(self, path: str, edition: str) -> str:
        """The canonical address of one of this page's neutral paths, for search engines."""
        if self.page is not None:
            return self.page.public_address(path, edition)
        return canonical(path, edition)

    @cached_property
    def is_fallback(self) -> bool:
        """Whether the words are in another language than the visitor's."""
        return self._content_language != language_of(self.edition)

    @cached_property
    def canonical(self) -> str:
        if self.page is not None:
            return self.page.canonical_in(self.edition)
        path = getattr(self.request, "storefront_canonical", None)
        if path is None:
            path = self._path_in(self._content_language)
        if self.is_fallback:
            return canonical(path, source_edition(self._content_language, self.edition))
        return canonical(path, self.edition)

    @cached_property
    def robots(self) -> str:
        own = getattr(self.request, "storefront_robots", "")
        if own:
            return own
        hidden = self.page is not None and self.page.hidden_from_search
        if self.is_fallback or hidden or getattr(self.request, "is_preview", False):
            return "noindex, follow"
        return ""

    @cached_property
    def notice(self) -> str:
        own = getattr(self.request, "storefront_notice", "")
        if own or not self.is_fallback:
            return own
        return _("We haven't translated this page yet. You're reading it in %(language)s.") % {
            "language": language_in_words(self._content_language)
        }

    @property
    def content_language(self) -> str:
        """The ``lang`` of the page's text; for an untranslated page that of its source."""
        if self.is_fallback:
            return self._content_language
        return html_language(self.edition)

    @cached_property
    def share_url(self) -> str:
        """The absolute address for sharing: this page in this edition, on the site of the seller
        where it is read. An untranslated page is shared at the same address.
        """
        address = in_edition(self.path, self.edition)
        if self.seller and self.seller.own_host:
            return self.seller.own_host + address
        return absolute(address)

    @property
    def seller(self) -> Seller | None:
        """The seller whose site this is; None on the company's own site."""
        return seller_of(self.request)

    @property
    def may_register(self) -> bool:
        """Whether visitors may register on this site (``people.registration``). No query."""
        own, sellers = self.site_frame.registration_open
        return sellers if self.seller else own

    # --- Market, breadcrumb, structured data

    @cached_property
    def market(self) -> MarketView:
        market = market_of(self.edition)
        name = country_name(market, self.edition)
        return MarketView(code=market.code, country_name=name, currency=market.currency)

    @cached_property
    def breadcrumb(self) -> list[tuple[str, str]]:
        """(label, neutral path) from home to this page, where the page or the view says so."""
        own = getattr(self.request, "storefront_breadcrumb", None)
        if own is None and self.page is not None:
            own = self.page.breadcrumb()
        return own or []

    @cached_property
    def json_ld(self) -> str:
        return structured_data.script(self)

    def __getattr__(self, name: str):
        if name in NAMED_PAGES:
            return named_url(*NAMED_PAGES[name])
        raise AttributeError(name)
