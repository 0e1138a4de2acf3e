"""What is compared is what is seen."""

import pytest

from markets.text import as_seen, references_of


@pytest.mark.parametrize(
    "pasted",
    [
        "RAIZ10",
        " RAIZ10\u00a0",
        "RAIZ\u200b10",
        "\u200eRAIZ10",
        "\ufeffRAIZ10",
        "RAIZ\u206010",
        "RAIZ\u00ad10",
        "ＲＡＩＺ１０",
        "RAIZ10\x00",
        "RAIZ\ufe0f10",
    ],
)
def test_what_cannot_be_seen_makes_no_difference(pasted):
    assert as_seen(pasted) == "RAIZ10"


@pytest.mark.parametrize("dash", "-‐‑–—−")
def test_a_dash_is_a_dash(dash):
    assert as_seen(f"R7K2{dash}M9QD") == "R7K2-M9QD"


def test_words_keep_one_space_and_their_accents():
    assert as_seen("  Lili \t\u2003Gómez\n") == "Lili Gómez"
    assert as_seen(None) == ""


def test_references_come_in_lines_or_with_commas_each_once():
    assert references_of("RZ-1, RZ\u20112\r\n\u200bRZ-1\n\n") == ["RZ-1", "RZ-2"]
