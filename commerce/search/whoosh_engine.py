"""Haystack's Whoosh backend, made fit for several processes and for two languages.

Set as the ``ENGINE`` of ``HAYSTACK_CONNECTIONS``. Another engine (Solr, OpenSearch) brings its
own analysers and locks and takes its place by settings.
"""

from haystack.backends import whoosh_backend
from haystack.constants import ID
from haystack.exceptions import SkipDocument
from haystack.utils import get_identifier
from whoosh.analysis import Filter, RegexTokenizer
from whoosh.fields import ID as EXACT
from whoosh.fields import TEXT
from whoosh.query import Term

# One writer at a time holds the index; the others wait this long, then their task is retried.
WRITER_WAIT = 30.0

# What a shopper filters by is matched whole: an analyser takes "us" and "es" for stop words.
EXACT_FIELDS = ("market", "language")


class LightPlural(Filter):
    """Cuts the endings that plurals differ by, in Spanish and English alike.

    ``cremas`` and ``crema``, ``labiales`` and ``labial``, ``brushes`` and ``brush`` meet. It
    need not give real words, only the same one for both.
    """

    def __call__(self, tokens):
        for token in tokens:
            token.text = singular(token.text)
            yield token


def singular(word: str) -> str:
    """The common beginning of a folded word's singular and plural."""
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > 4 and word.endswith("e"):
        word = word[:-1]
    return word


# Texts and queries arrive folded (commerce.search.folding): nothing else is left to do.
ANALYZER = RegexTokenizer(r"[^\W_]+") | LightPlural()


class WhooshBackend(whoosh_backend.WhooshSearchBackend):
    def build_schema(self, fields):
        content_field, schema = super().build_schema(fields)
        schema.remove(content_field)
        # Neither stored nor a column: the shop reads its listings from the database.
        schema.add(content_field, TEXT(stored=False, analyzer=ANALYZER, phrase=True))
        for name in EXACT_FIELDS:
            if name in schema:
                schema.remove(name)
                schema.add(name, EXACT(stored=False))
        return content_field, schema

    def _writer(self):
        if not self.setup_complete:
            self.setup()
        self.index = self.index.refresh()
        return self.index.writer(timeout=WRITER_WAIT, delay=0.05, limitmb=64)

    def update(self, index, iterable, commit=True):
        """Write documents, waiting for another process that writes.

        Raises whoosh's LockError where the wait was in vain, and whatever a document raises:
        a background task tries again, a silent gap would stay.
        """
        writer = self._writer()
        try:
            for obj in iterable:
                try:
                    document = index.full_prepare(obj)
                except SkipDocument:
                    continue
                writer.update_document(
                    **{key: self._from_python(value) for key, value in document.items()}
                )
        except BaseException:
            writer.cancel()
            raise
        writer.commit()

    def remove(self, obj_or_string, commit=True):
        self.remove_many([get_identifier(obj_or_string)])

    def remove_many(self, identifiers) -> None:
        """Take documents out by haystack's identifier (``listings.listing.7``)."""
        writer = self._writer()
        try:
            for identifier in identifiers:
                writer.delete_by_query(Term(ID, identifier))
        except BaseException:
            writer.cancel()
            raise
        writer.commit()


class WhooshEngine(whoosh_backend.WhooshEngine):
    backend = WhooshBackend
