"""The licence of every package that is installed, from the packages' own metadata.

    python scripts/licences.py           write docs/licences.md anew
    python scripts/licences.py --check   fail on a licence that is not allowed, or an old list

Allowed are permissive licences, and LGPL or MPL for what is used unchanged. GPL and AGPL are not.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "licences.md"
MARK = "<!-- Below this line: written by scripts/licences.py -->"
LISTS = {
    "To run it": "requirements.txt",
    "For PostgreSQL and Redis": "requirements-scale.txt",
    "For development and tests": "requirements-dev.txt",
}

PERMISSIVE = (
    "MIT-CMU",
    "MIT",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSD",
    "Apache-2.0",
    "Apache",
    "ISC",
    "PSF-2.0",
    "Python Software Foundation",
    "Zlib",
    "0BSD",
    "HPND",
    "Unlicense",
    "CC0",
    "ZPL",
    "Zope",
)
UNCHANGED = ("LGPL", "GNU Lesser", "MPL", "Mozilla Public")


def names(list_name: str) -> list[str]:
    text = (ROOT / list_name).read_text()
    return re.findall(r"^([A-Za-z0-9][\w.-]*)==", text, re.MULTILINE)


def licence_of(name: str) -> str:
    """What the package says: its SPDX expression, else its classifiers, else its short text."""
    about = distribution(name).metadata
    if about.get("License-Expression"):
        return about["License-Expression"]
    classified = [
        value.rsplit(" :: ", 1)[1].removesuffix(" License")
        for value in about.get_all("Classifier", [])
        if value.startswith("License :: OSI Approved ::")
    ]
    if classified:
        return ", ".join(sorted(set(classified)))
    text = (about.get("License") or "").strip()
    if text:
        return text if len(text) < 60 else text.splitlines()[0]
    return licence_by_its_words(name)


def licence_by_its_words(name: str) -> str:
    """MIT or BSD, told by the sentence that the licence's own file begins its grant with."""
    for path in distribution(name).files or []:
        if path.name.upper().startswith(("LICENSE", "LICENCE", "COPYING")):
            words = " ".join(path.locate().read_text(errors="replace").split())
            if "Permission is hereby granted, free of charge, to any person obtaining" in words:
                return "MIT"
            if "Redistribution and use in source and binary forms" in words:
                return "BSD"
    return ""


def verdict(licence: str) -> str:
    """``permissive``, ``unchanged``, or what is wrong."""
    choices = re.split(r"\bOR\b|,", licence)
    for choice in choices:
        parts = [part.strip(" ()") for part in re.split(r"\bAND\b", choice)]
        if parts and all(any(word in part for word in PERMISSIVE) for part in parts if part):
            return "permissive"
    for choice in choices:
        parts = [part.strip(" ()") for part in re.split(r"\bAND\b", choice)]
        known = (*PERMISSIVE, *UNCHANGED)
        if parts and all(any(word in part for word in known) for part in parts if part):
            return "unchanged"
    return "not allowed or not known"


def table(list_name: str, left_out: set[str]) -> tuple[list[str], list[str]]:
    lines, wrong = ["| Package | Licence | Terms |", "|---|---|---|"], []
    for name in sorted(set(names(list_name)) - left_out):
        try:
            licence = licence_of(name)
        except PackageNotFoundError:
            wrong.append(f"{name} is not installed: run make lint first")
            continue
        terms = verdict(licence) if licence else "not known"
        if terms not in ("permissive", "unchanged"):
            wrong.append(f"{name}: {licence or 'no licence named'}: {terms}")
        lines.append(f"| {name} | {licence} | {terms} |")
    return lines, wrong


def written() -> tuple[str, list[str]]:
    parts, complaints, seen = [], [], set()
    for title, list_name in LISTS.items():
        lines, wrong = table(list_name, seen)
        seen |= set(names(list_name))
        complaints += wrong
        if len(lines) > 2:
            parts.append(f"## {title}\n\n" + "\n".join(lines))
    return "\n\n".join(parts) + "\n", complaints


def main() -> None:
    text, complaints = written()
    above = PAGE.read_text().split(MARK)[0]
    page = f"{above}{MARK}\n\n{text}"
    if "--check" not in sys.argv:
        PAGE.write_text(page)
    elif page != PAGE.read_text():
        complaints.append("docs/licences.md is old: python scripts/licences.py")
    print("\n".join(complaints) if complaints else "Every licence is allowed and listed.")
    sys.exit(bool(complaints))


if __name__ == "__main__":
    main()
