"""Write requirements*.txt from requirements*.in: every package, exactly.

    python scripts/lock.py              keep today's versions where the bounds still allow them
    python scripts/lock.py --upgrade    take the newest that the bounds allow

The development list is resolved first and the smaller ones are held to it, so that one
environment can serve them all. No index address is written into any of them.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Wagtail asks for it to read iPhone's HEIC pictures and does without it (AVIF comes with Pillow).
# Its wheels contain x265, which is GPL. The lists are complete, so they are installed with
# `pip install --no-deps` and it stays out (docs/licences.md).
LEFT_OUT = ("pillow-heif",)


def compile_list(name: str, *words: str) -> None:
    command = [str(Path(sys.executable).with_name("uv")), "pip", "compile", f"{name}.in"]
    command += ["-o", f"{name}.txt", "--python-version", "3.11", "--quiet"]
    command += ["--no-emit-index-url", "--no-emit-find-links"]
    for package in LEFT_OUT:
        command += ["--no-emit-package", package]
    environment = {
        **os.environ,
        # The header names this command, not the one of whoever ran it.
        "UV_CUSTOM_COMPILE_COMMAND": "make lock",
    }
    print(f"{name}.in → {name}.txt", flush=True)
    subprocess.run([*command, *words], cwd=ROOT, env=environment, check=True)


def main() -> None:
    compile_list("requirements-dev", *sys.argv[1:])
    for name in ("requirements-scale", "requirements"):
        # From nothing: the constraint alone decides, or a package that is gone would stay.
        (ROOT / f"{name}.txt").unlink(missing_ok=True)
        compile_list(name, "--constraint", "requirements-dev.txt", "--no-annotate")


if __name__ == "__main__":
    main()
