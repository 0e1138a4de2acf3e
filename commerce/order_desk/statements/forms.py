"""What is asked about a statement: the file, and what its columns are."""

from django import forms
from django.utils.translation import gettext_lazy as _

from commerce.books.statements import columns
from commerce.books.statements.reading import MOST_BYTES, Layout, Table
from markets.lookup import all_markets

ROLES = [
    ("", _("Not used")),
    (columns.DATE, _("Date")),
    (columns.AMOUNT, _("Amount, what went out below zero")),
    (columns.CREDIT, _("Amount that came in")),
    (columns.DEBIT, _("Amount that went out")),
    (columns.TEXT, _("Text or reference")),
    (columns.PAYER, _("Who paid")),
    (columns.CURRENCY, _("Currency")),
]
DATES = [
    ("dmy", _("Day, month, year")),
    ("mdy", _("Month, day, year")),
    ("ymd", _("Year, month, day")),
]


def currencies() -> list[tuple[str, str]]:
    return [(code, code) for code in dict.fromkeys(one.currency for one in all_markets())]


def preferred_dates(currency: str) -> str:
    """How dates are read where a file leaves it open."""
    return "mdy" if currency == "USD" else "dmy"


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("CSV file"),
        help_text=_("As your bank exports it, at most 2 MB. What was uploaded before is known."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv,text/plain"}),
        error_messages={
            "required": _("Choose the file."),
            "empty": _("The file is empty."),
        },
    )
    currency = forms.ChoiceField(
        label=_("Currency of the account"),
        choices=currencies,
        help_text=_("Where the file has a column for it, that one counts."),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                _("The file is too large: at most 2 MB. Export fewer days.")
            )
        return file


class ColumnsForm(forms.Form):
    """A role for each column, as it was guessed."""

    dates = forms.ChoiceField(label=_("Dates are written"), choices=DATES)

    def __init__(self, *args, table: Table, guess: Layout, **kwargs):
        super().__init__(*args, **kwargs)
        self.columns = []
        for number, name in enumerate(table.names):
            field = f"column_{number}"
            self.fields[field] = forms.ChoiceField(
                label=name or _("No name"), choices=ROLES, required=False
            )
            self.fields[field].initial = guess.roles[number]
            self.columns.append(field)
        self.fields["dates"].initial = guess.dates
        self.order_fields([*self.columns, "dates"])

    def layout(self) -> Layout:
        return Layout(
            [self.cleaned_data[name] for name in self.columns], self.cleaned_data["dates"]
        )
