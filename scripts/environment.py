"""Make the virtual environment `.venv` and install a locked list of packages into it.

    python3 scripts/environment.py requirements.txt

Runs on the machine's own Python, before anything is installed, so it uses the standard library
only. A stamp of the list's content makes a repeat instant.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from folders import advice, trouble_with

ROOT = Path(__file__).resolve().parent.parent
# It may be a link to an environment that several clones share (.ci/run).
VENV = (ROOT / ".venv").resolve()
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
# Each list contains the ones after it, at the same versions (tests/architecture keeps that).
CONTAINS = {
    "requirements-dev.txt": ("requirements-scale.txt", "requirements.txt"),
    "requirements-scale.txt": ("requirements.txt",),
    "requirements.txt": (),
}


def say(text):
    print(text, flush=True)


def stop(text):
    sys.exit("\n" + text)


def stamp_file(name):
    return VENV / (".installed-" + name)


def digest(name):
    content = (ROOT / name).read_bytes()
    return hashlib.sha256(content + str(VENV).encode()).hexdigest()


def is_installed(name):
    stamp = stamp_file(name)
    return stamp.exists() and stamp.read_text() == digest(name)


def environment_works():
    if not PYTHON.exists():
        return False
    probe = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
    return subprocess.run([str(PYTHON), "-c", probe], capture_output=True).returncode == 0


def find_python():
    """This interpreter, or a newer one that is installed beside an old `python3`."""
    if sys.version_info >= OLDEST:
        return sys.executable
    for minor in (14, 13, 12, 11):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    return stop(
        f"Vitrina needs Python 3.11 or newer; this is {sys.version.split()[0]}.\n"
        "On Debian and Ubuntu: sudo apt-get install python3.11 python3.11-venv"
    )


def make_environment():
    python = find_python()
    if why := trouble_with(ROOT):
        stop(advice(ROOT, why))
    say("Making the virtual environment .venv")
    made = subprocess.run(
        [python, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True
    )
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        version = ".".join(map(str, sys.version_info[:2]))
        stop(
            "Python could not make a virtual environment:\n"
            f"{(made.stdout + made.stderr).strip()}\n"
            f"On Debian and Ubuntu: sudo apt-get install python3-venv (or python{version}-venv)"
        )


def install(name):
    total = len(re.findall(r"^[A-Za-z0-9]", (ROOT / name).read_text(), re.MULTILINE))
    say(f"Installing {total} packages from {name} (once; a few minutes on a slow line)")
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check"]
    # The list is complete, and what it leaves out is left out on purpose (scripts/lock.py).
    command += ["--no-input", "--no-deps", "-r", str(ROOT / name)]
    environment = dict(os.environ, PYTHONUNBUFFERED="1")
    output = []
    seen = set()
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=str(ROOT),
        env=environment,
    ) as pip:
        for line in pip.stdout:
            output.append(line)
            found = re.match(r"(?:Collecting|Requirement already satisfied:) ([\w.-]+)", line)
            if found and found.group(1) not in seen:
                seen.add(found.group(1))
                progress(len(seen), total, found.group(1))
            elif line.startswith("Installing collected"):
                progress(total, total, "unpacking all of them")
    if pip.returncode:
        stop("".join(output[-25:]) + f"\npip could not install the packages of {name}.")
    for installed in (name, *CONTAINS[name]):
        stamp_file(installed).write_text(digest(installed))


def progress(done, total, what):
    """A line that rewrites itself on a terminal; every twentieth step in a log."""
    text = f"  {min(done, total):3}/{total} {what}"
    if sys.stdout.isatty():
        print("\r\033[K" + text, end="\n" if done >= total else "", flush=True)
    elif done % 20 == 0 or done >= total:
        say(text)


def main():
    names = sys.argv[1:]
    if len(names) != 1 or names[0] not in CONTAINS:
        stop("usage: environment.py " + " | ".join(CONTAINS))
    if not environment_works():
        make_environment()
    if not is_installed(names[0]):
        install(names[0])


if __name__ == "__main__":
    main()
