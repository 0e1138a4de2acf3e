"""The category tree of a language, cached per version of the storefront.

For menus, breadcrumbs, paths of products and links to subcategories; reading it costs no query
beyond the one for the version.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from oscar.core.loading import get_model

from cms.page_cache.versioned import Versioned
from markets.lookup import current_edition, language_of

from .models import CategoryCopy
from .paths import index_path, join_path

Category = get_model("catalogue", "Category")


@dataclass(frozen=True)
class CategoryNode:
    """A public category with its texts. ``language``: of the texts, which is the default one where
    there is no translation."""

    pk: int
    slug: str
    title: str
    summary: str
    language: str
    path: str
    in_menu: bool
    parent: int | None
    children: tuple[int, ...] = ()


@dataclass
class CategoryTree:
    """Every public category that has texts in a language or in the default one."""

    language: str
    nodes: dict[int, CategoryNode] = field(default_factory=dict)
    roots: tuple[int, ...] = ()
    by_slug: dict[str, int] = field(default_factory=dict)

    def trail(self, pk: int) -> list[CategoryNode]:
        """The category with its ancestors, from the top down."""
        trail = []
        node = self.nodes.get(pk)
        while node is not None:
            trail.append(node)
            node = self.nodes.get(node.parent) if node.parent else None
        return trail[::-1]

    def children(self, pk: int | None = None) -> list[CategoryNode]:
        """Direct subcategories, in the order of the tree; without a category, the top ones."""
        keys = self.roots if pk is None else self.nodes[pk].children
        return [self.nodes[key] for key in keys]

    def in_order(self, pk: int | None = None) -> Iterator[CategoryNode]:
        """Every category, each after the categories below it."""
        for node in self.children(pk):
            yield from self.in_order(node.pk)
            yield node

    def find(self, slug: str) -> CategoryNode | None:
        pk = self.by_slug.get(slug)
        return self.nodes[pk] if pk else None

    def with_ancestors(self, pks: Iterable[int]) -> set[int]:
        """These categories and their ancestors, without hidden ones."""
        return {node.pk for pk in pks for node in self.trail(pk)}

    def product_path(self, slug: str, category_pks: Iterable[int]) -> str:
        """The path of a product: under the first of its visible categories, else at the top."""
        home = next((self.nodes[pk] for pk in category_pks if pk in self.nodes), None)
        base = home.path if home else index_path(self.language)
        return f"{base}{slug}/"


def build_tree(language: str) -> CategoryTree:
    """Read the tree from the database: two queries.

    A category without texts hides the categories below it.
    """
    tree = CategoryTree(language)
    words = CategoryCopy.objects.live().by_subject(language)
    children: dict[int, list[int]] = {}
    by_path: dict[str, CategoryNode] = {}
    rows = Category.objects.filter(is_public=True, ancestors_are_public=True).order_by("path")
    for row in rows.only("pk", "path", "depth", "exclude_from_menu"):
        copy = words.get(row.pk)
        parent = by_path.get(row.path[: -Category.steplen])
        if copy is None or (row.depth > 1 and parent is None):
            continue
        slugs = [node.slug for node in tree.trail(parent.pk)] if parent else []
        node = CategoryNode(
            pk=row.pk,
            slug=copy.slug,
            title=copy.title,
            summary=copy.summary,
            language=copy.locale.language_code,
            path=join_path(language, [*slugs, copy.slug]),
            in_menu=not row.exclude_from_menu,
            parent=parent.pk if parent else None,
        )
        tree.nodes[row.pk] = by_path[row.path] = node
        children.setdefault(node.parent or 0, []).append(row.pk)
        # A slug in the language has priority over another category's slug in the default one.
        if copy.slug not in tree.by_slug or node.language == language:
            tree.by_slug[copy.slug] = row.pk
    for pk, keys in children.items():
        if pk:
            node = tree.nodes[pk]
            tree.nodes[pk] = CategoryNode(**{**node.__dict__, "children": tuple(keys)})
    tree.roots = tuple(children.get(0, ()))
    return tree


_trees = Versioned(lambda _version, language: build_tree(language))


def category_tree(language: str | None = None) -> CategoryTree:
    """The tree of the present version, from this process's cache."""
    return _trees.current(language or language_of(current_edition()))
