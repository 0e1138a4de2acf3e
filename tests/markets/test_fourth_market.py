"""Adding a market and a language is configuration: tried with Brazil and with en-co.

Settings are read once a process, so this one has a process of its own.
"""

import json
import os
import subprocess
import sys

from django.conf import settings


def test_a_fourth_market_and_a_new_pair_are_configuration_only():
    # given a company whose list of markets is a module of its own
    environment = {
        name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ
    }
    environment |= {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "VITRINA_MARKETS": "tests.markets.fourth",
        "VITRINA_VAR": str(settings.TEST_HOME / "fourth"),
        "PYTHONPATH": os.pathsep.join([str(settings.ROOT), str(settings.ROOT / "site")]),
    }
    # when the project starts with it
    answer = subprocess.run(
        [sys.executable, "-m", "tests.markets.fourth_market_probe"],
        cwd=settings.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    # then no table changes, and addresses, languages and prices follow
    assert answer.returncode == 0, answer.stderr
    found = json.loads(answer.stdout)
    assert found["variants"] == ["es-co", "en-co", "es-mx", "en-us", "es-us", "pt-br"]
    assert {"pt-br", "en-co", "pt"} <= set(found["languages"])
    assert found["portuguese leads to"] == "/pt-br/"
    assert found["a browser in Portuguese goes to"] == "/pt-br/"
    assert found["English in Colombia"] == "/en-co/nosotros/"
    assert found["price"] == "R$25,50"
    assert found["price in English, Colombia"].endswith("99,000")
    assert found["parsed"] == "pt-br"
    assert found["market"] == "br"
