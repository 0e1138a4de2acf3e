"""Building what frames the pages of an edition out of what editors arranged."""

from datetime import datetime
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.images.shortcuts import get_rendition_or_not_found
from wagtail.models import PageViewRestriction, Revision

from markets.fields import is_for_market
from markets.lookup import default_language, get_market, language_of, market_of
from markets.storefront_urls import absolute
from people.registration import is_open_at

from ..frame.site_frame import SiteFrame
from ..frame.values import (
    Audience,
    BrandSummary,
    FooterSummary,
    Frame,
    Line,
    MenuEntry,
    SocialSummary,
)
from . import references
from .blocks import link_path
from .contact_lines import address_of
from .models import Announcement, BrandSettings, Footer, HeaderMenu


def build_site_frame(version: str) -> SiteFrame:
    """What frames the pages under this version; each edition's frame is built when it is asked
    for. Told to ``cms.frame.site_frame`` when the apps are ready.
    """
    brands = BrandSettings.base_queryset().filter(site__is_default_site=True)
    brand = brands.first() or BrandSettings()
    return SiteFrame(
        version=version,
        build_frame=partial(build_frame, brand),
        has_restrictions=PageViewRestriction.objects.exists(),
        stylesheet=brand.stylesheet(),
        registration_open=(is_open_at(""), is_open_at("/@")),
    )


def build_frame(brand: BrandSettings, edition: str) -> Frame:
    """The frame of an edition's pages: some ten queries, asked once per version."""
    language, market = language_of(edition), market_of(edition).code
    menu = next(iter(_live(HeaderMenu, language)), None)
    footer = next(iter(_live(Footer, language)), None)
    announcements = _announcements(language, market)
    streams = [row.link for row, _replaced in announcements]
    streams += [menu.items] if menu else []
    streams += [footer.columns, footer.contact, footer.legal] if footer else []
    with references.fetched_for(*(stream.raw_data for stream in streams)):
        return Frame(
            brand=_brand(brand, footer.tagline if footer else ""),
            menu=_menu(menu, market, language) if menu else (),
            footer=_footer(footer, market, language) if footer else FooterSummary(),
            announcements=tuple(_line(row, replaced, language) for row, replaced in announcements),
        )


def _live(model, language: str) -> list:
    """The live rows in the language, or in the default one where it has none."""
    wanted = [language, default_language()]
    rows = model.objects.filter(Q(live=True), locale__language_code__in=wanted)
    rows = list(rows.select_related("locale"))
    own = [row for row in rows if row.locale.language_code == language]
    return own or rows


def _announcements(language: str, market: str) -> list[tuple[Announcement, datetime | None]]:
    """What is live or planned, best first, each with the moment at which another version of it
    takes its place.

    The reader's language comes before the default one, what is for some before what is for
    everybody, then the editor's order. Two queries, and some for each planned version.
    """
    rows = Announcement.objects.filter(
        Q(live=True), locale__language_code__in=[language, default_language()]
    )
    planned = _planned_announcements()
    found = [
        (row, planned[row.pk].go_live_at if row.pk in planned else None)
        for row in rows.select_related("locale")
    ]
    found += [
        (row, None)
        for row in planned.values()
        if row.locale.language_code in (language, default_language())
    ]

    def order(entry):
        row = entry[0]
        return (
            row.locale.language_code != language,
            row.audience == Audience.EVERYBODY,
            row.sort_order,
            row.pk,
        )

    return sorted((entry for entry in found if is_for_market(entry[0].markets, market)), key=order)


def _planned_announcements() -> dict[int, Announcement]:
    """Versions that were approved for a later moment, by the row that they will be."""
    revisions = Revision.objects.filter(
        content_type=ContentType.objects.get_for_model(Announcement),
        approved_go_live_at__isnull=False,
    )
    found = {}
    for revision in revisions:
        row = revision.as_object()
        row.go_live_at = revision.approved_go_live_at
        found[row.pk] = row
    return found


def _line(row: Announcement, replaced: datetime | None, language: str) -> Line:
    ends = min((moment for moment in (row.expire_at, replaced) if moment), default=None)
    return Line(
        text=row.text,
        path=link_path(row.link, language),
        language=row.locale.language_code,
        audience=row.audience,
        groups=frozenset(row.groups),
        begins=row.go_live_at,
        ends=ends,
    )


def _shown(children, market: str) -> list:
    return [value for value in children if is_for_market(value.get("markets"), market)]


def _links(children, market: str, language: str) -> tuple[MenuEntry, ...]:
    entries = [
        MenuEntry(value["label"], link_path(value["link"], language))
        for value in _shown(children, market)
    ]
    # A link whose page was unpublished leads nowhere: it is left out until it does.
    return tuple(entry for entry in entries if entry.path)


def _menu(menu: HeaderMenu, market: str, language: str) -> tuple[MenuEntry, ...]:
    entries = []
    for value in _shown([child.value for child in menu.items], market):
        picture = _picture(value["image"], "fill-640x480|format-webp")
        entries.append(
            MenuEntry(
                label=value["label"],
                path=link_path(value["link"], language),
                children=_links(value["children"], market, language),
                image_url=picture.url if picture else "",
                image_alt=value["alt"] if picture else "",
            )
        )
    return tuple(entry for entry in entries if entry.path or entry.children)


def _footer(footer: Footer, market: str, language: str) -> FooterSummary:
    columns = [
        MenuEntry(value["title"], children=_links(value["links"], market, language))
        for value in _shown([child.value for child in footer.columns], market)
    ]
    lines = _shown([child.value for child in footer.contact], market)
    country = get_market(market).country
    return FooterSummary(
        columns=tuple(column for column in columns if column.children),
        contact=tuple(
            MenuEntry(line["text"], address_of(line["kind"], line["text"], country))
            for line in lines
        ),
        legal=_links([child.value for child in footer.legal], market, language),
        small_print=footer.small_print,
    )


# Networks whose sign is in static/icons.svg; the others get a plain link.
SIGNS = {"facebook", "instagram", "pinterest", "tiktok", "whatsapp", "youtube"}


def _brand(brand: BrandSettings, tagline: str) -> BrandSummary:
    logo = _picture(brand.logo, "max-480x160|format-webp-lossless")
    favicon = _picture(brand.favicon, "fill-192x192|format-png")
    share = _picture(brand.share_image, "fill-1200x630|format-jpeg")
    links = brand.social_links.all() if brand.pk else ()
    return BrandSummary(
        name=brand.name,
        legal_name=brand.legal_name,
        tagline=tagline,
        logo_url=logo.url if logo else "",
        logo_width=logo.width if logo else 0,
        logo_height=logo.height if logo else 0,
        favicon_url=favicon.url if favicon else "",
        og_image=absolute(share.url) if share else "",
        social=tuple(
            SocialSummary(
                name=link.get_network_display(),
                url=link.url,
                icon=link.network if link.network in SIGNS else "link",
            )
            for link in links
        ),
        accent=brand.accent,
        on_accent=brand.on_accent,
    )


def _picture(image, spec: str):
    return get_rendition_or_not_found(image, spec) if image else None
