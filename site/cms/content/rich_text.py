import re
from html import unescape

from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText, expand_db_html
from wagtail.rich_text.pages import PageLinkHandler

from markets.lookup import language_of
from markets.storefront_urls import in_edition

from ..addresses import routing
from ..addresses.named_links import NO_PAGES
from . import references

HREF = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)(")')


def expand(text: RichText | str | None) -> SafeString:
    """Rich text as HTML, with links in the reader's edition and on the present seller's site.

    Typed addresses ("/catalogo/…", or of this host, copied from a browser) become such links too.
    The editor stores only its own features, so the result is safe to show.
    """
    source = text.source if isinstance(text, RichText) else text
    return mark_safe(HREF.sub(_in_storefront, expand_db_html(source))) if source else mark_safe("")


def _in_storefront(match: re.Match) -> str:
    before, href, after = match.groups()
    path = unescape(href).removeprefix(settings.PUBLIC_URL.rstrip("/"))
    if not path.startswith("/") or path.startswith(("//", *NO_PAGES)):
        return match.group()
    return f"{before}{escape(in_edition(path))}{after}"


class StorefrontLinkHandler(PageLinkHandler):
    """Links to pages in rich text: to the page in the visitor's language and edition, without a
    query of their own.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        from django.utils.translation import get_language

        together = references.current() or references.References()
        together.page_ids.update(int(attrs["id"]) for attrs in attrs_list)
        together.fetch()
        language = language_of(get_language() or "")
        tags = []
        for attrs in attrs_list:
            page = together.page_in(int(attrs["id"]), language)
            path = routing.page_path(page) if page else ""
            tags.append(f'<a href="{escape(in_edition(path))}">' if path else "<a>")
        return tags
