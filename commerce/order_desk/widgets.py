"""Widgets of the desk's forms."""

from collections.abc import Sequence

from django import forms
from django.utils.html import format_html, format_html_join


class SuggestingInput(forms.TextInput):
    """A text field that suggests some answers and takes any."""

    def __init__(self, suggestions: Sequence[str]):
        super().__init__()
        self.suggestions = suggestions

    def render(self, name, value, attrs=None, renderer=None):
        attrs = (attrs or {}) | {"list": f"{name}-suggestions"}
        options = format_html_join("", '<option value="{}"></option>', zip(self.suggestions))
        return super().render(name, value, attrs, renderer) + format_html(
            '<datalist id="{}-suggestions">{}</datalist>', name, options
        )
