#!/usr/bin/env python
"""Django's command line for Vitrina."""

import os
import sys
from pathlib import Path


def main() -> None:
    root = Path(__file__).resolve().parent
    # `site/` is a plain folder on the import path, never a package: the standard
    # library owns the name `site`. Position 1 keeps this file's folder first.
    sys.path.insert(1, str(root / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    from django.core.management import execute_from_command_line

    from config.garbage import search_less_often

    search_less_often()
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
