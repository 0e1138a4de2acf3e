"""Names that are short and public at once: one input per language in their subject's form."""

from django import forms
from django.core.exceptions import FieldDoesNotExist

from cms.addresses.translations import content_locales
from markets.lookup import default_language
from markets.names import language_name

from .categories import reader_language


class InlineWordsForm(forms.ModelForm):
    """A model form with the words of ``words_model`` beside it, in every content language.

    Subclasses say ``words_model`` and ``words_fields``. The first of these is required in the
    default language; another language with nothing typed falls back to that.
    """

    words_model: type
    words_fields: tuple[str, ...] = ("name",)

    def __init__(self, *args, for_user=None, **kwargs):
        super().__init__(*args, **kwargs)
        present = {}
        if self.instance.pk:
            # What the default language shows until it has words.
            self.initial[f"{self.words_fields[0]}_{default_language()}"] = self.plain_name()
            present = {
                words.locale.language_code: words
                for words in self._stored().select_related("locale")
            }
        self.locales = content_locales()
        for code in self.locales:
            for field_name in self.words_fields:
                field = self.words_model._meta.get_field(field_name).formfield()
                required = code == default_language() and field_name == self.words_fields[0]
                field.required = field.widget.is_required = required
                field.label = f"{field.label} ({language_name(code)})"
                field.widget.attrs["lang"] = code
                name = f"{field_name}_{code}"
                self.fields[name] = field
                if code in present:
                    self.initial[name] = getattr(present[code], field_name)

    def plain_name(self) -> str:
        """The subject's own name, where it has one."""
        return ""

    def _stored(self):
        return self.words_model.objects.filter(**{self._subject(): self.instance})

    def _subject(self) -> str:
        """The words' foreign key to this form's model."""
        for field in self.words_model._meta.get_fields():
            if field.many_to_one and field.related_model is self._meta.model:
                return field.name
        raise FieldDoesNotExist(self._meta.model.__name__)

    def save(self, commit=True):
        instance = super().save(commit=commit)
        if commit:
            self.save_words()
        return instance

    def save_words(self) -> None:
        """Write the words of each language; a language with nothing typed has none."""
        stored = {words.locale.language_code: words for words in self._stored()}
        key = next((words.translation_key for words in stored.values()), None)
        for code, locale in self.locales.items():
            typed = {
                name: self.cleaned_data.get(f"{name}_{code}") or "" for name in self.words_fields
            }
            words = stored.get(code)
            if not typed[self.words_fields[0]].strip():
                if words:
                    words.delete()
                continue
            if words is None:
                words = self.words_model(
                    **{self._subject(): self.instance},
                    locale=locale,
                )
                if key:
                    words.translation_key = key
            elif all(getattr(words, name) == value for name, value in typed.items()):
                continue
            for name, value in typed.items():
                setattr(words, name, value)
            words.save()
            key = words.translation_key


def present_words(subject) -> str:
    """What something is called in the reader's language, else in the default one, else plainly."""
    named = {words.locale.language_code: str(words) for words in subject.copies.all()}
    return named.get(reader_language()) or named.get(default_language()) or str(subject)
