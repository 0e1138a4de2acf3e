"""Choosing categories and options in forms, by the names that the reader knows.

Choices are callables: they are read each time that a form is shown, in the reader's language.
"""

from django import forms
from oscar.core.loading import get_model

from commerce.copy.models import AttributeCopy, OptionCopy

from .categories import category_tree, reader_language

Category = get_model("catalogue", "Category")
AttributeOption = get_model("catalogue", "AttributeOption")
ProductAttribute = get_model("catalogue", "ProductAttribute")

NOTHING = ("", "—")


def category_choices() -> list[tuple[int, str]]:
    """Every category, indented as in the tree."""
    return [(branch.category.pk, branch.label) for branch in category_tree()]


def option_choices() -> list[tuple[str, list[tuple[int, str]]]]:
    """Every option of every attribute, grouped by the attribute's name."""
    language = reader_language()
    names = AttributeCopy.objects.by_subject(language)
    words = OptionCopy.objects.by_subject(language)
    groups: dict[int, tuple[str, list]] = {}
    for attribute in ProductAttribute.objects.filter(option_group__isnull=False).order_by("pk"):
        title = str(names.get(attribute.pk) or attribute.name)
        groups.setdefault(attribute.option_group_id, (title, []))
    for option in AttributeOption.objects.filter(group__in=groups).order_by("group", "pk"):
        groups[option.group_id][1].append((option.pk, str(words.get(option.pk) or option.option)))
    return [group for group in groups.values() if group[1]]


class _Named:
    """A model choice field whose choices are a callable, and whose values are objects."""

    named: staticmethod
    begins_with: list

    def _get_choices(self):
        return lambda: [*self.begins_with, *type(self).named()]

    choices = property(_get_choices, forms.ModelChoiceField.choices.fset)


class CategoryField(_Named, forms.ModelChoiceField):
    named = staticmethod(category_choices)
    begins_with = [NOTHING]

    def __init__(self, **kwargs):
        super().__init__(queryset=Category.objects.all(), **kwargs)


class CategoriesField(_Named, forms.ModelMultipleChoiceField):
    named = staticmethod(category_choices)
    begins_with = []

    def __init__(self, **kwargs):
        super().__init__(queryset=Category.objects.all(), **kwargs)


class OptionsField(_Named, forms.ModelMultipleChoiceField):
    named = staticmethod(option_choices)
    begins_with = []

    def __init__(self, **kwargs):
        super().__init__(queryset=AttributeOption.objects.all(), **kwargs)
