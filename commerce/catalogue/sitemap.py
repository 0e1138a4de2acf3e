"""What the catalogue adds to the sitemap (``cms.addresses.sitemaps``)."""

from collections.abc import Iterator

from cms.addresses.sitemaps import Entry
from commerce.copy.paths import index_path
from commerce.copy.tree import build_tree
from commerce.listings.models import Listing, ListingCategory
from markets.lookup import content_languages


def entries() -> Iterator[Entry]:
    """The page of all products, categories with something in them, and every product."""
    yield Entry({language: index_path(language) for language in content_languages()})
    yield from _categories()
    yield from _products()


def _categories() -> Iterator[Entry]:
    trees = {language: build_tree(language) for language in content_languages()}
    markets: dict[int, set[str]] = {}
    filled = ListingCategory.objects.order_by().values_list("category_id", "listing__market")
    for category_id, market in filled.distinct():
        markets.setdefault(category_id, set()).add(market)
    for category_id, codes in sorted(markets.items()):
        paths = {
            language: tree.nodes[category_id].path
            for language, tree in trees.items()
            if category_id in tree.nodes and tree.nodes[category_id].language == language
        }
        if paths:
            yield Entry(paths, tuple(sorted(codes)))


def _products() -> Iterator[Entry]:
    rows = Listing.objects.order_by("product_id", "market").values_list(
        "product_id", "market", "language", "source_language", "path", "product__date_updated"
    )
    current, paths, markets, changed = None, {}, {}, None
    for product_id, market, language, source, path, updated in rows.iterator():
        if product_id != current:
            if paths:
                yield Entry(paths, tuple(markets), changed)
            current, paths, markets, changed = product_id, {}, {}, updated
        markets[market] = None
        if source == language:
            paths[language] = path
    if paths:
        yield Entry(paths, tuple(markets), changed)
