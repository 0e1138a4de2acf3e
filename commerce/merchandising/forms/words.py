"""Forms for the texts of a product or category, a column for each content language."""

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
    """The form class for the texts of one language, with Wagtail's widgets."""
    names = {ProductCopy: PRODUCT_WORDS, CategoryCopy: CATEGORY_WORDS}[model]
    return get_form_for_model(model, fields=names)


@dataclass
class LanguageWords:
    """The column of one language: its form with the latest draft, its state and buttons."""

    locale: Locale
    words: ProductCopy | CategoryCopy
    form: object
    editable: bool
    # These texts are managed by the translation editor.
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
        """``(preview mode, country)`` of every market with this language."""
        return [
            (market.edition(self.code), country_name(market))
            for market in all_markets()
            if self.code in market.languages
        ]

    @cached_property
    def before(self) -> dict:
        return comparable(self.words)

    def is_blank(self) -> bool:
        """Whether nothing was typed in a language without texts. Only for a bound form."""
        return self.words.pk is None and not any(
            said(self.form.cleaned_data.get(name)) for name in self.form.fields
        )

    def is_valid(self) -> bool:
        if not self.editable:
            return True
        valid = self.form.is_valid()
        if not valid and self.is_blank() and set(self.form.errors) == {"title"}:
            # An empty column is valid: the language just has no texts.
            self.form._errors = type(self.form.errors)()
            return True
        return valid

    def has_changed(self) -> bool:
        """Whether the texts differ from the latest draft. Only for a valid form."""
        return (
            self.editable and not self.is_blank() and comparable(self.form.instance) != self.before
        )


def said(value) -> bool:
    """Whether a field's value has any text."""
    if value is None:
        return False
    if isinstance(value, str):
        return bool(strip_tags(value).strip())
    return bool(value)


def comparable(words) -> dict:
    """The texts in the HTML that the editor would write, so that unchanged ones compare equal.

    Rich text from elsewhere (an import, a translation) may use other tags, ``em`` for ``i``.
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
            # Blocks need JavaScript: without it the field is left out and does not change.
            column.form.fields.pop("material", None)
        for field in column.form.fields.values():
            # The value is in this language, the labels around it are in the reader's.
            field.widget.attrs["lang"] = code
        columns.append(column)
    return columns
