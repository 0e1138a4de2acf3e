"""The English words of the software: an American shop's, and one word for one thing."""

import re

import polib
import pytest
from django.conf import settings

# What is not said → what is. Whole words, in any case; docs/glossary.md has the longer list.
INSTEAD = {
    r"baskets?": "cart",
    r"parcels?": "package",
    r"couriers?": "carrier",
    r"mails?|mailed": "email, emailed",
    r"go on": "continue",
    r"waits? for (your )?(payment|an answer)": "awaiting payment, waiting for a reply",
    r"the goods|goods are|goods for": "items, products",
    r"delivery (method|price|and|cost)s?|free delivery|before delivery": "shipping",
    r"working days?": "business day",
    r"cancelled|cancelling": "canceled, canceling",
    r"post ?codes?": "postal code",
    r"second factor": "two-step verification",
    r"somebody|everybody|nobody": "someone, everyone, no one",
    r"(un)?tick(ed|s)?": "check",
    r"anew|nought|whilst": "again, 0, while",
    r"catalogues?|colou?rs?(?<!color)(?<!colors)|favourites?|centres?": "American spelling",
    r"log in|log out": "sign in, sign out",
    r"(?:^|\. )(?:type|write) (?:your|an?|the)(?= )": "enter",
}
# Variables are not words.
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}|<[^>]+>")


def english() -> list[str]:
    return [
        PLACEHOLDER.sub("", text)
        for entry in polib.pofile(str(settings.ROOT / "locale/es/LC_MESSAGES/django.po"))
        for text in (entry.msgid, entry.msgid_plural)
    ]


@pytest.mark.parametrize(("word", "instead"), INSTEAD.items(), ids=INSTEAD.values())
def test_a_reader_is_told_the_word_of_the_trade(word, instead):
    unwanted = re.compile(rf"\b(?:{word})\b", re.IGNORECASE)

    assert [text for text in english() if unwanted.search(text)] == [], f"say: {instead}"
