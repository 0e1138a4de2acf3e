"""Words of products and categories, drafted and published as an editor would."""

from collections.abc import Callable, Mapping

from wagtail.models import Locale

from commerce.merchandising.services.words import publish_words, save_draft
from demo.company.schema import Words

from .languages import spoken


def publish_in_every_language(
    make: Callable[[Locale], object], texts: Mapping[str, Words | None], *, by
) -> dict[str, object]:
    """Publish new words in each content language: ``make(locale)`` gives the unsaved row.

    Returns the rows by language.
    """
    published = {}
    for language in spoken():
        words = make(Locale.objects.get(language_code=language))
        for name, text in texts.items():
            if text is not None:
                setattr(words, name, text[language])
        save_draft(words=words, by=by)
        publish_words(words=words, by=by)
        published[language] = words
    return published
