from django.db import models

from markets.lookup import default_language


class CopyQuerySet(models.QuerySet):
    """Reads of texts. ``live`` exists on models that have drafts."""

    def live(self):
        return self.filter(live=True)

    def in_language(self, language: str):
        return self.filter(locale__language_code=language)

    def best_for(self, language: str):
        """Texts in ``language`` and in the default language, those in ``language`` first.

        Take the first row of each subject (``names_by_subject``).
        """
        return (
            self.filter(locale__language_code__in={language, default_language()})
            .select_related("locale")
            .annotate(
                _wanted=models.Case(
                    models.When(locale__language_code=language, then=0),
                    default=1,
                    output_field=models.SmallIntegerField(),
                )
            )
            .order_by("_wanted")
        )

    def by_subject(self, language: str) -> dict:
        """``{subject id: texts}`` in ``language``, falling back to the default language."""
        field = f"{self.model.subject_field}_id"
        found: dict = {}
        for words in self.best_for(language):
            found.setdefault(getattr(words, field), words)
        return found
