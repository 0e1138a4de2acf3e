"""The values that ``storefront`` hands to templates. Addresses are links of the current page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    current: bool = False


@dataclass(frozen=True)
class MenuLink(Link):
    children: tuple[Link, ...] = ()
    image_url: str = ""
    image_alt: str = ""


@dataclass(frozen=True)
class Column:
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class FooterView:
    columns: tuple[Column, ...]
    contact: tuple[Link, ...]
    social: tuple
    legal: tuple[Link, ...]
    copyright: str


@dataclass(frozen=True)
class AnnouncementView:
    """The line above the header. ``lang``: its words' language, where it is not the page's."""

    text: str
    url: str
    lang: str = ""


@dataclass(frozen=True)
class EditionChoice:
    code: str
    lang: str
    label: str
    url: str
    current: bool


@dataclass(frozen=True)
class CountryChoice:
    code: str
    name: str
    currency: str
    editions: tuple[EditionChoice, ...]


@dataclass(frozen=True)
class Switch:
    current_label: str
    countries: tuple[CountryChoice, ...]


@dataclass(frozen=True)
class Alternate:
    hreflang: str
    url: str


@dataclass(frozen=True)
class MarketView:
    code: str
    country_name: str
    currency: str
