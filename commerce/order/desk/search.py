"""Finding orders by what a customer says on the phone."""

import re

from django.db.models import Exists, OuterRef, Q
from oscar.core.loading import get_model

from markets.text import as_seen

Line = get_model("order", "Line")

# A longer text is not a name, and each word costs a condition.
MOST_WORDS = 6


def matching(queryset, wanted: str):
    """Orders whose number, mail, name, phone or SKU contains what was typed.

    Plain containment: half a number finds its order, and no typed character means anything
    else. A number is found with and without its hyphen.
    """
    wanted = as_seen(wanted)
    if not wanted:
        return queryset
    found = Q(number__icontains=wanted) | Q(placement__email__icontains=wanted)
    letters = re.sub(r"[\s-]", "", wanted)
    if len(letters) == 8 and letters.isalnum():
        found |= Q(number__iexact=f"{letters[:4]}-{letters[4:]}")
    digits = re.sub(r"\D", "", wanted)
    if len(digits) >= 5 and re.fullmatch(r"[\d\s()+.\-]+", wanted):
        found |= Q(placement__phone__contains=digits)
    found |= _named(wanted)
    lines = Line.objects.filter(order=OuterRef("pk")).filter(
        Q(partner_sku__icontains=wanted) | Q(upc__icontains=wanted)
    )
    return queryset.filter(found | Q(Exists(lines)))


def _named(wanted: str) -> Q:
    """Every word is in the first or the last name of the parcel or of the customer."""
    name = Q()
    for word in wanted.split()[:MOST_WORDS]:
        one = Q()
        # SQLite compares letters with accents as they are: ask for both cases.
        for form in {word, word.lower(), word.capitalize(), word.upper()}:
            for column in (
                "shipping_address__first_name",
                "shipping_address__last_name",
                "placement__person__first_name",
                "placement__person__last_name",
            ):
                one |= Q(**{f"{column}__icontains": form})
        name &= one
    return name
