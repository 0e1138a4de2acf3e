"""The form of favorites: rows are added, moved and removed, with or without JavaScript."""

from dataclasses import dataclass, field

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from markets.lookup import content_languages
from markets.names import language_name
from people.fields import NameField

from ..content import LONGEST_NOTE, MOST_FAVOURITES


@dataclass
class Row:
    """A favorite: the product's id, and texts and errors of its note by language."""

    product: int
    notes: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)

    def fields(self) -> list[dict]:
        return [
            {
                "name": f"note_{language}_{self.product}",
                "label": _("Note (%(language)s)") % {"language": language_name(language)},
                "lang": language,
                "value": self.notes.get(language, ""),
                "error": self.errors.get(language, ""),
                "longest": LONGEST_NOTE,
            }
            for language in content_languages()
        ]


def _number(text: str) -> int | None:
    # isdigit alone accepts digits of other scripts and superscripts.
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None


class FavouritesForm:
    """The form of favorites. ``action`` is the pressed button's: save, up:<id>, down:<id>,
    remove:<id> or add:<id>. Every action keeps what was typed.
    """

    def __init__(self, data=None, *, content):
        self.error = ""
        if data is None:
            self.rows = [
                Row(entry["product"], dict(entry.get("notes") or {}))
                for entry in content.get("favourites", [])
            ]
            return
        self.rows = self._typed(data)
        name, _colon, number = data.get("action", "save").partition(":")
        self._do(name, _number(number))
        for row in self.rows:
            self._clean(row)

    @staticmethod
    def _typed(data) -> list[Row]:
        rows: dict[int, Row] = {}
        for text in data.getlist("product")[: 2 * MOST_FAVOURITES]:
            if (pk := _number(text)) is not None:
                notes = {
                    language: data.get(f"note_{language}_{pk}", "")
                    for language in content_languages()
                }
                rows[pk] = Row(pk, notes)
        return list(rows.values())[:MOST_FAVOURITES]

    def _do(self, name: str, pk: int | None) -> None:
        ids = [row.product for row in self.rows]
        if name == "add" and pk is not None and pk not in ids:
            if len(ids) >= MOST_FAVOURITES:
                self.error = _("You have %(most)d favorites. Remove one first.") % {
                    "most": MOST_FAVOURITES
                }
            else:
                self.rows.append(Row(pk, {}))
        elif pk in ids:
            at = ids.index(pk)
            row = self.rows.pop(at)
            if name != "remove":
                step = {"up": -1, "down": 1}.get(name, 0)
                self.rows.insert(max(0, at + step), row)

    @staticmethod
    def _clean(row: Row) -> None:
        # One line, cleaned like a name.
        note = NameField(max_length=LONGEST_NOTE, required=False)
        for language, text in row.notes.items():
            try:
                row.notes[language] = note.clean(text)
            except ValidationError as error:
                row.errors[language] = " ".join(error.messages)

    @property
    def is_valid(self) -> bool:
        return not self.error and not any(row.errors for row in self.rows)

    def favourites(self, *, known) -> list[dict]:
        """The favorites for the draft, of products that exist (``known``: their ids)."""
        return [
            {"product": row.product, "notes": {k: v for k, v in row.notes.items() if v}}
            for row in self.rows
            if row.product in known
        ]


class FindForm(forms.Form):
    """Search for a product."""

    q = forms.CharField(label=_("Find a product"), required=False, max_length=100)
