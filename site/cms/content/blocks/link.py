from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from markets.lookup import language_of
from markets.storefront_urls import in_edition, neutral

from ...addresses import link_targets
from ...addresses.named_links import DOCUMENTS, is_no_page
from ...addresses.routing import page_path
from .. import references
from .base import DocumentBlock, LineBlock, PageBlock

NO_PAGE = _("This is not a page of the shop. For a file, choose it as a document.")


class PathBlock(LineBlock):
    """An address inside the shop, stored without seller, country and language."""

    def clean(self, value):
        value = super().clean(value).strip()
        if value and (not value.startswith("/") or value.startswith("//")):
            raise ValidationError(_("Enter an address of this site, such as /catalogo/."))
        if value and is_no_page(value):
            raise ValidationError(NO_PAGE)
        return neutral(value) if value else value

    # An address is not a text to translate.
    def get_translatable_segments(self, value):
        return []

    def restore_translated_segments(self, value, segments):
        return value


class LinkBlock(blocks.StreamBlock):
    """Where a link leads: exactly one of the kinds."""

    page = PageBlock(label=_("Page"), icon="doc-empty")
    # Targets that other areas offer, such as the categories of the catalogue.
    target = blocks.ChoiceBlock(choices=link_targets.choices, label=_("Category"), icon="tag")
    path = PathBlock(
        label=_("Address in the shop"),
        icon="link",
        help_text=_("Such as /catalogo/: country and language are added by themselves."),
    )
    external = blocks.URLBlock(label=_("Another site"), icon="link-external")
    document = DocumentBlock(label=_("Document"), icon="doc-full")

    def clean(self, value):
        cleaned = super().clean(value)
        for number, child in enumerate(cleaned):
            if child.block_type == "external" and _is_beside_the_shop(child.value):
                raise blocks.StreamBlockValidationError({number: ValidationError(NO_PAGE)})
        return cleaned

    class Meta:
        max_num = 1
        icon = "link"
        label = _("Link")


def _is_beside_the_shop(address: str) -> bool:
    """Whether an address "elsewhere" is one of this very host's that is no page."""
    parts = urlsplit(address or "")
    ours = {urlsplit(settings.PUBLIC_URL).hostname, *settings.COMPANY_HOSTS} - {"*"}
    return parts.hostname in ours and is_no_page(parts.path or "/")


def link_path(link, language: str | None = None) -> str:
    """The target of a ``LinkBlock``: a neutral path for our own pages; "" where there is none.

    Pages are taken in ``language`` (a content language, the current one by default).
    """
    raw = link.raw_data[0] if link else None
    if not raw or raw["value"] in (None, ""):
        return ""
    language = language_of(language or get_language())
    kind, value = raw["type"], raw["value"]
    if kind == "page":
        together = references.current() or references.References()
        page = together.page_in(value, language)
        return page_path(page) if page else ""
    if kind == "target":
        return link_targets.resolve([value], language).get(value, "")
    if kind == "document":
        together = references.current() or references.References()
        together.document_ids.add(value)
        document = together.fetch().documents.get(value)
        return document_path(document) if document else ""
    return value


def link_url(link) -> str:
    """The target of a ``LinkBlock`` as a link on the present page."""
    path = link_path(link)
    if not path.startswith("/") or path.startswith(DOCUMENTS):
        return path
    # Stored before such addresses were refused: it leads nowhere.
    return "" if is_no_page(path) else in_edition(path)


def document_path(document) -> str:
    return reverse("wagtaildocs_serve", args=[document.pk, document.filename])


class ActionValue(blocks.StructValue):
    @property
    def url(self) -> str:
        return link_url(self.get("link"))


class ActionBlock(blocks.StructBlock):
    """A button or a link with its words; shown where it has both words and a target."""

    label = LineBlock(required=False, max_length=60, label=pgettext_lazy("on a link", "Text"))
    link = LinkBlock(required=False)

    class Meta:
        icon = "link"
        label = _("Button")
        value_class = ActionValue
