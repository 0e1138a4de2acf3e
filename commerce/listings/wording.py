"""What a market's listings are called in one language, by the places of its assortment."""

from array import array
from collections import defaultdict
from collections.abc import Iterable
from copy import copy

from .assortment import FEW, patched, places_array, reordered
from .bits import bits_of, members


class Said:
    """Rows of one language that are taken in one by one: place, primary key, title, labels."""

    def __init__(self):
        self.places, self.pks = places_array(), array("q")
        self.titles: list[str] = []
        # {(label, what it says): places}
        self.labels = defaultdict(places_array)

    def take(self, place: int, pk: int, title: str, labels: Iterable[tuple[str, str]]) -> None:
        self.places.append(place)
        self.pks.append(pk)
        self.titles.append(title)
        for pair in labels:
            self.labels[pair].append(place)


class Wording:
    """A state of it. Never changed once it is there."""

    def __init__(self):
        # The primary key of the listing at each place.
        self.pks, self.titles = array("q"), []
        self.everything = 0
        # {label: {what it says: bits}}
        self.labels: dict[str, dict[str, int]] = {}
        self._order: array | None = None

    @property
    def label_texts(self) -> dict[str, str]:
        pairs = ((code, text) for code, texts in self.labels.items() for text in texts)
        return dict(sorted(pairs))

    def changed(self, said: Said, size: int, gone: Iterable[int] = ()) -> "Wording":
        """The state after ``said``, of ``size`` places, without the listings that are ``gone``."""
        touched, missing = {*said.places, *gone}, size - len(self.pks)
        if not touched and not missing:
            return self
        new = copy(self)
        new.pks = self.pks + array("q", bytes(8 * missing))
        new.titles = self.titles + [""] * missing
        away = bits_of(touched, size)
        for place, pk, title in zip(said.places, said.pks, said.titles, strict=True):
            new.pks[place], new.titles[place] = pk, title
        new.everything = self.everything & ~away | bits_of(said.places, size)
        new.labels = patched(self.labels, away, said.labels, size)
        new._order = None
        if self._order is not None and len(touched) <= FEW:
            new._order = reordered(
                self._order,
                leaving=[place for place in touched if self.everything >> place & 1],
                left_by=self._key,
                coming=said.places,
                placed_by=new._key,
            )
        return new

    def _key(self, place: int) -> tuple:
        return self.titles[place], -self.pks[place]

    def order(self) -> array:
        """The places of all listings by their titles."""
        if self._order is None:
            everything = members(self.everything, len(self.pks))
            self._order = array("i", sorted(everything, key=self._key))
        return self._order
