"""docs/extending.md names whatever an app can plug into, and there is one way to do it."""

import re

from django.conf import settings

from .registries import filled_otherwise, registries, signals

GUIDE = (settings.ROOT / "docs/extending.md").read_text()
ROWS = re.findall(r"^\| (.+) \| (.+) \| (.*) \|$", GUIDE, re.MULTILINE)


def table() -> dict[str, str]:
    """By the dotted name of each registry, where its example is."""
    named = ((re.findall(r"`([\w.]+\.register\w*)`", row[1]), row[2]) for row in ROWS)
    return {name: example for names, example in named for name in names}


def test_the_guide_names_every_registry_and_no_other():
    assert set(table()) == registries()


def test_the_guide_names_every_signal_that_is_for_apps():
    named = set(re.findall(r"^\| `([\w.]+\.signals\.\w+)` \|", GUIDE, re.MULTILINE))
    # An app asks for listings anew by calling ``request_refresh``.
    assert named == signals() - {"commerce.listings.signals.refresh_requested"}


def test_what_others_fill_is_filled_by_a_function_of_that_name():
    """``register_<thing>``, as an app finds it in the guide: see ``registries``."""
    assert filled_otherwise() == set()


def test_each_has_an_example_that_is_there():
    headings = {
        re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^## (.+)$", GUIDE, re.MULTILINE)
    }
    for name, example in table().items():
        if anchor := re.fullmatch(r"\[below\]\(#(.+)\)", example):
            assert anchor[1] in headings, example
            continue
        folder = settings.ROOT / example.strip("`").replace(".", "/")
        folder = folder if folder.exists() else settings.ROOT / "site" / folder.name
        used = ".".join(name.split(".")[-2:]) if name.endswith(".register") else name.split(".")[-1]
        files = folder.rglob("*.py")
        assert any(f"{used}(" in path.read_text() for path in files), (name, example)
