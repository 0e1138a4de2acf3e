"""Typeset a PDF, and answer with it."""

import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.http import HttpResponse

COMPILER = Path(__file__).with_name("compiler.py")
# Less than a web process may take for a request (``timeout`` in gunicorn.conf.py).
AT_MOST = 40  # seconds
# However many ask for documents, pages are served meanwhile: each one keeps a core and a thread.
AT_ONCE, WAITS = 2, 10
_at_once = threading.BoundedSemaphore(AT_ONCE)
# Nothing answers there, so typst can download no packages. No other variable is handed on.
CLOSED_DOOR = {"HTTPS_PROXY": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}


class NotTypeset(Exception):
    """The document could not be made, or took too long. The text is for the log."""


def typeset(
    template: Path, data: Mapping[str, Any], *, kind: str = "pdf", at_most: float = AT_MOST
) -> bytes:
    """The PDF that a template makes of the data, or with ``kind`` "png" the picture of its one
    page, a pixel for each point. The template reads the data as
    ``json(bytes(sys.inputs.data))``, files of its own folder, and nothing else.

    Raises NotTypeset, also after ``at_most`` seconds, and where others are being made and none of
    them is done within ``WAITS`` seconds.
    """
    job = json.dumps({"template": str(template), "data": data, "format": kind})
    if not _at_once.acquire(timeout=WAITS):
        raise NotTypeset(f"{template.name}: too many documents at once")
    try:
        done = subprocess.run(
            # Isolated: neither our import path nor the variables of this process.
            [sys.executable, "-I", str(COMPILER)],
            input=job.encode(),
            env=CLOSED_DOOR,
            capture_output=True,
            timeout=at_most,
        )
    except subprocess.TimeoutExpired as slow:
        raise NotTypeset(f"{template.name}: more than {at_most} seconds") from slow
    finally:
        _at_once.release()
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise NotTypeset(f"{template.name}: {said[-1] if said else done.returncode}")
    return done.stdout


def pdf_response(content: bytes, *, name: str) -> HttpResponse:
    """Shown in the browser, and called ``name`` where it is saved: ASCII, without ".pdf"."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response
