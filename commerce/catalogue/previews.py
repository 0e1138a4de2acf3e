"""The pages that show drafts of product and category texts (``commerce.copy.preview``)."""

from commerce.copy import preview
from commerce.copy.models import CategoryCopy, ProductCopy
from commerce.copy.tree import build_tree

from . import views


def product_path(words: ProductCopy, language: str) -> str:
    listing = words.product.listings.filter(language=language).first()
    return listing.path if listing else "/"


def category_path(words: CategoryCopy, language: str) -> str:
    node = build_tree(language).nodes.get(words.category_id)
    return node.path if node else "/"


def register() -> None:
    preview.register_preview(ProductCopy, path=product_path, draw=views.product_preview)
    preview.register_preview(CategoryCopy, path=category_path, draw=views.category_preview)
