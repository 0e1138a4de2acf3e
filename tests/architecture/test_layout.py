"""The folders: what must exist, what must not, and what git must know."""

import re
import subprocess
import tomllib

import pytest
from django.conf import settings

from .layout import ROOT, modules, short

LONGEST_MODULE = 350


def git(*words: str) -> str:
    answer = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True)
    if answer.returncode not in (0, 1):
        pytest.skip("not a git checkout")
    return answer.stdout


@pytest.mark.parametrize("folder", ["site", "locale"])
def test_folders_whose_names_the_standard_library_owns_are_no_packages(folder):
    assert (ROOT / folder).is_dir()
    assert not (ROOT / folder / "__init__.py").exists()


def test_tests_are_a_package():
    assert (ROOT / "tests" / "__init__.py").exists()


def test_git_tracks_site_and_locale():
    """The common Python template for .gitignore ignores both."""
    assert git("ls-files", "site/config/settings/base.py").strip()
    ignored = git("check-ignore", "site/any.py", "site/config/urls.py", "locale/es/any.po")
    assert not ignored.strip()


def test_what_is_made_while_running_is_not_tracked():
    made = git("ls-files", "var", ".env", ".venv", "*.mo", "*.sqlite3", "*.pyc")
    assert not made.strip()


def test_no_module_is_too_long_to_read():
    """A folder replaces a module once it passes some 300 lines."""
    lengths = {short(path): len(path.read_text().splitlines()) for _, path in modules()}
    assert not {path: lines for path, lines in lengths.items() if lines > LONGEST_MODULE}


def test_no_module_has_a_name_that_says_nothing():
    empty = {"utils", "helpers", "common", "misc"}
    assert not [short(path) for _, path in modules() if {path.stem, path.parent.name} & empty]


@pytest.mark.parametrize("name", ["STATIC_URL", "MEDIA_URL"])
def test_file_addresses_start_with_a_slash(name):
    assert getattr(settings, name).startswith("/")


def test_no_list_of_packages_names_an_index():
    for path in ROOT.glob("requirements*"):
        assert "://" not in path.read_text()
        assert "--index" not in path.read_text()


def test_the_lists_of_packages_agree():
    """One environment serves development and running: the versions must be the same."""

    def versions(name: str) -> dict[str, str]:
        lines = (ROOT / name).read_text().splitlines()
        return dict(
            line.split(" ")[0].split("==") for line in lines if "==" in line and line[0] != " "
        )

    everything = versions("requirements-dev.txt")
    for name in ("requirements.txt", "requirements-scale.txt"):
        assert versions(name).items() <= everything.items()


def test_the_map_draws_commerce_as_its_packages_fall():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    layers = next(one["layers"] for one in contracts["contracts"] if one["id"] == "commerce")
    text = (ROOT / "docs/architecture.md").read_text()
    part = text[text.index("\n    commerce/") : text.index("\n    replicated/")]
    rows = [
        re.findall(r"([a-z_]+)/", row.split("   ")[0])
        for row in re.findall(r"^ {6}(\S.*)$", part, re.MULTILINE)
    ]
    drawn = [name for row in rows for name in row]
    heights = {name: height for height, name in enumerate(layers)}
    # Oscar's forks stand outside the order: they are reached by name only.
    assert set(drawn) - {"order", "basket"} == set(layers)
    places = [max(heights[name] for name in row if name in heights) for row in rows[:-1]]
    assert places == sorted(places)
