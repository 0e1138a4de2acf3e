"""Where settings come from: the environment, and the project's own folders."""

import os
from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[3]
env = environ.Env()
environ.Env.read_env(ROOT / ".env")

VAR = Path(env("VITRINA_VAR", default="") or ROOT / "var")
VAR.mkdir(parents=True, exist_ok=True)


def cache_dir() -> Path:
    """What takes minutes to make and is the same in every clone on this machine: drawn pictures
    of the demo company, migrated databases for tests. Can be deleted at any time.

    ``~/.cache/vitrina``, or ``var/cache`` where there is no such folder to write in.
    """
    if said := env("VITRINA_CACHE_DIR", default=""):
        return Path(said).expanduser().absolute()
    home = Path(env("XDG_CACHE_HOME", default="") or os.path.expanduser("~/.cache"))
    folder = home / "vitrina"
    nearest = next(parent for parent in (folder, *folder.parents) if parent.exists())
    return folder if folder.is_absolute() and os.access(nearest, os.W_OK) else VAR / "cache"


CACHE_DIR = cache_dir()

# The demo company, for development and tests. It is no part of the product: the production
# image has no such folder, and a company may delete it (docs/decisions/0022).
DEMO_APPS = ["demo.apps.DemoConfig"] if (ROOT / "demo" / "apps.py").exists() else []
