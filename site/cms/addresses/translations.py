"""Translations of pages: the language of their text, when they are public, writing them by code.

A page that is not translated yet is public as an alias of its source with a notice, or not at all.
Two rules that Wagtail and wagtail-localize do not have:

- an alias is published and unpublished with its source, also when that is scheduled;
- an alias that becomes a page of its own is a draft until somebody publishes it.
"""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Exists, OuterRef, Subquery
from wagtail.models import Locale, Page
from wagtail.signals import page_unpublished
from wagtail_localize.models import StringTranslation, Translation

from markets.lookup import content_languages


def with_origin(pages):
    """Annotate pages with ``words_from``: the source language of a page of which nothing is
    translated yet; None for translated pages (and for aliases, which ``alias_of`` tells). One query
    with the pages.
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
    """The content languages, in the order of the settings; without those that are configured but
    not yet added in the back office. One query.
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
    """Whether the page, about to be saved, was a public alias in another language until now."""
    if page.alias_of_id or not page.pk or not page.live:
        return False
    was = Page.objects.filter(pk=page.pk, live=True, alias_of__isnull=False)
    return was.exclude(alias_of__locale=page.locale_id).exists()


def make_draft(page: Page) -> None:
    """Unpublish a page that was an alias: its text is still its source's.

    Only the state is saved; other changes of the page are left to the caller.
    """
    state = {"live": False, "has_unpublished_changes": True, "live_revision_id": None}
    Page.objects.filter(pk=page.pk).update(**state)
    for name, value in state.items():
        setattr(page, name, value)
    for copy in page.aliases.all():
        copy.unpublish(log_action=False)
    page_unpublished.send(sender=page.specific_class, instance=page)


def hide_copies(page: Page) -> None:
    """Unpublish the aliases of a page that is not public."""
    for copy in page.aliases.filter(live=True):
        copy.specific.unpublish(log_action=False)


@transaction.atomic
def translate_page(page: Page, language: str, *, publish: bool = True, **fields) -> Page:
    """Create or update the page's translation into ``language``, with these fields.

    An alias of the source becomes a page of its own. Ancestors without a translation are created
    as aliases, so that the addresses agree. Raises Locale.DoesNotExist for a language that is no
    content language.
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
    # Written by code: no translation job is open any more.
    Translation.objects.filter(source__object_id=page.translation_key, target_locale=locale).update(
        enabled=False
    )
    revision = translation.save_revision()
    if publish:
        revision.publish()
        translation.refresh_from_db()
    return translation
