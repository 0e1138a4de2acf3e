"""Create, move, hide and delete categories."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from oscar.core.loading import get_model
from wagtail.log_actions import log

from commerce.copy.models import CategoryCopy
from commerce.media.models import CategoryPhoto

from .words import save_draft

Category = get_model("catalogue", "Category")


@transaction.atomic
def create_category(*, title: str, parent, locale, by):
    """Create a category below ``parent`` (None: at the top), last among its siblings, with a draft
    of its name. It is public once its texts are published."""
    fields = {"name": title, "slug": slugify(title) or "category"}
    category = Category.add_root(**fields) if parent is None else parent.add_child(**fields)
    save_draft(words=CategoryCopy(category=category, locale=locale, title=title), by=by)
    log(instance=category, action="wagtail.create", user=by)
    return category


@transaction.atomic
def change_category(*, category, parent, is_public: bool, in_menu: bool, image, by) -> None:
    """Change a category's place in the tree, visibility and picture (``image`` None: removed).

    Raises ValidationError if the category would be below itself.
    """
    present = category.get_parent()
    if (present.pk if present else None) != (parent.pk if parent else None):
        if parent and (parent.pk == category.pk or parent.is_descendant_of(category)):
            raise ValidationError(_("A category cannot stand below itself."))
        if parent:
            category.move(parent, pos="last-child")
        else:
            category.move(Category.get_last_root_node(), pos="right")
        category = Category.objects.get(pk=category.pk)
    category.is_public = is_public
    category.exclude_from_menu = not in_menu
    category.save()
    category.set_ancestors_are_public()
    if image is None:
        for photo in CategoryPhoto.objects.filter(category=category):
            photo.delete()
    else:
        CategoryPhoto.objects.update_or_create(category=category, defaults={"image": image})
    log(instance=category, action="wagtail.edit", user=by)


@transaction.atomic
def move_category(*, category, up: bool, by) -> bool:
    """Swap a category with its previous or next sibling. Returns False if there is none."""
    sibling = category.get_prev_sibling() if up else category.get_next_sibling()
    if sibling is None:
        return False
    category.move(sibling, pos="left" if up else "right")
    moved = Category.objects.get(pk=category.pk)
    # Moving in the tree sends no save signal, which updates menus and paths: save explicitly.
    moved.save()
    log(instance=moved, action="wagtail.reorder", user=by)
    return True


def what_keeps(category) -> str:
    """Why a category cannot be deleted, in the reader's language; "" if it can."""
    if category.numchild:
        return _("It has categories below it: move or delete these first.")
    products = category.product_set.count()
    if products:
        return _("Products are listed in it: list them elsewhere first, or make it not public.")
    return ""


@transaction.atomic
def delete_category(*, category, by) -> None:
    """Delete an empty category with its texts. Raises ValidationError if it is not empty."""
    reason = what_keeps(category)
    if reason:
        raise ValidationError(reason)
    log(instance=category, action="wagtail.delete", user=by, deleted=True)
    category.delete()
