"""Services of texts: slugs, redirects of old addresses, names for Oscar, deleting translations."""

from django.db import transaction
from django.utils.text import slugify
from oscar.core.loading import get_model
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale
from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

from markets.lookup import content_languages, default_language

from .models import CategoryCopy, DraftableCopy, ProductCopy
from .tree import build_tree

Product = get_model("catalogue", "Product")
Category = get_model("catalogue", "Category")
ProductCategory = get_model("catalogue", "ProductCategory")


def free_slug(
    *, title: str, locale_id: int, fallback: str, exclude: DraftableCopy | None = None
) -> str:
    """A slug made from a title, unique in the language.

    Products and categories share their slugs, so that no product hides a category of the same name.
    ``fallback`` is used where the title has no Latin letter.
    """
    base = slugify(title)[:150].strip("-") or fallback
    taken: set[str] = set()
    for model in (ProductCopy, CategoryCopy):
        rows = model.objects.filter(locale_id=locale_id, slug__startswith=base)
        if exclude is not None and isinstance(exclude, model):
            rows = rows.exclude(pk=exclude.pk)
        taken.update(rows.values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


def give_address(*, words: DraftableCopy, before: DraftableCopy | None) -> None:
    """Set ``words.slug`` before saving, where no editor chose it. Saves nothing.

    That is where it is empty, and in a translation that still has the slug of its source or whose
    title was translated again (the translation editor has no field for the slug).
    """
    made_from_title = not words.slug
    if not made_from_title and _is_translation(words, before):
        if before is None:
            source = (
                type(words)
                .objects.filter(translation_key=words.translation_key, slug=words.slug)
                .exclude(locale_id=words.locale_id)
            )
            made_from_title = source.exclude(title=words.title).exists()
        else:
            made_from_title = before.title != words.title
    unchanged = before is not None and before.slug == words.slug
    if made_from_title or not unchanged:
        # A chosen address is made free too: a draft may have waited while another took it.
        words.slug = free_slug(
            title=words.title if made_from_title else words.slug,
            locale_id=words.locale_id,
            fallback=f"{words.subject_field}-{getattr(words, f'{words.subject_field}_id')}",
            exclude=words,
        )


def _is_translation(words, before) -> bool:
    """Whether the texts come from the translation editor (or were just copied for it)."""
    if before is None:
        return True
    if before.title == words.title:
        return False
    return Translation.objects.filter(
        source__object_id=words.translation_key, target_locale_id=words.locale_id, enabled=True
    ).exists()


@transaction.atomic
def redirect_moved(*, words: DraftableCopy, old_slug: str) -> None:
    """Write a redirect from the old address, in every language that shows these texts.

    One row even for a category with thousands of products: addresses below an old category are
    found by their last part, and redirected by the catalogue itself.
    """
    for language in _shown_in(words):
        old = _path(words, old_slug, language)
        new = _path(words, words.slug, language)
        old_path, new_path = Redirect.normalise_path(old), Redirect.normalise_path(new)
        # What now lives at the new address must not be led away, and no chain may grow.
        Redirect.objects.filter(old_path=new_path, site=None).delete()
        Redirect.objects.filter(redirect_link=old, site=None).update(redirect_link=new)
        Redirect.objects.update_or_create(
            old_path=old_path,
            site=None,
            defaults={"redirect_link": new, "redirect_page": None, "is_permanent": True},
        )


def _shown_in(words: DraftableCopy) -> list[str]:
    """The languages that show these texts: their own, and those that fall back to it."""
    own = words.locale.language_code
    if own != default_language():
        return [own]
    others = (
        type(words)
        .objects.filter(translation_key=words.translation_key, live=True)
        .values_list("locale__language_code", flat=True)
    )
    return [own, *(code for code in content_languages() if code != own and code not in others)]


def _path(words: DraftableCopy, slug: str, language: str) -> str:
    tree = build_tree(language)
    if isinstance(words, ProductCopy):
        return tree.product_path(slug, categories_of(words.product_id))
    parent = Category.objects.get(pk=words.category_id).get_parent()
    return tree.product_path(slug, [parent.pk] if parent else [])


def categories_of(product_id: int) -> list[int]:
    """A product's categories, in the order in which it was put into them."""
    return list(
        ProductCategory.objects.filter(product_id=product_id)
        .order_by("pk")
        .values_list("category_id", flat=True)
    )


def name_subject(*, words: DraftableCopy) -> None:
    """Copy the published title of the default language into Oscar's own title or name, which order
    lines, mails and the back office read.
    """
    if not words.live or words.locale.language_code != default_language():
        return
    if isinstance(words, ProductCopy):
        Product.objects.filter(pk=words.product_id).exclude(title=words.title).update(
            title=words.title
        )
    else:
        Category.objects.filter(pk=words.category_id).exclude(name=words.title).update(
            name=words.title
        )


@transaction.atomic
def delete_translations(*, source) -> None:
    """Delete the translations of deleted texts.

    Only where the deleted ones were the source: the source of the translation editor, else the
    default language. Deleting a translation deletes no others.
    """
    key = source.translation_key
    sources = TranslationSource.objects.filter(object_id=key)
    source_locale = sources.values_list("locale_id", flat=True).first()
    if source_locale is None:
        source_locale = Locale.objects.get(language_code=default_language()).pk
    if source.locale_id != source_locale:
        return
    for translation in type(source).objects.filter(translation_key=key):
        translation.delete()
    TranslatableObject.objects.filter(translation_key=key).delete()
