"""The category tree with its words and pictures."""

from collections.abc import Mapping

from django.apps import apps
from django.db import transaction

from commerce.copy.models import CategoryCopy
from commerce.media.models import CategoryPhoto
from demo.company import CATEGORIES, walk
from demo.company.schema import CategorySeed
from markets.lookup import default_language

from .scenes import scene_picture
from .words import publish_in_every_language

Category = apps.get_model("catalogue", "Category")


def category_pictures() -> list:
    """The pictures that the tree asks for."""
    return [scene_picture(seed.scene, "panel", place="poster") for seed in walk()]


@transaction.atomic
def hang_category_photos(images: Mapping[str, object]) -> None:
    """Give categories their pictures where they have none; ``images`` by title."""
    without = Category.objects.filter(photo=None).exclude(code=None)
    bare = {category.code: category for category in without}
    CategoryPhoto.objects.bulk_create(
        CategoryPhoto(
            category=bare[seed.key], image=images[scene_picture(seed.scene, "panel").title]
        )
        for seed in walk()
        if seed.key in bare
    )


@transaction.atomic
def build_categories(*, by) -> dict[str, object]:
    """The categories by key. Pictures come later: ``hang_category_photos``."""
    found = {category.code: category for category in Category.objects.exclude(code=None)}
    for seed in CATEGORIES:
        _build(seed, None, found, by)
    return found


def _build(seed: CategorySeed, parent, found: dict, by) -> None:
    category = found.get(seed.key)
    if category is None:
        name = {"name": seed.title[default_language()], "code": seed.key}
        # Read anew: treebeard keeps the number of children on the row.
        category = (
            Category.objects.get(pk=parent.pk).add_child(**name)
            if parent
            else Category.add_root(**name)
        )
        found[seed.key] = category
        publish_in_every_language(
            lambda locale: CategoryCopy(category=category, locale=locale),
            {"title": seed.title, "summary": seed.summary, "description": seed.description},
            by=by,
        )
    for child in seed.children:
        _build(child, category, found, by)
