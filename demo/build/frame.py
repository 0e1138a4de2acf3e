"""What stands around every page: brand, menu, footer and announcements."""

import json
from collections.abc import Mapping
from uuid import uuid4

from django.db import transaction
from wagtail.models import Locale, Site

from cms.models import Announcement, BrandSettings, Footer, HeaderMenu
from commerce.addresses.formats import show_phone
from demo.company import BRAND, CONTACT, FOOTER, MARKETS, MENU, SCENES
from demo.company.announcements import ANNOUNCEMENTS
from demo.company.schema import AnnouncementSeed, MenuItem
from markets.lookup import get_market

from .drawing import Drawing
from .languages import spoken
from .links import Links
from .picture_desk import Picture
from .scenes import scene_picture

LOGO = Picture(
    title="Raíz, logotipo",
    description="Raíz",
    file_name="raiz-logo",
    drawing=Drawing.of("logo_png", width=960),
)
FAVICON = Picture(
    title="Raíz, ícono",
    description="Raíz",
    file_name="raiz-icon",
    drawing=Drawing.of("favicon_png", width=512),
)
SHARE_CARD = Picture(
    title="Raíz, tarjeta para compartir",
    description="Raíz: plantas con nombre propio",
    file_name="raiz-share",
    drawing=Drawing.of("share_card", title=BRAND.tagline.es),
)


def frame_pictures() -> list[Picture]:
    """Logo, icon and sharing card, and the pictures of the menu's panels."""
    panels = [scene_picture(item.scene, "panel") for item in MENU if item.scene]
    return [LOGO, FAVICON, SHARE_CARD, *panels]


@transaction.atomic
def build_frame(
    images: Mapping[str, object], categories: Mapping[str, object], pages: Mapping, *, by
) -> None:
    """Brand, menu, footer and announcements, where there are none yet."""
    _brand(images)
    texts = {HeaderMenu: _menu, Footer: _footer}
    for model, fill in texts.items():
        if model.objects.exists():
            continue
        first = None
        for language in spoken():
            links = Links(language, pages=pages[language], categories=categories)
            row = model(locale=Locale.objects.get(language_code=language))
            fill(row, language, links, images)
            first = _publish(row, first, by)
    if not Announcement.objects.exists():
        _announcements(categories, pages, by)


def _publish(row, first, by):
    """Save and publish a translation of ``first``; returns the first of the family."""
    if first is not None:
        row.translation_key = first.translation_key
    row.full_clean()
    row.save()
    row.save_revision(user=by).publish(user=by)
    return first or row


def _brand(images) -> None:
    site = Site.objects.get(is_default_site=True)
    brand = BrandSettings.for_site(site)
    if brand.logo_id:
        return
    brand.name, brand.legal_name = BRAND.name, BRAND.legal_name
    brand.logo = images[LOGO.title]
    brand.favicon = images[FAVICON.title]
    brand.share_image = images[SHARE_CARD.title]
    brand.save()


def _item(value) -> dict:
    return {"type": "item", "value": value, "id": str(uuid4())}


def _child(kind: str, value) -> dict:
    return {"type": kind, "value": value, "id": str(uuid4())}


def _link(item: MenuItem, language: str, links: Links) -> dict:
    return {"label": item.label[language], "link": links.block(item.link), "markets": []}


def _menu(row: HeaderMenu, language: str, links: Links, images) -> None:
    entries = []
    for item in MENU:
        image = images[scene_picture(item.scene, "panel").title] if item.scene else None
        entries.append(
            _child(
                "item",
                {
                    **_link(item, language, links),
                    "children": [_item(_link(child, language, links)) for child in item.children],
                    "image": image.pk if image else None,
                    "alt": SCENES[item.scene][language] if image else "",
                },
            )
        )
    row.title = "Raíz"
    row.items = json.dumps(entries)


def _footer(row: Footer, language: str, links: Links, images) -> None:
    *columns, legal = FOOTER
    row.tagline = BRAND.description[language]
    row.columns = json.dumps(
        [
            _child(
                "column",
                {
                    "title": column.title[language],
                    "links": [_item(_link(item, language, links)) for item in column.items],
                    "markets": [],
                },
            )
            for column in columns
        ]
    )
    row.legal = json.dumps([_child("link", _link(item, language, links)) for item in legal.items])
    lines = []
    for code in MARKETS:
        channel = CONTACT[code]
        country = get_market(code).country
        lines += [
            ("email", channel.email, code),
            ("phone", show_phone(channel.phone, country), code),
            ("text", channel.hours[language], code),
            ("text", ", ".join(channel.address), code),
        ]
    row.contact = json.dumps(
        [
            _child("line", {"kind": kind, "text": text, "markets": [code]})
            for kind, text, code in lines
        ]
    )
    row.small_print = f"{BRAND.legal_name} {BRAND.demo_notice[language]}"


def _announcements(categories, pages, by) -> None:
    """One for everybody in each market, and those for some people."""
    seeds = [
        AnnouncementSeed(BRAND.announcements[code], "page:shipping", "everybody", (code,))
        for code in MARKETS
    ]
    for position, seed in enumerate([*seeds, *ANNOUNCEMENTS]):
        first = None
        for language in spoken():
            links = Links(language, pages=pages[language], categories=categories)
            row = Announcement(
                locale=Locale.objects.get(language_code=language),
                text=seed.text[language],
                link=json.dumps(links.block(seed.link)),
                markets=list(seed.markets),
                audience=seed.audience,
                sort_order=position,
            )
            first = _publish(row, first, by)
