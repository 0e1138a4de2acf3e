"""What pages of one kind are made of: their own blocks, and those that apps add to them.

A company's app adds one in its ``AppConfig.ready()``:

    register_block("evening", EveningBlock(group=_("More")), pages=["company"])

``pages`` are kinds of pages: ``company`` (home page and content pages), ``influencer`` and
``consultant``. The block is a ``Section``, with a template and perhaps ``Meta.cached``; what it
shows of the database it names by tags (``cms.page_cache.freshness``), as everything on a page does.
Its name is stored with every page that has one, so it never changes. Pictures, pages and documents
are fetched with those of the whole page where they are a ``PictureBlock``, ``PageBlock`` and
``DocumentBlock`` named ``image``, ``page`` and ``document``; under other names each one by itself.
Where the app is taken out, its blocks are neither shown nor kept when a page is saved.

No migration names a block, ours or added: a page's field names the class they are collected in.
"""

from collections.abc import Iterable

from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string
from wagtail import blocks
from wagtail.fields import StreamField

_kinds: set[str] = set()
_added: dict[str, dict[str, blocks.Block]] = {}
_composed: set[str] = set()


def register_block(name: str, block: blocks.Block, *, pages: Iterable[str]) -> None:
    """Offer ``block`` on every page of these kinds, after their own blocks. Raises
    ImproperlyConfigured for a kind that no page has, for a name that is taken, and after
    ``ready()``, when pages have been put together.
    """
    for kind in pages:
        if kind not in _kinds:
            raise ImproperlyConfigured(f"No pages are of the kind {kind!r}: {sorted(_kinds)}.")
        if kind in _composed:
            raise ImproperlyConfigured(f"{name!r} comes too late: register it in ready().")
        added = _added.setdefault(kind, {})
        if name in added:
            raise ImproperlyConfigured(f"Two blocks of {kind} pages are called {name!r}.")
        added[name] = block


class PageBlocks(blocks.StreamBlock):
    """The blocks of one kind of pages, which ``pages`` names."""

    pages: str = ""

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if cls.pages:
            _kinds.add(cls.pages)

    def __init__(self, local_blocks=None, **kwargs):
        _composed.add(self.pages)
        added = _added.get(self.pages, {})
        if taken := added.keys() & self.base_blocks.keys():
            raise ImproperlyConfigured(f"Pages have blocks of that name: {sorted(taken)}.")
        super().__init__([*(local_blocks or []), *added.items()], **kwargs)


class PageBlocksField(StreamField):
    """A page's blocks, by the class that collects them. It is asked for them when the first page
    is, so that every app has added its own; migrations keep the path of the class alone, and
    a data migration finds the blocks of today.
    """

    def __init__(self, blocks_class: type[PageBlocks] | str, **kwargs):
        super().__init__(blocks_class, **kwargs)

    @property
    def block_types_arg(self):
        if isinstance(self._blocks_class, str):
            self._blocks_class = import_string(self._blocks_class)
        return self._blocks_class

    @block_types_arg.setter
    def block_types_arg(self, blocks_class):
        self._blocks_class = blocks_class

    def deconstruct(self):
        name, path, _, kwargs = super(StreamField, self).deconstruct()
        return name, path, [_path_of(self._blocks_class)], kwargs


def _path_of(blocks_class: type[PageBlocks] | str) -> str:
    if isinstance(blocks_class, str):
        return blocks_class
    return f"{blocks_class.__module__}.{blocks_class.__qualname__}"
