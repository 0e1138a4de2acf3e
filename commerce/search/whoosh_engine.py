"""Haystack's Whoosh backend, made safe for several processes and faster.

Set as the ``ENGINE`` of ``HAYSTACK_CONNECTIONS``. Another engine (Solr, OpenSearch) can be set
instead: texts are analyzed before they reach the engine (``commerce.search.analysis``), and the
additional methods of this backend (``matching``, ``rebuild``) are optional.
"""

import gc
import shutil
from collections.abc import Callable, Iterable

from haystack.backends import whoosh_backend
from haystack.constants import DJANGO_CT, ID
from haystack.exceptions import SkipDocument
from haystack.utils import get_identifier
from whoosh.analysis import KeywordAnalyzer
from whoosh.fields import ID as EXACT
from whoosh.fields import NUMERIC, FieldType
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Existence
from whoosh.index import EmptyIndexError
from whoosh.qparser import FuzzyTermPlugin, QueryParser
from whoosh.query import Term

from .index_folder import IndexFolder
from .whoosh_snapshot import Hits, Wanted, snapshot_of

# Seconds that a writer waits for the index's lock; after that its task is retried.
WRITER_WAIT = 30.0
# The memory that a rebuild may use before it writes to disk.
REBUILD_MEMORY_MB = 256


class KeywordField(FieldType):
    """A field of analyzed words, separated by spaces (or commas). Not stored."""

    def __init__(self):
        self.analyzer = KeywordAnalyzer()
        self.format = Existence()
        self.scorable = self.stored = self.unique = False
        self.vector = None

    def index(self, value, **kwargs):
        for word in dict.fromkeys(value.replace(",", " ").split()):
            yield word.encode(), 1, 1.0, b""


class WhooshBackend(whoosh_backend.WhooshSearchBackend):
    def __init__(self, connection_alias, **connection_options):
        super().__init__(connection_alias, **connection_options)
        self.folder = IndexFolder(self.path)
        self._opened = None

    # --- Opening ------------------------------------------------------------------------

    def build_schema(self, fields):
        content_field, schema = super().build_schema(fields)
        for name in ("text", "title", "market", "language"):
            schema.remove(name)
            schema.add(name, KeywordField())
        for name in ("subject", "rank"):
            schema.remove(name)
            schema.add(name, NUMERIC(numtype=int, stored=True, sortable=True, signed=False))
        schema.remove(DJANGO_CT)
        schema.add(DJANGO_CT, EXACT(stored=True))
        return content_field, schema

    def setup(self):
        """Open the current index; create an empty one if there is none."""
        self._know_fields()
        self._follow()

    def _know_fields(self) -> None:
        from haystack import connections

        self.content_field_name, self.schema = self.build_schema(
            connections[self.connection_alias].get_unified_index().all_searchfields()
        )
        self.parser = QueryParser(self.content_field_name, schema=self.schema)
        self.parser.add_plugins([FuzzyTermPlugin])
        self.setup_complete = True

    def _follow(self) -> None:
        """Reopen ``self.index`` if a rebuild has replaced it."""
        if not self.setup_complete:
            self.setup()
            return
        folder = self.folder.current()
        if folder is None:
            with self.folder.locked(seconds=WRITER_WAIT):
                if (folder := self.folder.current()) is None:
                    folder = self.folder.new()
                    FileStorage(str(folder)).create_index(self.schema)
                    self.folder.publish(folder)
        if folder != self._opened:
            try:
                self._open(folder)
            except (FileNotFoundError, EmptyIndexError):
                # It was replaced again while we opened it.
                self._open(self.folder.current())
        self.index = self.index.refresh()

    def _open(self, folder) -> None:
        self.storage = FileStorage(str(folder))
        self.index = self.storage.open_index(schema=self.schema)
        self._opened = folder

    # --- Reading ------------------------------------------------------------------------

    def search(self, query_string, **kwargs):
        self._follow()
        return super().search(query_string, **kwargs)

    def matching(self, wanted: Wanted, *, kind: str, market: str, language: str) -> Hits:
        """The ids of products or pages that match a query, the best first.

        A document matches if for each entry of ``wanted`` it has all words of one alternative.
        Earlier alternatives, and words in the title, score higher. ``kind`` is haystack's content
        type.
        """
        self._follow()
        return snapshot_of(self._opened, self.index).matching(
            wanted, kind=kind, market=market, language=language
        )

    def size(self) -> int:
        """The number of documents. Raises Whoosh's errors if the index is damaged."""
        self._follow()
        return self.index.doc_count()

    # --- Writing ------------------------------------------------------------------------

    def _write(self, act: Callable) -> None:
        """Write to the current index, with its lock held.

        Raises Whoosh's LockError after ``WRITER_WAIT`` seconds, and any error of a document: the
        background task is retried, while a skipped document would stay missing.
        """
        self._follow()
        with self.folder.locked(seconds=WRITER_WAIT):
            self._follow()
            writer = self.index.writer(limitmb=64)
            try:
                act(writer)
            except BaseException:
                writer.cancel()
                raise
            writer.commit()

    def update(self, index, iterable, commit=True):
        def act(writer):
            for document in self._documents(index, iterable):
                writer.update_document(**document)

        self._write(act)

    def _documents(self, index, objects: Iterable):
        for obj in objects:
            try:
                document = index.full_prepare(obj)
            except SkipDocument:
                continue
            yield {key: self._from_python(value) for key, value in document.items()}

    def remove(self, obj_or_string, commit=True):
        self.remove_many([get_identifier(obj_or_string)])

    def remove_many(self, identifiers) -> None:
        """Delete documents by haystack's identifier (``listings.listing.7``)."""

        def act(writer):
            for identifier in identifiers:
                writer.delete_by_query(Term(ID, identifier))

        self._write(act)

    def clear(self, models=None, commit=True):
        if models is None:
            self.rebuild([])
            return

        def act(writer):
            for model in models:
                writer.delete_by_query(Term(DJANGO_CT, whoosh_backend.get_model_ct(model)))

        self._write(act)

    def rebuild(self, indexes: Iterable) -> int:
        """Build a new index of everything, then replace the old one with it. No downtime.

        Searches use the old index until it is replaced; writers wait, and then write to the new
        one. Returns the number of documents. Never reads the old index, which may be damaged.
        """
        if not self.setup_complete:
            self._know_fields()
        count = 0
        with self.folder.locked(seconds=WRITER_WAIT):
            place = self.folder.new()
            made = FileStorage(str(place)).create_index(self.schema)
            writer = made.writer(limitmb=REBUILD_MEMORY_MB)
            _without_lengths(writer)
            # Millions of small objects live until the end: the garbage collector would take a tenth
            # of the time.
            collecting = gc.isenabled()
            gc.disable()
            try:
                for index in indexes:
                    rows = index.index_queryset().iterator(chunk_size=2000)
                    for document in self._documents(index, rows):
                        writer.add_document(**document)
                        count += 1
                writer.commit()
            except BaseException:
                writer.cancel()
                shutil.rmtree(place, ignore_errors=True)
                raise
            finally:
                if collecting:
                    gc.enable()
            self.folder.publish(place)
        self._follow()
        return count


def _without_lengths(writer) -> None:
    """Patch a writer so that it does not look up field lengths, which unscored fields do not have.

    The lookup reads the disk for each word of each document: a third of the time."""
    fields = writer.fieldwriter
    add_postings = fields.add_postings
    fields.add_postings = lambda schema, lengths, items: add_postings(schema, None, items)


class WhooshEngine(whoosh_backend.WhooshEngine):
    backend = WhooshBackend
