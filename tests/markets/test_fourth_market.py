"""Adding a market and a language is configuration: tried with Brazil and with en-co.

Settings are read once a process, so this one has a process of its own.
"""

from .starting import start_with


def test_a_fourth_market_and_a_new_pair_are_configuration_only():
    # given a company whose list of markets is a module of its own
    # when the project starts with it
    found = start_with("fourth", "fourth_market_probe")
    # then no table changes, and addresses, languages and prices follow
    assert found["editions"] == ["es-co", "en-co", "es-mx", "en-us", "es-us", "pt-br"]
    assert {"pt-br", "en-co", "pt"} <= set(found["languages"])
    assert found["portuguese leads to"] == "/pt-br/"
    assert found["a browser in Portuguese goes to"] == "/pt-br/"
    assert found["English in Colombia"] == "/en-co/nosotros/"
    assert found["price"] == "R$25,50"
    assert found["price in English, Colombia"].endswith("99,000")
    assert found["parsed"] == "pt-br"
    assert found["market"] == "br"
