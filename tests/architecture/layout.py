"""Where our code lies, for the tests in this folder."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# From the top: a package may import those below its own line, never one beside it.
LAYERS = (
    ("config", "demo", "patterns"),
    ("support",),
    ("academy",),
    ("corporate",),
    ("replicated",),
    ("commerce",),
    ("cms",),
    ("people",),
    ("markets",),
    ("background",),
)
HEIGHT = {name: height for height, names in enumerate(reversed(LAYERS)) for name in names}


@cache
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


def dotted_names() -> dict[str, Path]:
    """Every module of ours by the name it is imported by; a package is its ``__init__``."""
    found = {}
    for package, path in modules():
        parts = path.relative_to(packages()[package].parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports_of(name: str, path: Path) -> Iterator[tuple[str, int]]:
    """What the module imports, wherever in it: absolute name and line.

    ``from a import b`` is ``a.b``, whether that is a module or something in one. What stands
    under ``if TYPE_CHECKING:`` never runs and is left out.
    """
    for node in running_nodes(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            here = name.split(".")
            up = node.level - (path.name == "__init__.py")
            parents = here[: len(here) - up] if node.level else []
            start = [*parents, *([node.module] if node.module else [])]
            yield from ((".".join([*start, alias.name]), node.lineno) for alias in node.names)


def running_nodes(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            children = child.orelse
        else:
            children = [child]
        for one in children:
            yield one
            yield from running_nodes(one)


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))
