"""Starting the project with another company's markets, in a process of its own."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from django.conf import settings

from tests.database import kept_folders, link_tree


def home_of(markets: str) -> Path:
    """The folder of a process that is started so."""
    return settings.TEST_HOME / markets


def hand_over(markets: str) -> None:
    """Give a process the database of this test, with its pictures and its search index: a shop
    that is configured anew. SQLite only."""
    home = home_of(markets)
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    here = settings.DATABASES["default"]["TEST"]["NAME"]
    with (
        closing(sqlite3.connect(here)) as old,
        closing(sqlite3.connect(home / "vitrina.sqlite3")) as new,
    ):
        old.backup(new)
    for name, folder in kept_folders().items():
        link_tree(folder, home / "test" / "main" / name)


def start_with(markets: str, probe: str) -> dict:
    """What the module ``tests.markets.<probe>`` prints (JSON) where ``tests.markets.<markets>``
    says where the company sells."""
    environment = {
        name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ
    }
    environment |= {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "VITRINA_MARKETS": f"tests.markets.{markets}",
        "VITRINA_VAR": str(home_of(markets)),
        "PYTHONPATH": os.pathsep.join([str(settings.ROOT), str(settings.ROOT / "site")]),
    }
    answer = subprocess.run(
        [sys.executable, "-m", f"tests.markets.{probe}"],
        cwd=settings.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)
