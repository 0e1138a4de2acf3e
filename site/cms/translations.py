"""Writing a page in another language by code: loads and the demo company do it."""

from django.db import transaction
from wagtail.models import Locale, Page


@transaction.atomic
def translate_page(page: Page, language: str, *, publish: bool = True, **fields) -> Page:
    """The page's translation into ``language`` with these fields, made or brought up to date.

    What stands there as a copy of the source (an alias) becomes a page of its own. Ancestors
    without a translation are copied as aliases, so that the addresses agree. Raises
    Locale.DoesNotExist for a language that content is not written in.
    """
    locale = Locale.objects.get(language_code=language)
    translation = page.get_translation_or_none(locale)
    if translation is None:
        translation = page.copy_for_translation(locale, copy_parents=True)
    translation = translation.specific
    if translation.alias_of_id:
        translation.alias_of = None
        translation.save(clean=False)
    for name, value in fields.items():
        setattr(translation, name, value)
    revision = translation.save_revision()
    if publish:
        revision.publish()
        translation.refresh_from_db()
    return translation
