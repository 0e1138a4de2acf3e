"""Finding orders by what a customer says on the phone."""

import re

from django.db.models import Q

from commerce.orders.models import OrderSearchText
from markets.finding import MOST_WORDS
from markets.folding import fold
from markets.text import as_seen


def matching(queryset, wanted: str):
    """Orders in whose number, mail, names, city, products or SKUs every word stands, or whose
    phone has the digits.

    Half a number finds its order, with and without its hyphen; a phone in any spelling.
    """
    wanted = as_seen(wanted)
    if not wanted:
        return queryset
    found = Q()
    for word in fold(wanted).split()[:MOST_WORDS]:
        found &= Q(text__contains=word)
    letters = re.sub(r"[\s-]", "", wanted)
    if len(letters) == 8 and letters.isalnum():
        found |= Q(text__contains=fold(f"{letters[:4]}-{letters[4:]}"))
    digits = re.sub(r"\D", "", wanted)
    if len(digits) >= 5 and re.fullmatch(r"[\d\s()+.\-]+", wanted):
        found |= Q(phone__contains=digits)
    return queryset.filter(pk__in=OrderSearchText.objects.filter(found).values("order"))
