"""What import-linter cannot see, and that it sees everything else."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest
from django.apps import apps
from django.db.models import ForeignKey, ManyToManyField, OneToOneField

from .layout import HEIGHT, ROOT, imported_names, modules, packages, short

# Parts of Wagtail and of the phone field that are made to be imported by their users.
PARTS = {
    "PIL",
    "django_filters",
    "laces",
    "modelcluster",
    "phonenumbers",
    "taggit",
    "telepath",
    "treebeard",
    "willow",
}


def test_every_package_of_ours_is_known_to_the_linter_and_has_a_layer():
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    ours = set(packages())
    assert ours <= set(HEIGHT), "add it to LAYERS in tests/architecture/layout.py"
    assert ours == set(linter["root_packages"]), "add it to root_packages in pyproject.toml"
    listed = {
        name.strip(" ()") for layer in linter["contracts"][0]["layers"] for name in layer.split("|")
    }
    assert listed == set(HEIGHT)


def our_models():
    for model in apps.get_models(include_auto_created=True):
        package = model.__module__.split(".")[0]
        if package in HEIGHT:
            yield package, model


@pytest.mark.parametrize("kind", [ForeignKey, OneToOneField, ManyToManyField])
def test_foreign_keys_point_downwards(kind):
    """A key given as a string (``"people.Person"``) is no import, and binds as tightly."""
    wrong = []
    for package, model in our_models():
        for field in model._meta.get_fields():
            if not isinstance(field, kind):
                continue
            target = field.related_model.__module__.split(".")[0]
            if target in HEIGHT and target != package and HEIGHT[target] >= HEIGHT[package]:
                wrong.append(f"{model.__name__}.{field.name} → {field.related_model.__name__}")
    assert not wrong


def test_only_gateways_know_stripe():
    wrong = [
        short(path)
        for _, path in modules()
        if {name.split(".")[0] for name in imported_names(path)} & {"stripe"}
        and not short(path).startswith("commerce/gateways/")
    ]
    assert not wrong


def test_third_party_code_is_declared():
    """What our code imports stands in requirements.in, and is not there by somebody's grace.
    What only a scaled installation imports may stand in requirements-scale.in."""
    declared, at_scale = declared_in("requirements.in"), declared_in("requirements-scale.in")
    owners = packages_distributions()
    wrong = set()
    for _, path in modules():
        for name in {name.split(".")[0] for name in imported_names(path)}:
            if name in sys.stdlib_module_names or name in HEIGHT or name in PARTS:
                continue
            known = declared | at_scale if short(path) in ONLY_AT_SCALE else declared
            if not {distribution_name(owner) for owner in owners.get(name, [])} & known:
                wrong.add(f"{name} ({short(path)})")
    assert not wrong


# Loaded by the settings of an installation that names a Redis, and by no other.
ONLY_AT_SCALE = {"site/config/redis_cache.py"}


def declared_in(file: str) -> set[str]:
    return {
        distribution_name(re.split(r"[\[<>=!~; ]", line)[0])
        for line in (ROOT / file).read_text().splitlines()
        if line and not line.startswith(("#", "-"))
    }


def distribution_name(name: str) -> str:
    return name.replace("_", "-").lower()
