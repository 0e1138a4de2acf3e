"""From the symbolic links of the company's texts to what the media of the site store."""

from collections.abc import Mapping
from html import escape
from uuid import uuid4

from commerce.copy.models import ProductCopy
from commerce.copy.paths import index_path
from commerce.copy.services import categories_of
from commerce.copy.tree import build_tree
from commerce.product_lists.link_targets import LIST_PREFIX, OFFERS_KEY
from demo.company.markup import with_links


class Links:
    """Where symbolic links lead in one language.

    ``pages`` are the language's own by key, ``categories`` by key. Raises ``KeyError`` for what
    there is not.
    """

    def __init__(self, language: str, *, pages: Mapping, categories: Mapping):
        self.language = language
        self.pages, self.categories = pages, categories
        self._tree = build_tree(language)
        self._products = {
            copy.product.upc: copy
            for copy in ProductCopy.objects.filter(locale__language_code=language).select_related(
                "product"
            )
        }

    def product_id(self, sku: str) -> int:
        return self._products[sku].product_id

    def category_key(self, key: str) -> str:
        """A category as blocks name it."""
        return f"category:{self.categories[key].pk}"

    def path(self, link: str) -> str:
        """The neutral path of a product, a category or the catalogue."""
        kind, _, name = link.partition(":")
        if kind == "catalogue":
            return index_path(self.language)
        if kind == "category":
            return self._tree.nodes[self.categories[name].pk].path
        copy = self._products[name]
        return self._tree.product_path(copy.slug, categories_of(copy.product_id))

    def block(self, link: str | None) -> list[dict]:
        """The raw value of a ``LinkBlock``; empty without a link."""
        if not link:
            return []
        kind, _, name = link.partition(":")
        if kind in ("page", "contact"):
            child = {"type": "page", "value": self.pages[name or "contact"].pk}
        elif kind == "category":
            child = {"type": "target", "value": self.category_key(name)}
        elif kind == "list":
            child = {"type": "target", "value": f"{LIST_PREFIX}:{name}"}
        elif kind == "offers":
            child = {"type": "target", "value": OFFERS_KEY}
        else:
            child = {"type": "path", "value": self.path(link)}
        return [{**child, "id": str(uuid4())}]

    def html(self, text: str) -> str:
        """Rich text with its links as the editor stores them.

        The editor knows pages; what else is in the shop is linked under the bare language, which
        leads each visitor to their own market.
        """
        return with_links(text, self._attributes)

    def _attributes(self, link: str) -> str:
        kind, _, name = link.partition(":")
        if kind in ("page", "contact"):
            return f'linktype="page" id="{self.pages[name or "contact"].pk}"'
        return f'href="{escape(f"/{self.language}{self.path(link)}")}"'
