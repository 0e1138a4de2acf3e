from django.utils.html import escape
from wagtail.rich_text.pages import PageLinkHandler

from markets.lookup import language_of
from markets.storefront_urls import in_variant

from . import references, routing


class StorefrontLinkHandler(PageLinkHandler):
    """Links in running text lead to the page in the visitor's language and variant, and cost no
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
            tags.append(f'<a href="{escape(in_variant(path))}">' if path else "<a>")
        return tags
