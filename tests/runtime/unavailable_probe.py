"""Run by test_unavailable.py in a process of its own, with a database that may be broken; prints
what a visitor was answered."""

import resource
import signal
import sys

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

if connection.vendor == "sqlite":
    # Long enough to see that it waits; the shop waits for 20 seconds.
    connection.settings_dict["OPTIONS"]["timeout"] = 0.5
browser = Client(raise_request_exception=False)
if "full" in sys.argv:
    # Files may not grow from here on. Python's standard output is a pipe.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
sent = {"login": "ana@correo.example", "password": "x"} if "secret" in sys.argv else {}
path = "account/login/" if sent else "account/login/code/"
answer = browser.post(f"/es-co/{path}", sent or {"email": "ana@correo.example"})
print(answer.status_code, answer.headers.get("Retry-After"))
print(answer.content.decode())
