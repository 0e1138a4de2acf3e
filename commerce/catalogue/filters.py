"""The filter column beside a list of products: filters, counts, and the products that match.

For a category, for all products, and for the results of a search. No query but the facet index's
own (``facet_memory``).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.page_cache import freshness
from commerce.copy.tree import CategoryNode, CategoryTree
from commerce.listings.facet_index import FacetIndex
from commerce.listings.facet_memory import facet_index
from commerce.listings.facets import CATEGORY, DISCOUNT, FEATURED, IN_STOCK, LABEL, PRICE, RATING
from commerce.listings.tags import list_tag
from markets.lookup import language_of, market_of
from markets.money import format_money
from markets.storefront_urls import in_edition

from .filter_names import FilterNames
from .filter_request import PRICE_MAX, PRICE_MIN, FilterRequest, write_range
from .price_ranges import PARTS, price_ranges
from .shown_variant import WantedVariant


@dataclass(frozen=True)
class FilterValue:
    """One checkbox. ``count``: how many products match with it and all other chosen filters."""

    value: str
    label: str
    count: int
    checked: bool
    id: str
    hex: str = ""


@dataclass(frozen=True)
class FilterGroup:
    """One filter. ``kind``: "checks" or "swatches"."""

    name: str
    label: str
    kind: str
    values: list[FilterValue] = field(default_factory=list)
    # Whether it is open while nothing is chosen.
    opens: bool = False

    @property
    def is_open(self) -> bool:
        return self.opens or any(value.checked for value in self.values)


class FilterColumn:
    """The chosen filters, the products that match, and the filters that can be chosen.

    ``scope_of`` returns the listings to filter, as a set of the index. ``keep``: parameters that
    every link keeps (the search, the order). ``path``: of the list, neutral.
    """

    def __init__(
        self,
        params,
        *,
        edition: str,
        tree: CategoryTree,
        path: str,
        scope_of: Callable[[FacetIndex], int],
        node: CategoryNode | None = None,
        keep: Mapping[str, str] | None = None,
    ):
        self.market, self.language = market_of(edition), language_of(edition)
        self.edition, self.tree, self.node, self.path = edition, tree, node, path
        self.keep = {name: value for name, value in (keep or {}).items() if value}
        self.moment = timezone.now()
        self.index = facet_index(self.market.code, self.language, depends_on=())
        self.asked = FilterRequest.read(params, self.index)
        # Names and codes of what is chosen are looked up in the whole market.
        category = node.pk if node is not None and not self.asked else None
        freshness.depends_on(list_tag(self.market.code, category))
        self.names = FilterNames(self.index, tree, self.market, self.language)
        self.scope = scope_of(self.index)
        keys = {
            name: str(self.tree.by_slug[name])
            for name in self.asked.values.get(CATEGORY, ())
            if name in self.tree.by_slug
        }
        self.choice = self.asked.choice(keys)
        self.found = (
            self.index.find(self.choice, self.scope, self.moment) if self.choice else self.scope
        )
        self.count = self.found.bit_count()
        self.total = self.scope.bit_count()
        self.expire_with_labels()

    def expire_with_labels(self) -> None:
        """The page expires when the first label ends: until then the counts are right."""
        freshness.expires_at(self.index.next_ending(self.moment))

    @property
    def base_url(self) -> str:
        return in_edition(self.path, self.edition)

    @property
    def is_filtered(self) -> bool:
        return bool(self.asked)

    # --- Results ------------------------------------------------------------------------

    def sorted(self, sort: str) -> Sequence[int]:
        """Primary keys of the matching listings: in an order of ``assortment.SORTS``, or category
        by category ("category")."""
        if sort != CATEGORY:
            return self.index.listings(self.found, sort, self.choice)
        found, left = [], self.found
        for node in self.tree.in_order():
            here = left & self.index.in_category(node.pk)
            left &= ~here
            found += self.index.listings(here, "featured")
        return [*found, *self.index.listings(left, "featured")]

    def ordered(self, product_ids: Sequence[int]) -> Sequence[int]:
        """Primary keys of the listings that are left, in the order of these products, which are
        all of the scope."""
        return self.index.ranked(product_ids, self.found)

    @property
    def count_text(self) -> str:
        return ngettext("%(count)d product", "%(count)d products", self.count) % {
            "count": self.count
        }

    @property
    def wanted(self) -> WantedVariant:
        """The variant that cards show: the chosen filters that differ between variants."""
        options = {
            name: [value for value in values if value in self.names.values(name)]
            for name, values in self.asked.values.items()
            if name in self.index.attributes
        }
        chosen = {name: values for name, values in options.items() if values}
        return WantedVariant.of(chosen, [one for one in self.asked.prices.values() if one])

    # --- Addresses ----------------------------------------------------------------------

    @property
    def query(self) -> str:
        """The query string without the page number, with "&" at the end: for links to pages."""
        pairs = [*self.keep.items(), *self.asked.pairs]
        return f"{urlencode(pairs)}&" if pairs else ""

    @property
    def hidden(self) -> list[dict]:
        """The chosen filters as hidden fields of another form (the order)."""
        kept = [(name, value) for name, value in self.keep.items() if name != "sort"]
        return [{"name": name, "value": value} for name, value in [*kept, *self.asked.pairs]]

    @property
    def kept(self) -> list[dict]:
        """Hidden fields of the column's own form."""
        return [{"name": name, "value": value} for name, value in self.keep.items()]

    def _url(self, pairs: Iterable[tuple[str, str]]) -> str:
        query = urlencode([*self.keep.items(), *pairs])
        return f"{self.base_url}?{query}" if query else self.base_url

    @property
    def clear_url(self) -> str:
        return self._url(())

    # --- Chosen filters -----------------------------------------------------------------

    @property
    def chips(self) -> list[dict]:
        """The chosen filters, each with a link that removes it."""
        pairs = self.asked.pairs
        return [
            {
                "label": self._chip(name, value),
                "url": self._url(pair for pair in pairs if pair != (name, value)),
                "removable": True,
            }
            for name, value in pairs
        ]

    def _chip(self, name: str, value: str) -> str:
        if name == PRICE:
            prices = self.asked.prices[value]
            return self.names.range_text(*prices) if prices else _("Price: “%s”") % value
        if known := self.names.values(name).get(value):
            return known
        return f"{self.names.label(name)}: “{value}”"

    @property
    def has_unknown_values(self) -> bool:
        """Whether the query string has a value that does not exist."""
        unreadable = any(prices is None for prices in self.asked.prices.values())
        return unreadable or any(
            value not in self.names.values(name)
            for name, value in self.asked.pairs
            if name != PRICE
        )

    # --- Filters that can be chosen -----------------------------------------------------

    @cached_property
    def counts(self) -> dict[str, dict[str, int]]:
        return self.index.counts(self.choice, self.scope, self.moment)

    @cached_property
    def groups(self) -> list[FilterGroup]:
        """The filters in order, without those that would change nothing."""
        names = [CATEGORY, *self.names.attributes, DISCOUNT, LABEL, RATING, FEATURED, IN_STOCK]
        found = [self._group(name) for name in names]
        return [group for group in found if group.values]

    def _group(self, name: str) -> FilterGroup:
        counts = self.counts.get(name, {})
        chosen = self.asked.values.get(name, ())
        values = []
        for place, (value, label) in enumerate(self.names.values(name).items()):
            key = str(self.tree.by_slug[value]) if name == CATEGORY else value
            # Together with the other filters it would find nothing.
            if not counts.get(key) and value not in chosen:
                continue
            values.append(
                FilterValue(
                    value=value,
                    label=label,
                    count=counts.get(key, 0),
                    checked=value in chosen,
                    id=f"filter-{name}-{place}",
                    hex=self.names.hex(name, value),
                )
            )
        values = self._worth_showing(name, values)
        kind = "swatches" if any(value.hex for value in values) else "checks"
        # What most people choose by is seen at once.
        opens = name in (CATEGORY, DISCOUNT) or kind == "swatches"
        return FilterGroup(name, self.names.label(name), kind, values, opens)

    @property
    def after_price(self) -> str:
        """The code of the first filter below the price, "" where the price comes last."""
        behind = (DISCOUNT, LABEL, RATING, FEATURED, IN_STOCK)
        return next((group.name for group in self.groups if group.name in behind), "")

    def _worth_showing(self, name: str, values: list[FilterValue]) -> list[FilterValue]:
        """Subcategories of the page only; no box that everything in the list would keep."""
        if name == CATEGORY:
            below = {
                child.slug for child in self.tree.children(self.node.pk if self.node else None)
            }
            return [one for one in values if one.value in below or one.checked]
        if name in (DISCOUNT, RATING):
            # Steps that say the same as the one before them say nothing.
            found, last = [], None
            for one in values:
                if one.checked or one.count != last:
                    found.append(one)
                last = one.count
            return found
        return values

    @cached_property
    def prices(self) -> dict | None:
        """Ranges to tick and two fields for one of one's own; None where all cost the same."""
        span = self.index.price_steps(self.scope, PARTS)
        if not span or span[0] == span[-1]:
            return None
        ranges = price_ranges(self.index, self.scope)
        counts = self.index.price_counts(self.choice, self.scope, self.moment, ranges)
        texts = [write_range(*one) for one in ranges]
        typed = f"{self.asked.typed_min}-{self.asked.typed_max}"
        is_typed = bool(self.asked.typed_min or self.asked.typed_max)
        chosen = {text for text in self.asked.prices if not (is_typed and text == typed)}
        values = [
            FilterValue(
                text, self.names.range_text(*one), count, text in chosen, f"filter-price-{place}"
            )
            for place, (one, text, count) in enumerate(zip(ranges, texts, counts, strict=True))
            if count or text in chosen
        ]
        # A range of somebody's own, or of the shop as it was when the link was made.
        others = [one for one in chosen if one not in texts]
        if len(others) == 1 and not is_typed and (known := self.asked.prices[others[0]]):
            least, most = (write_range(one, None)[:-1] if one is not None else "" for one in known)
            others = []
        else:
            least, most = self.asked.typed_min, self.asked.typed_max
        return {
            "label": _("Price"),
            "values": values,
            "hidden": others,
            "name": PRICE,
            "min_name": PRICE_MIN,
            "max_name": PRICE_MAX,
            "min": least,
            "max": most,
            "currency": self.market.currency,
            "lowest": format_money(span[0], self.market.currency),
            "highest": format_money(span[-1], self.market.currency),
            "is_wrong": None in self.asked.prices.values(),
            "is_open": bool(self.asked.prices),
        }
