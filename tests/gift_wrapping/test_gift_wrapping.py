"""Gift wrapping by an app of a company's own, and that the guide shows just that app."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

HERE = Path(__file__).parent
GUIDE = settings.ROOT / "docs/extending.md"


@pytest.mark.one_database
def test_a_whole_checkout_with_the_app_installed():
    # Settings are read once a process: this one has the company's.
    environment = {
        name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ
    }
    environment |= {"VITRINA_VAR": str(settings.TEST_HOME / "gift_wrapping")}
    answer = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
            *("--ds", "tests.gift_wrapping.settings", str(HERE / "walk.py")),
        ],
        cwd=settings.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert answer.returncode == 0, answer.stdout[-5000:] + answer.stderr[-2000:]


@pytest.mark.parametrize(
    "name", ["charge.py", "choice.py", "apps.py", "templates/gift_wrapping/fields.html"]
)
def test_the_guide_shows_the_app_as_it_is(name):
    section = GUIDE.read_text().split("\n## Gift wrapping")[1].split("\n## ")[0]
    shown = re.findall(r"```(?:python|html)\n(.*?)```", section, re.DOTALL)
    assert (HERE / name).read_text() in shown


def test_no_file_of_ours_knows_of_it():
    files = [
        path
        for folder in ("commerce", "site", "replicated")
        for path in (settings.ROOT / folder).rglob("*")
        if path.suffix in (".py", ".html")
    ]
    assert files and not [path for path in files if "gift_wrapping" in path.read_text()]
