"""A market's listings in all its languages, as they are in the database at a moment."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from .assortment import Assortment, Places
from .bits import members
from .facet_index import FacetIndex
from .facet_rows import ListingRow
from .wording import Said, Wording


@dataclass(frozen=True)
class MarketIndex:
    """Never changed: ``with_rows`` and ``without_the_gone`` make the next one."""

    # The codes of those that are filters.
    attributes: frozenset[str]
    places: Places
    assortment: Assortment
    # By language.
    wordings: dict[str, Wording] = field(default_factory=dict)
    _indexes: dict[str, FacetIndex] = field(default_factory=dict)

    @classmethod
    def empty(cls, attributes: frozenset[str]) -> "MarketIndex":
        return cls(attributes, Places(), Assortment(attributes))

    @property
    def count(self) -> int:
        return sum(one.everything.bit_count() for one in self.wordings.values())

    def index(self, language: str) -> FacetIndex:
        """The same one each time."""
        found = self._indexes.get(language)
        if found is None:
            nothing = Wording().changed(Said(), self.assortment.size)
            wording = self.wordings.get(language, nothing)
            made = FacetIndex(self.assortment, wording, self.places)
            found = self._indexes.setdefault(language, made)
        return found

    def with_rows(
        self, rows: Iterable[ListingRow], categories: Mapping[int, Collection[int]]
    ) -> "MarketIndex":
        """With these listings as they are given, which are taken one by one and not kept.
        ``categories``: those of each product."""
        places = self.places
        said = {language: Said() for language in self.wordings}

        def indexed():
            nonlocal places
            taken = set()
            for row in rows:
                if row.product not in places and places is self.places:
                    places = Places(places)
                place = places[row.product]
                words = said.setdefault(row.language, Said())
                words.take(place, row.pk, row.title, row.labels.said)
                if place not in taken:
                    taken.add(place)
                    yield place, row.indexed(categories.get(row.product, ()), self.attributes)

        assortment = self.assortment.changed(indexed())
        wordings = {
            language: self.wordings.get(language, Wording()).changed(words, assortment.size)
            for language, words in said.items()
        }
        return replace(self, places=places, assortment=assortment, wordings=wordings, _indexes={})

    def without_the_gone(self, there: Iterable[tuple[str, int]]) -> "MarketIndex":
        """``there``: language and product of all listings that the database has."""
        left = defaultdict(set)
        for language, product in there:
            left[language].add(self.places.get(product))
        size, wordings = self.assortment.size, {}
        for language, wording in self.wordings.items():
            gone = set(members(wording.everything, size)) - left[language]
            wordings[language] = wording.changed(Said(), size, gone)
        gone = set(members(self.assortment.everything, size)).difference(*left.values())
        return replace(
            self,
            assortment=self.assortment.changed((), gone),
            wordings=wordings,
            _indexes={},
        )
