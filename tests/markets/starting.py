"""Starting the project with another company's markets, in a process of its own."""

import json
import os
import subprocess
import sys

from django.conf import settings


def start_with(markets: str, probe: str) -> dict:
    """What the module ``tests.markets.<probe>`` prints (JSON) where ``tests.markets.<markets>``
    says where the company sells."""
    environment = {
        name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ
    }
    environment |= {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "VITRINA_MARKETS": f"tests.markets.{markets}",
        "VITRINA_VAR": str(settings.TEST_HOME / markets),
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
