"""What apps plug into, as the code has it: functions ``register_<thing>`` that take the thing, and
boards with a method ``register``."""

import ast
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

FOLDERS = ("site", "commerce", "replicated", "academy")


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Our modules by their dotted names, but migrations and what Wagtail finds by its name."""
    for folder in FOLDERS:
        for path in sorted(Path(settings.ROOT, folder).rglob("*.py")):
            if "migrations" in path.parts or path.name == "wagtail_hooks.py":
                continue
            parts = path.relative_to(settings.ROOT).with_suffix("").parts
            name = ".".join(parts[1:] if folder == "site" else parts)
            yield name.removesuffix(".__init__"), ast.parse(path.read_text())


def registries() -> set[str]:
    """The dotted name of each, as the guide's table has it."""
    found, boards, named = set(), set(), []
    for module, tree in modules():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef):
                if node.name.startswith("register_") and _takes_something(node):
                    found.add(f"{module}.{node.name}")
            elif isinstance(node, ast.ClassDef):
                methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
                if any(one.name == "register" for one in methods):
                    boards.add(node.name)
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
                target, kind = node.targets[0], node.value.func
                if isinstance(target, ast.Name) and isinstance(kind, ast.Name):
                    named.append((f"{module}.{target.id}.register", kind.id))
    return found | {name for name, kind in named if kind in boards}


def signals() -> set[str]:
    """The dotted name of each signal that areas send."""
    return {
        f"{module}.{node.targets[0].id}"
        for module, tree in modules()
        if module.endswith(".signals")
        for node in tree.body
        if isinstance(node, ast.Assign)
    }


def _takes_something(function: ast.FunctionDef) -> bool:
    arguments = function.args
    return bool(arguments.args or arguments.posonlyargs or arguments.kwonlyargs or arguments.vararg)


def filled_otherwise() -> set[str]:
    """Public functions by which others fill a module's list or dict under another name than
    ``register_…``: ``module.function``."""
    found = set()
    for module, tree in modules():
        stores = {target for node in tree.body for target in _empty_stores(node)}
        for node in tree.body:
            if not isinstance(node, ast.FunctionDef) or node.name.startswith(("_", "register_")):
                continue
            given = {one.arg for one in (*node.args.args, *node.args.kwonlyargs)}
            if stores and _puts_callable(node, stores, given):
                found.add(f"{module}.{node.name}")
    return found


def _empty_stores(node) -> Iterator[str]:
    value, targets = getattr(node, "value", None), []
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, ast.AnnAssign):
        targets = [node.target]
    if isinstance(value, ast.List | ast.Dict):
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def _puts_callable(function, stores: set[str], given: set[str]) -> bool:
    """Whether what it is given lands in one of the stores."""
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            store, value = node.targets[0].value, node.value
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("append", "insert", "setdefault", "add")
            and node.args
        ):
            store, value = node.func.value, node.args[-1]
        else:
            continue
        names = isinstance(store, ast.Name) and isinstance(value, ast.Name)
        if names and store.id in stores and value.id in given:
            return True
    return False
