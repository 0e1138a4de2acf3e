"""The names of filters and of their values, by the codes in addresses."""

from decimal import Decimal
from functools import cached_property

from babel.numbers import format_percent
from django.utils.translation import gettext as _

from commerce.copy.options import option_names
from commerce.copy.tree import CategoryTree
from commerce.listings.facet_index import FacetIndex
from commerce.listings.facets import (
    CATEGORY,
    DISCOUNT,
    DISCOUNT_STEPS,
    FEATURED,
    IN_STOCK,
    LABEL,
    RATING,
    RATING_STEPS,
    YES,
)
from markets.locales import known_locale
from markets.money import format_money
from markets.registry import Market


class FilterNames:
    """The names in one market and language."""

    def __init__(self, index: FacetIndex, tree: CategoryTree, market: Market, language: str):
        self.index, self.tree, self.market, self.language = index, tree, market, language
        self._kept: dict[str, dict[str, str]] = {}

    @cached_property
    def attributes(self) -> list[str]:
        """Colors first, then by name."""
        words = option_names(self.language)
        codes = [code for code in self.index.attributes if code in words.attribute_names]
        return sorted(
            codes,
            key=lambda code: (
                not any(self.hex(code, value) for value in self.values(code)),
                words.attribute_names[code],
            ),
        )

    def label(self, name: str) -> str:
        """The name of a filter."""
        labels = {
            CATEGORY: _("Category"),
            DISCOUNT: _("Discount"),
            LABEL: _("Labels"),
            RATING: _("Rating"),
            FEATURED: _("Our picks"),
            IN_STOCK: _("Availability"),
        }
        return labels.get(name) or option_names(self.language).attribute_names.get(name, name)

    def values(self, name: str) -> dict[str, str]:
        """The name of each value, in the order in which they are shown."""
        if name not in self._kept:
            self._kept[name] = self._read_names(name)
        return self._kept[name]

    def _read_names(self, name: str) -> dict[str, str]:
        if name == CATEGORY:
            return {
                slug: self.tree.nodes[pk].title
                for slug, pk in self.tree.by_slug.items()
                if self.tree.nodes[pk].slug == slug
            }
        if name == DISCOUNT:
            return {step: self._discount_text(int(step)) for step in DISCOUNT_STEPS}
        if name == RATING:
            return {step: _("%s stars and up") % step for step in RATING_STEPS}
        if name == LABEL:
            return self.index.label_texts
        if name in (FEATURED, IN_STOCK):
            return {YES: _("Featured") if name == FEATURED else _("In stock")}
        return option_names(self.language).values_of(name)

    def hex(self, name: str, value: str) -> str:
        """The hex code of a value that is a color, else ""."""
        option = option_names(self.language).by_code.get((name, value))
        return option.hex if option else ""

    def _discount_text(self, step: int) -> str:
        if step == 1:
            return _("Any discount")
        return _("%s off or more") % format_percent(step / 100, locale=known_locale(self.language))

    def range_text(self, least: Decimal | None, most: Decimal | None) -> str:
        currency = self.market.currency
        if least is None and most is None:
            return _("Any price")
        if least is None:
            return _("Up to %s") % format_money(most, currency)
        if most is None:
            return _("From %s") % format_money(least, currency)
        return f"{format_money(least, currency)} – {format_money(most, currency)}"
