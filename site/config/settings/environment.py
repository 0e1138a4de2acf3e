"""Where settings come from: the environment, and the project's own folders."""

from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[3]
env = environ.Env()
environ.Env.read_env(ROOT / ".env")

VAR = Path(env("VITRINA_VAR", default="") or ROOT / "var")
VAR.mkdir(parents=True, exist_ok=True)

# The demo company, for development and tests. It is no part of the product: the production
# image has no such folder, and a company may delete it (docs/decisions/0022).
DEMO_APPS = ["demo.apps.DemoConfig"] if (ROOT / "demo" / "apps.py").exists() else []
