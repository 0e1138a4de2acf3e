import copy

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.field_block import FieldBlock
from wagtail.blocks.struct_block import BlockGroup
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

from markets.fields import is_for_market, market_choices
from markets.lookup import current_market

from .. import references
from .block_cache import block_key, cached_block_html, is_cacheable

RICH_TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link", "hr"]
SMALL_TEXT_FEATURES = ["bold", "italic", "link", "document-link"]


class _FetchedTogether:
    """A chooser block that takes its objects from the page's prefetch (``content.references``)."""

    kept_in: str

    def bulk_to_python(self, values):
        together = references.current()
        if together is None:
            return super().bulk_to_python(values)
        kept = getattr(together, self.kept_in)
        if any(value is not None and value not in kept for value in values):
            return super().bulk_to_python(values)
        # A copy each: the same picture twice may be written on twice.
        return [copy.copy(kept[value]) if value is not None else None for value in values]


class PictureBlock(_FetchedTogether, ImageChooserBlock):
    kept_in = "images"


class PageBlock(_FetchedTogether, blocks.PageChooserBlock):
    kept_in = "pages"


class DocumentBlock(_FetchedTogether, DocumentChooserBlock):
    kept_in = "documents"


class MarketsBlock(FieldBlock):
    """The markets a block is shown in, as a list of codes; empty means all."""

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Markets"))
        self.field = forms.MultipleChoiceField(
            choices=market_choices,
            required=False,
            help_text=_("Leave empty for every market."),
            widget=forms.CheckboxSelectMultiple,
        )
        super().__init__(**kwargs)

    def get_default(self):
        return self.normalize(super().get_default())

    def normalize(self, value):
        return list(value or [])

    def value_from_form(self, value):
        return list(value or [])

    def get_prep_value(self, value):
        return list(value or [])

    class Meta:
        icon = "site"
        default = []


class Section(blocks.StructBlock):
    """A block that may be for some markets only; it is not rendered in others.

    With ``Meta.cached`` it is the same for everybody (no visitor, no seller) and is cached: see
    ``cms.content.blocks.block_cache``.
    """

    markets = MarketsBlock()

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            self.check_whole(cleaned)
        return cleaned

    def check_whole(self, value) -> None:
        """Validation before publishing; drafts are saved without it. Raises
        StructBlockValidationError.
        """

    def get_form_layout(self):
        # What is written comes first; whom it is for is behind the block's settings.
        words = [name for name in self.child_blocks if name != "markets"]
        return BlockGroup(words, settings=["markets"])

    def render(self, value, context=None):
        if not is_for_market(value.get("markets"), current_market().code):
            return ""
        page = (context or {}).get("page")
        request = (context or {}).get("request")
        if not is_cacheable(page, request):
            return super().render(value, context=context)
        key = block_key(page, context.get("block_id"), context.get("heading"))
        return cached_block_html(
            self, context["storefront"], key, lambda: super(Section, self).render(value, context)
        )


class LineBlock(blocks.CharBlock):
    """One line of words. Empty is "", never None: wagtail-localize stops at a None."""

    class Meta:
        default = ""


class KeyBlock(blocks.ChoiceBlock):
    """A choice among rows of the database, by a key that is a text. Reading a page does not look
    up which rows there are; a form does."""

    def normalize_choice(self, value):
        return value


class TextareaBlock(blocks.TextBlock):
    """A few plain lines."""

    def __init__(self, **kwargs):
        kwargs.setdefault("rows", 3)
        super().__init__(**kwargs)

    class Meta:
        default = ""
