"""Where our code lies, for the tests in this folder."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# From the top: a package may import those below its own line, never one beside it.
LAYERS = (
    ("config", "demo", "patterns"),
    ("corporate", "academy", "support"),
    ("replicated",),
    ("commerce",),
    ("cms",),
    ("people",),
    ("markets",),
    ("background",),
)
HEIGHT = {name: height for height, names in enumerate(reversed(LAYERS)) for name in names}


def packages() -> dict[str, Path]:
    """Our top-level packages: those in ``site/`` and those beside it."""
    return {
        folder.name: folder
        for parent in (ROOT, ROOT / "site")
        for folder in sorted(parent.iterdir())
        if (folder / "__init__.py").exists() and folder.name != "tests"
    }


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of ours with the package it belongs to, migrations left out."""
    for name, folder in packages().items():
        for path in sorted(folder.rglob("*.py")):
            if "migrations" not in path.parts:
                yield name, path


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), filename=str(path))


def imported_names(path: Path) -> set[str]:
    """The absolute names that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
    return found


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))
