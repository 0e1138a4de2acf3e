"""The names of attributes and options, cached per version of the storefront."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.utils.text import slugify
from oscar.core.loading import get_model

from cms.page_cache.versioned import Versioned
from commerce.listings.facets import facet_of
from commerce.media.models import OptionSwatch
from commerce.pricing.models import OptionContent
from commerce.pricing.per_unit import Content

from .models import AttributeCopy, OptionCopy

ProductAttribute = get_model("catalogue", "ProductAttribute")
AttributeOption = get_model("catalogue", "AttributeOption")


def option_code(option) -> str:
    """A stable code for addresses and facets."""
    return option.code or slugify(option.option) or str(option.pk)


@dataclass(frozen=True)
class AttributeSummary:
    pk: int
    code: str
    name: str


@dataclass(frozen=True)
class OptionSummary:
    """One value of an attribute. ``hex``: the code of a colour, else ""."""

    pk: int
    code: str
    name: str
    hex: str
    # The content of a pack with this option, where it is known.
    content: Content | None = None


@dataclass
class OptionNames:
    """All attributes and options in one language."""

    attributes: dict[int, AttributeSummary] = field(default_factory=dict)
    options: dict[int, OptionSummary] = field(default_factory=dict)
    # By the codes in listings and addresses: {facet: name}, {(facet, option code): summary}.
    attribute_names: dict[str, str] = field(default_factory=dict)
    by_code: dict[tuple[str, str], OptionSummary] = field(default_factory=dict)

    def values_of(self, facet: str) -> dict[str, str]:
        """``{option code: name}`` of an attribute, in the order in which options were created."""
        return {code: option.name for (name, code), option in self.by_code.items() if name == facet}

    def by_facet(self, option_ids: Collection[int]) -> dict[str, set[str]]:
        """``{facet: option codes}`` of some options (primary keys)."""
        found: dict[str, set[str]] = {}
        for (facet, code), summary in self.by_code.items():
            if summary.pk in option_ids:
                found.setdefault(facet, set()).add(code)
        return found


def read_names(language: str) -> OptionNames:
    """Read them from the database: six small queries."""
    attribute_words = AttributeCopy.objects.by_subject(language)
    option_words = OptionCopy.objects.by_subject(language)
    swatches = dict(OptionSwatch.objects.values_list("option_id", "hex"))
    contents = OptionContent.by_option()
    names = OptionNames()
    facets: dict[int, set[str]] = {}
    for attribute in ProductAttribute.objects.only("code", "name", "option_group").order_by("pk"):
        words = attribute_words.get(attribute.pk)
        name = words.name if words else attribute.name
        summary = AttributeSummary(attribute.pk, attribute.code, name)
        names.attributes[attribute.pk] = summary
        names.attribute_names.setdefault(facet_of(attribute.code), summary.name)
        facets.setdefault(attribute.option_group_id, set()).add(facet_of(attribute.code))
    options = AttributeOption.objects.only("code", "option", "group").order_by("group", "pk")
    for option in options:
        words = option_words.get(option.pk)
        names.options[option.pk] = OptionSummary(
            option.pk,
            option_code(option),
            words.name if words else option.option,
            swatches.get(option.pk, ""),
            contents.get(option.pk),
        )
        for facet in facets.get(option.group_id, ()):
            names.by_code.setdefault((facet, option_code(option)), names.options[option.pk])
    return names


_names = Versioned(lambda _version, language: read_names(language))


def option_names(language: str) -> OptionNames:
    """The names of the present version, from this process's cache."""
    return _names.current(language)
