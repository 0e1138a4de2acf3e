"""The category tree as choices, with names in the reader's content language."""

from dataclasses import dataclass

from django.utils.translation import get_language
from oscar.core.loading import get_model

from commerce.copy.models import CategoryCopy
from markets.lookup import content_languages, default_language, language_of

Category = get_model("catalogue", "Category")

INDENT = "\u2003"


@dataclass(frozen=True)
class Branch:
    """A category where it stands in the tree; ``depth`` starts at 1."""

    category: Category
    name: str
    depth: int

    @property
    def label(self) -> str:
        return f"{INDENT * (self.depth - 1)}{self.name}"


def reader_language() -> str:
    """The content language that a member of staff reads names in."""
    language = language_of(get_language() or "")
    return language if language in content_languages() else default_language()


def category_tree() -> list[Branch]:
    """Every category in tree order, two queries."""
    names = CategoryCopy.objects.by_subject(reader_language())
    return [
        Branch(
            category=category,
            name=str(names.get(category.pk) or category.name),
            depth=category.depth,
        )
        for category in Category.objects.order_by("path")
    ]
