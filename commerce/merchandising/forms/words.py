"""The words of a product or category in every content language, side by side."""

import re
from dataclasses import dataclass
from functools import cache

from django.utils.functional import cached_property
from django.utils.html import strip_tags
from wagtail.admin.panels import get_form_for_model
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.models import Locale
from wagtail_localize.models import Translation

from cms.addresses.translations import content_locales
from commerce.copy.models import CategoryCopy, ProductCopy
from markets.lookup import all_markets
from markets.names import country_name, language_name

BLOCK_KEYS = re.compile(r' data-block-key="[^"]*"')

PRODUCT_WORDS = [
    "title",
    "slug",
    "summary",
    "description",
    "how_to_use",
    "ingredients",
    "material",
    "tags",
    "seo_title",
    "seo_description",
]
CATEGORY_WORDS = ["title", "slug", "summary", "description", "seo_title", "seo_description"]


def words_form(model):
    """The form class for one language's words, with Wagtail's own widgets."""
    names = {ProductCopy: PRODUCT_WORDS, CategoryCopy: CATEGORY_WORDS}[model]
    return get_form_for_model(model, fields=names)


@dataclass
class LanguageWords:
    """One language's column: its form on the latest draft, its state, and what may be done."""

    locale: Locale
    words: ProductCopy | CategoryCopy
    form: object
    editable: bool
    # The translation editor keeps these words in step with their source.
    is_synchronised: bool
    lock_message: str = ""

    @property
    def code(self) -> str:
        return self.locale.language_code

    @property
    def name(self) -> str:
        return language_name(self.code)

    @property
    def state(self) -> str:
        """``missing``, ``draft``, ``live`` or ``changed`` (live with a newer draft)."""
        if self.words.pk is None:
            return "missing"
        if not self.words.live:
            return "draft"
        return "changed" if self.words.has_unpublished_changes else "live"

    @property
    def markets(self) -> list[tuple[str, str]]:
        """``(preview mode, country)`` of every market that speaks the language."""
        return [
            (market.edition(self.code), country_name(market))
            for market in all_markets()
            if self.code in market.languages
        ]

    @cached_property
    def before(self) -> dict:
        return comparable(self.words)

    def is_blank(self) -> bool:
        """Nothing typed in a language that has no words yet. Only for a bound form."""
        return self.words.pk is None and not any(
            said(self.form.cleaned_data.get(name)) for name in self.form.fields
        )

    def is_valid(self) -> bool:
        if not self.editable:
            return True
        valid = self.form.is_valid()
        if not valid and self.is_blank() and set(self.form.errors) == {"title"}:
            # An empty column is no mistake: the language simply has no words.
            self.form._errors = type(self.form.errors)()
            return True
        return valid

    def has_changed(self) -> bool:
        """Whether the words differ from the latest draft. Only for a valid form."""
        return (
            self.editable and not self.is_blank() and comparable(self.form.instance) != self.before
        )


def said(value) -> bool:
    """Whether there is something to read in a field's value."""
    if value is None:
        return False
    if isinstance(value, str):
        return bool(strip_tags(value).strip())
    return bool(value)


def comparable(words) -> dict:
    """The texts of words as the editor writes them, so that what nobody touched stays equal: rich
    text from elsewhere (a load, a translation) has other tags for the same, ``em`` for ``i``.
    """
    content = words.serializable_data()
    texts = {}
    for name, field in _form_fields(type(words)).items():
        text = content[name]
        if isinstance(field.widget, DraftailRichTextArea):
            shown = {name: field.widget.format_value(text)}
            text = field.widget.value_from_datadict(shown, {}, name)
        texts[name] = BLOCK_KEYS.sub("", text or "") if isinstance(text, str | None) else text
    return texts


@cache
def _form_fields(model) -> dict:
    return words_form(model).base_fields


def all_words(*, model, subject, data, user, may_edit: bool) -> list[LanguageWords]:
    """A column for each content language, default language first."""
    form_class = words_form(model)
    existing = {
        words.locale_id: words
        for words in model.objects.filter(**{model.subject_field: subject}).select_related(
            "locale", "latest_revision"
        )
    }
    keys = {words.translation_key for words in existing.values()}
    synchronised = set(
        Translation.objects.filter(source__object_id__in=keys, enabled=True).values_list(
            "target_locale_id", flat=True
        )
    )
    columns = []
    for code, locale in content_locales().items():
        words = existing.get(locale.pk) or model(**{model.subject_field: subject}, locale=locale)
        draft = words.get_latest_revision_as_object() if words.pk else words
        lock = words.get_lock() if words.pk else None
        locked = bool(lock and lock.for_user(user))
        in_step = bool(words.pk) and locale.pk in synchronised
        editable = may_edit and not locked and not in_step
        column = LanguageWords(
            locale=locale,
            words=draft,
            form=None,
            editable=editable,
            is_synchronised=in_step,
            lock_message=str(lock.get_message(user)) if locked else "",
        )
        column.before  # noqa: B018  the form changes the instance
        column.form = form_class(
            data if editable else None, instance=draft, prefix=f"words-{code}", for_user=user
        )
        if data is not None and f"words-{code}-material-count" not in data:
            # The blocks are built by a script: where it did not run they stay as they are.
            column.form.fields.pop("material", None)
        for field in column.form.fields.values():
            # What is typed is in this language; the labels around it are in the reader's.
            field.widget.attrs["lang"] = code
        columns.append(column)
    return columns
