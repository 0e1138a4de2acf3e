"""Prefetching for streams: pictures, pages and documents of a page's body, in at most five queries.

Without it each block fetches its own, a query for each kind of block and for each link. Here the
keys are collected from the raw body, and everything is fetched together. A body without any costs
no query.
"""

import re
from collections.abc import Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from ..addresses.translations import live_in

RICH_TEXT_LINK = re.compile(r"<a\b[^>]*>")
LINK_TYPE = re.compile(r'\blinktype="(page|document)"')
LINK_ID = re.compile(r'\bid="([^"]*)"')


def _number(text: str) -> int | None:
    """The key that the database would take it for: " 7" and "+7" are 7 there."""
    try:
        return int(text)
    except ValueError:
        return None


@dataclass
class References:
    """Keys found in raw stream data, and the objects fetched for them."""

    image_ids: set[int] = field(default_factory=set)
    page_ids: set[int] = field(default_factory=set)
    document_ids: set[int] = field(default_factory=set)
    images: dict = field(default_factory=dict)
    documents: dict = field(default_factory=dict)
    pages: dict = field(default_factory=dict)
    # translation key → language → page
    translations: dict = field(default_factory=dict)
    # For blocks of other areas that fetch together what is not known here.
    kept: dict = field(default_factory=dict)

    def read(self, data) -> None:
        """Collect ids from raw stream data (lists, dicts and strings as stored).

        Agreed with the blocks: a picture is stored under ``image``, a document under
        ``document`` and a page under ``page``, or as the value of a stream child so named.
        """
        if isinstance(data, str):
            for tag in RICH_TEXT_LINK.findall(data):
                kind, pk = LINK_TYPE.search(tag), LINK_ID.search(tag)
                if kind and pk:
                    self._add(kind[1], _number(pk[1]))
        elif isinstance(data, dict):
            if "type" in data and "value" in data:
                self._add(data["type"], data["value"])
            for key, value in data.items():
                self._add(key, value)
                self.read(value)
        elif isinstance(data, Sequence):
            for value in data:
                self.read(value)

    def _add(self, kind: str, value) -> None:
        if isinstance(value, int) and not isinstance(value, bool):
            ids = {"image": self.image_ids, "page": self.page_ids, "document": self.document_ids}
            if kind in ids:
                ids[kind].add(value)

    def fetch(self) -> "References":
        """Fetch what is named and not here yet."""
        if missing := self.image_ids - self.images.keys():
            self._fetch_images(missing)
        if missing := self.document_ids - self.documents.keys():
            self.documents.update(get_document_model().objects.in_bulk(missing))
        if missing := self.page_ids - self.pages.keys():
            self._fetch_pages(missing)
        return self

    def _fetch_images(self, ids) -> None:
        """Pictures with their renditions in one query; a second one for pictures that have none
        yet, which happens once in their life.
        """
        renditions = get_image_model().get_rendition_model().objects
        for rendition in renditions.filter(image_id__in=ids).select_related("image"):
            image = self.images.setdefault(rendition.image_id, rendition.image)
            if not hasattr(image, "prefetched_renditions"):
                image.prefetched_renditions = []
            rendition.image = image
            image.prefetched_renditions.append(rendition)
        if fresh := ids - self.images.keys():
            self.images.update(get_image_model().objects.in_bulk(fresh))

    def _fetch_pages(self, ids) -> None:
        keys = Page.objects.filter(pk__in=ids).values("translation_key")
        for page in Page.objects.filter(translation_key__in=keys).select_related("locale"):
            self.pages[page.pk] = page
            family = self.translations.setdefault(page.translation_key, {})
            family[page.locale.language_code] = page

    def page_in(self, pk: int, language: str):
        """The live page ``pk`` in a language, else in its own; None where neither is live."""
        if pk not in self.pages:
            self.page_ids.add(pk)
            self.fetch()
        page = self.pages.get(pk)
        if page is None:
            return None
        return live_in(language, page, self.translations.get(page.translation_key, {}))


_current: ContextVar[References | None] = ContextVar("references", default=None)


def current() -> References | None:
    """The references of the page that is being rendered; None outside of one. They are fetched by
    the first call: a page whose blocks are all cached costs no query.
    """
    references = _current.get()
    return references.fetch() if references is not None else None


@contextmanager
def fetched_for(*raw_data):
    """Within it, blocks take their objects from one common fetch, made when the first one asks."""
    references = References()
    for data in raw_data:
        references.read(data)
    token = _current.set(references)
    try:
        yield references
    finally:
        _current.reset(token)
