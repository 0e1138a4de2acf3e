"""Finding orders by what a customer says on the phone."""

import re

from django.db.models import Q

from markets.finding import matches
from markets.text import as_seen

SAID = (
    *("number", "placement__email"),
    *("shipping_address__first_name", "shipping_address__last_name", "shipping_address__line4"),
    *("placement__person__first_name", "placement__person__last_name"),
    *("lines__title", "lines__partner_sku", "lines__upc"),
)


def matching(queryset, wanted: str):
    """Orders in whose number, mail, names, city, products or SKUs every word stands, or whose
    phone has the digits.

    Half a number finds its order, with and without its hyphen; a phone in any spelling.
    """
    wanted = as_seen(wanted)
    if not wanted:
        return queryset
    found = matches(queryset.model, wanted, SAID)
    letters = re.sub(r"[\s-]", "", wanted)
    if len(letters) == 8 and letters.isalnum():
        found |= Q(number__iexact=f"{letters[:4]}-{letters[4:]}")
    digits = re.sub(r"\D", "", wanted)
    if len(digits) >= 5 and re.fullmatch(r"[\d\s()+.\-]+", wanted):
        found |= Q(placement__phone__contains=digits)
    return queryset.filter(found)
