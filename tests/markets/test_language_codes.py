"""Languages whose code is not two letters: Filipino, simplified Chinese, Portuguese of Brazil, and
one that no library describes. Settings are read once a process, so this one has its own."""

from .starting import start_with


def test_a_language_code_may_have_three_letters_a_script_or_a_country():
    # given a company whose content languages have long codes
    # when the project starts with them
    found = start_with("long_codes", "long_codes_probe")
    # then each edition is taken apart into its own language and market
    languages = {
        "fil-ph": "fil",
        "en-ph": "en",
        "zh-hans-cn": "zh-hans",
        "pt-br-br": "pt-br",
        "quz-pe": "quz",
    }
    assert found["languages"] == found["paths"] == languages
    assert found["html"] == {
        "fil-ph": "fil-PH",
        "en-ph": "en-PH",
        "zh-hans-cn": "zh-hans-CN",
        "pt-br-br": "pt-BR",
        "quz-pe": "quz-PE",
    }
    assert found["names"]["quz-pe"] == found["own names"]["quz-pe"] == "Runasimi"
    # and days are written as at home, where anybody has described how
    assert found["days"] == {
        "fil-ph": "Nobyembre 21, 2026",
        "en-ph": "November 21, 2026",
        "zh-hans-cn": "2026年11月21日",
        "pt-br-br": "21 de novembro de 2026",
        "quz-pe": "21 Noviembre 2026",
    }
    # and prices carry the sign that they have at home
    assert found["prices"] == {
        "fil-ph": "₱99,000",
        "en-ph": "₱99,000",
        "zh-hans-cn": "¥99,000",
        "pt-br-br": "R$99.000",
        "quz-pe": "S/99,000",
    }
    assert found["lead to"] == {
        "fil": "/fil-ph/",
        "zh-hans": "/zh-hans-cn/",
        "quz": "/quz-pe/",
    }
    assert found["browsers"] == {
        "fil": "/fil-ph/",
        "zh-CN": "/zh-hans-cn/",
        "zh-Hans": "/zh-hans-cn/",
        "pt-BR": "/pt-br-br/",
        "quz": "/quz-pe/",
    }
