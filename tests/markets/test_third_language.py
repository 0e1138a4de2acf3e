"""A shop with pages, products, influencers and orders begins to sell in Portuguese: everything is
used once, from the restart with the new configuration to an order and a translated page."""

import pytest
from django.db import connection

from .starting import hand_over, start_with


@pytest.mark.one_database
@pytest.mark.skipif(connection.vendor != "sqlite", reason="hands a file on to another process")
@pytest.mark.parametrize(("markets", "edition"), [("fourth", "pt-br"), ("long_codes", "pt-br-br")])
def test_a_third_language_breaks_nothing(demo_company, markets, edition):
    hand_over(markets)

    found = start_with(markets, "third_language_probe")

    assert found["failed"] == []
    # Words are asked for once the back office has the language.
    assert (found["asked for words early"], found["asked for words"]) == (False, True)
    assert found["prepared again"]
    assert found["pages of the demo in"] == ["en", "es"]
    assert not found["influencer has pages nobody wrote"]
    # Untranslated pages are read in the first language, with a notice.
    assert found["pages"] == 20
    assert found["notice"]
    assert len(found["sitemaps"]) == 1
    assert found["order"] == {
        "leads to": f"/{edition}/orders/NUMBER/",
        "edition": edition,
        "currency": "BRL",
        "postal code shown": True,
        "mails": 1,
        "mail leads to": True,
    }
    assert found["editor"]
    assert (found["translated"], found["translated notice"]) == (True, False)
