"""Words to translate: collect them from the code, and say what is missing.

    python scripts/messages.py extract    write new msgids into locale/*/LC_MESSAGES/django.po
    python scripts/messages.py check      fail where a word is missing, doubtful, or not collected

Spanish is the one language: the msgids are the English words. What we say in place of other
packages, in locale/packages/, is written by hand.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("es",)
IGNORED = (".venv", "var", "tests", "docs", "scripts", "static", "node_modules")
CREATION_DATE = re.compile(rb'^"POT-Creation-Date:.*\n', re.MULTILINE)
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}")


def catalogue(language: str) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def require_gettext() -> None:
    if not shutil.which("xgettext"):
        sys.exit("gettext is missing. On Debian and Ubuntu: sudo apt-get install gettext")


def extract() -> None:
    require_gettext()
    command = [sys.executable, "manage.py", "makemessages", "--no-obsolete", "--no-wrap"]
    command += ["--add-location", "file"]
    for language in LANGUAGES:
        catalogue(language).parent.mkdir(parents=True, exist_ok=True)
        command += ["--locale", language]
    for pattern in IGNORED:
        command += ["--ignore", pattern]
    subprocess.run(command, cwd=ROOT, check=True)
    for language in LANGUAGES:
        drop_creation_date(catalogue(language))


def drop_creation_date(path: Path) -> None:
    """gettext stamps every collection: without this each one would be a change to commit."""
    path.write_bytes(CREATION_DATE.sub(b"", path.read_bytes(), count=1))


def key(entry: polib.POEntry) -> tuple[str, str, str]:
    return (entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def written_by_hand(language: str) -> list[Path]:
    """What we say in place of other packages (docs/translating.md)."""
    return sorted((ROOT / "locale/packages" / language / "LC_MESSAGES").glob("*.po"))


def complaints(path: Path) -> list[str]:
    """What is wrong with a catalogue as it stands."""
    found = []
    entries = [entry for entry in polib.pofile(str(path)) if not entry.obsolete]
    for entry in entries:
        texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
        if entry.fuzzy:
            found.append(f"doubtful: {entry.msgid!r}")
        elif not all(texts):
            found.append(f"not translated: {entry.msgid!r}")
        else:
            found += wrong_placeholders(entry, texts)
    return found


def wrong_placeholders(entry: polib.POEntry, texts: list[str]) -> list[str]:
    """A placeholder that only one side has is an error at run time, or a lost number."""
    allowed = set(names(entry.msgid)) | set(names(entry.msgid_plural or ""))
    needed = set(names(entry.msgid)) & set(names(entry.msgid_plural or entry.msgid))
    return [
        f"other placeholders than the original: {entry.msgid!r} → {text!r}"
        for text in texts
        if not needed <= set(names(text)) <= allowed
    ]


def refused(path: Path) -> list[str]:
    """What gettext's own compiler refuses: a catalogue is compiled without its checks elsewhere."""
    command = ["msgfmt", "--check", "--output-file=/dev/null", str(path)]
    answer = subprocess.run(command, capture_output=True, text=True)
    return answer.stderr.splitlines() if answer.returncode else []


def names(text: str) -> list[str]:
    return [found.group(0) for found in PLACEHOLDER.finditer(text)]


def check() -> None:
    """Exit 1 and list everything, or say that all is well. Leaves the files as they were."""
    require_gettext()
    failed = False
    for language in LANGUAGES:
        path = catalogue(language)
        if not path.exists():
            sys.exit(f"{path.relative_to(ROOT)} is missing: make messages")
        before = path.read_bytes()
        known = {key(entry) for entry in polib.pofile(str(path)) if not entry.obsolete}
        found = [
            complaint
            for one in (path, *written_by_hand(language))
            for complaint in (*complaints(one), *refused(one))
        ]
        try:
            extract()
            now = {key(entry) for entry in polib.pofile(str(path)) if not entry.obsolete}
        finally:
            path.write_bytes(before)
        found += [f"not collected (make messages): {msgid!r}" for _, msgid, _ in now - known]
        found += [f"no longer used (make messages): {msgid!r}" for _, msgid, _ in known - now]
        for line in sorted(found):
            print(f"{language}: {line}")
        print(f"{language}: {len(now)} entries, {len(found)} complaints")
        failed = failed or bool(found)
    sys.exit(failed)


if __name__ == "__main__":
    {"extract": extract, "check": check}[sys.argv[1]]()
