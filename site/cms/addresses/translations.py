"""Pages in other languages: whose words they have, when they are public, and writing them by code.

A page that waits for its translation is public as a copy (an alias) with a notice, or not at all.
What Wagtail and wagtail-localize do to copies is held to that here:

- a copy follows its source at its source's time, also when that is planned;
- a copy that becomes a page of its own is a draft until somebody publishes it.
"""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery
from wagtail.models import Locale, Page
from wagtail.signals import page_unpublished
from wagtail_localize.models import StringTranslation, Translation

from markets.lookup import content_languages


def with_origin(pages):
    """Pages with ``words_from``: the language whose words a translation still has because
    nothing of it is translated; None for words of its own (and for aliases, which say so
    themselves). One query with the pages.
    """
    unfinished = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"),
        target_locale=OuterRef("locale"),
        enabled=True,
    ).exclude(
        Exists(
            StringTranslation.objects.filter(
                context__object_id=OuterRef("source__object_id"), locale=OuterRef("target_locale")
            )
        )
    )
    return pages.annotate(
        words_from=Subquery(unfinished.values("source__locale__language_code")[:1])
    )


def content_locales() -> dict[str, Locale]:
    """The languages that content can be written in now, in the order of the settings. One that
    was configured and is not added in the back office yet is not among them. One query.
    """
    found = {locale.language_code: locale for locale in Locale.objects.all()}
    return {code: found[code] for code in content_languages() if code in found}


def live_in(language: str, page: Page | None, translations: Mapping[str, Page]) -> Page | None:
    """Of a page and its translations (by language) the live one in a language, else the page
    itself; None where neither is live."""
    translated = translations.get(language)
    if translated is not None and translated.live:
        return translated
    return page if page is not None and page.live else None


def live_page(pk: int, language: str) -> Page | None:
    """As ``live_in``, for the page with this key. One query."""
    keys = Page.objects.filter(pk=pk).values("translation_key")
    family = list(Page.objects.filter(translation_key__in=keys).select_related("locale"))
    page = next((member for member in family if member.pk == pk), None)
    return live_in(language, page, {member.locale.language_code: member for member in family})


def is_freed_copy(page: Page) -> bool:
    """Whether the page, about to be saved, was a public copy in another language until now."""
    if page.alias_of_id or not page.pk or not page.live:
        return False
    was = Page.objects.filter(pk=page.pk, live=True, alias_of__isnull=False)
    return was.exclude(alias_of__locale=page.locale_id).exists()


def make_draft(page: Page) -> None:
    """Take a freed copy out of the public: its words are still its source's.

    Only the state is written. What else was set on the page is its caller's to save.
    """
    state = {"live": False, "has_unpublished_changes": True, "live_revision_id": None}
    Page.objects.filter(pk=page.pk).update(**state)
    for name, value in state.items():
        setattr(page, name, value)
    for copy in page.aliases.all():
        copy.unpublish(log_action=False)
    page_unpublished.send(sender=page.specific_class, instance=page)


def hide_copies(page: Page) -> None:
    """Copies of a page that is not public are not public either."""
    for copy in page.aliases.filter(live=True):
        copy.specific.unpublish(log_action=False)


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
    # Written by hand from now on: nothing waits for a translator.
    Translation.objects.filter(source__object_id=page.translation_key, target_locale=locale).update(
        enabled=False
    )
    revision = translation.save_revision()
    if publish:
        revision.publish()
        translation.refresh_from_db()
    return translation
