"""A company's own app beside ours: it uses the registries of docs/extending.md, and is
what that page shows."""

import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

HERE = Path(__file__).parent
GUIDE = settings.ROOT / "docs/extending.md"
EXAMPLES = [HERE / "our_company", settings.ROOT / "tests/gift_wrapping"]


@pytest.mark.one_database
@pytest.mark.skipif(connection.vendor != "sqlite", reason="a second process with its own file")
def test_an_app_beside_ours_uses_every_registry():
    environment = {
        name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ
    } | {
        "PYTHONPATH": str(HERE),
        "TEST_DB_NAME": str(settings.TEST_HOME / "example_company" / "db.sqlite3"),
    }
    answer = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
        + ["--ds=our_company.settings", str(HERE / "scenarios.py")],
        cwd=settings.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def blocks() -> list[str]:
    return re.findall(r"```python\n(.*?)```", GUIDE.read_text(), re.DOTALL)


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.splitlines()[0])
def test_the_guide_shows_code_that_runs(block):
    shown = block.replace("config.settings.production", "config.settings.test").strip()
    files = [path.read_text() for folder in EXAMPLES for path in folder.rglob("*.py")]
    # A block may be what stands within a function.
    parts = [shown, *(textwrap.indent(shown, " " * depth) for depth in (4, 8))]
    assert any(part in text for text in files for part in parts), shown
