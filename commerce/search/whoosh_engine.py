"""Haystack's Whoosh backend, made fit for several processes, and quick.

Set as the ``ENGINE`` of ``HAYSTACK_CONNECTIONS``. Another engine (Solr, OpenSearch) takes its place
by settings: words arrive analysed (``commerce.search.analysis``), and what this backend offers on
top (``matching``, ``rebuild``) is asked for only where it is there.
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

# One writer at a time holds the index; the others wait this long, then their task is retried.
WRITER_WAIT = 30.0
# What a rebuild may keep in memory before it writes runs to disk.
REBUILD_MEMORY_MB = 256


class KeywordField(FieldType):
    """Words that are already analysed, with spaces (or commas) between them. Not stored."""

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
        """Open the index that is in use; make an empty one where there was none."""
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
        """Have ``self.index`` be the index that is in use now."""
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
                # It was replaced twice between our two looks.
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
        """The subjects (product or page ids) that have, for each entry of ``wanted``, every word
        of one of its alternatives; the best first. ``kind`` is haystack's content type.

        Words are found in the order of the alternatives: an earlier one weighs more, and a word
        in the title more than one elsewhere.
        """
        self._follow()
        return snapshot_of(self._opened, self.index).matching(
            wanted, kind=kind, market=market, language=language
        )

    def size(self) -> int:
        """The number of documents. Raises what whoosh raises where the index is damaged."""
        self._follow()
        return self.index.doc_count()

    # --- Writing ------------------------------------------------------------------------

    def _write(self, act: Callable) -> None:
        """Write to the index that is in use, waiting for another process that writes.

        Raises whoosh's LockError where the wait was in vain, and whatever a document raises:
        a background task tries again, a silent gap would stay.
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
        """Take documents out by haystack's identifier (``listings.listing.7``)."""

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
        """Index everything anew at a new place, then put it in the place of the old index.

        Who searches meanwhile finds the old one, then the new one, and never an empty one; who
        writes meanwhile waits, and writes to the new one. Returns the number of documents.
        Does not look at the old one, which may be damaged.
        """
        if not self.setup_complete:
            self._know_fields()
        count = 0
        with self.folder.locked(seconds=WRITER_WAIT):
            place = self.folder.new()
            made = FileStorage(str(place)).create_index(self.schema)
            writer = made.writer(limitmb=REBUILD_MEMORY_MB)
            _without_lengths(writer)
            # Millions of small objects live until the end: looking for garbage among them, time
            # and again, is a tenth of the work.
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
    """Spare a writer of unscored fields the search for lengths that they do not have: a look at
    the disk for each word of each document, which is a third of the work."""
    fields = writer.fieldwriter
    add_postings = fields.add_postings
    fields.add_postings = lambda schema, lengths, items: add_postings(schema, None, items)


class WhooshEngine(whoosh_backend.WhooshEngine):
    backend = WhooshBackend
