"""No circle of modules, and none of packages.

Two modules that need each other are one module in two files: neither can be read, tested or moved
alone. An import inside a function hides a circle and does not dissolve it, so it counts like any
other; only what stands under ``if TYPE_CHECKING:`` does not. A circle goes by moving what both need
below both, or by a registry, a signal or a URL name where the lower one has to reach upwards.

``from package.module import …`` needs the module; that Python runs the package's ``__init__`` too,
which may gather names of all its modules, makes no circle here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

import pytest

from .layout import dotted_names, imports_of, short

# Whose folders are packages of their own, each with a place of its own among the others.
HOUSES = {"commerce", "replicated"}

Edges = dict[str, dict[str, str]]
"""By importer and imported: where it stands, as ``file:line``."""


def module_edges() -> Edges:
    names = dotted_names()
    edges: Edges = {name: {} for name in names}
    for name, path in names.items():
        for imported, line in imports_of(name, path):
            while imported and imported not in names:
                imported = imported.rpartition(".")[0]
            if imported and imported != name:
                edges[name].setdefault(imported, f"{short(path)}:{line}")
    return edges


def package_of(module: str) -> str:
    top, *rest = module.split(".")
    return f"{top}.{rest[0]}" if top in HOUSES and rest else top


def package_edges() -> Edges:
    edges: Edges = defaultdict(dict)
    for module, imported in module_edges().items():
        for target, place in imported.items():
            here, there = package_of(module), package_of(target)
            if here != there:
                edges[here].setdefault(there, place)
    return dict(edges)


def circles(edges: Edges) -> set[frozenset[str]]:
    """The largest groups of which each member needs every other, by whatever way."""
    reached = {start: reachable(start, edges) for start in edges}
    return {
        frozenset(other for other in reached[one] if one in reached.get(other, ()))
        for one in edges
        if one in reached[one]
    }


def reachable(start: str, edges: Edges) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for target in edges.get(waiting.pop(), ()):
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def described(circle: Iterable[str], edges: Edges) -> str:
    lines = [
        f"  {importer} → {imported}  ({place})"
        for importer in sorted(circle)
        for imported, place in sorted(edges[importer].items())
        if imported in circle
    ]
    return "\n".join([f"{len(set(circle))} need each other:", *lines])


@pytest.mark.parametrize("edges_of", [module_edges, package_edges])
def test_nothing_goes_in_a_circle(edges_of: Callable[[], Edges]):
    edges = edges_of()
    found = [described(circle, edges) for circle in sorted(circles(edges), key=sorted)]
    assert not found, "\n" + "\n\n".join(found)


def test_a_circle_is_found_wherever_the_import_stands(tmp_path):
    # given two modules, of which one imports the other within a function
    upper, lower = tmp_path / "upper.py", tmp_path / "lower.py"
    upper.write_text("from .lower import work\n")
    lower.write_text(
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n    from .typing_only import Row\n"
        "def work():\n    from . import upper\n"
    )

    # when their imports are read
    found = {
        name: dict(imports_of(f"shop.{name}", path))
        for name, path in (("upper", upper), ("lower", lower))
    }

    # then both are seen, with the line, and what is for typing only is not
    assert found == {
        "upper": {"shop.lower.work": 1},
        "lower": {"typing.TYPE_CHECKING": 1, "shop.upper": 5},
    }
    assert circles({"a": {"b": ""}, "b": {"a": "", "c": ""}, "c": {}}) == {frozenset("ab")}
