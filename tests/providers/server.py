"""A payment provider on this machine: real HTTP, books of its own, faults on command.

Each provider is a subclass that answers the routes it needs (``@route``) and keeps what it knows
in ``self.books``. It runs in a thread of a test (``with StripeServer() as stripe``) or as a process
beside `make run` (``python -m tests.providers.<name>``). Standard library only.

What a provider tells by itself goes to ``webhook_url`` after the answer is out, as real ones do;
without an address it waits in ``told`` for a test to bring it: late, twice, out of order or never.
"""

import json
import queue
import random
import re
import sqlite3
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit


class Fault(StrEnum):
    # The call never arrives, or arrives and its answer is lost on the way back.
    NOT_RECEIVED = "not received"
    ANSWER_LOST = "answer lost"
    # A proxy answers 502, before or after the provider acted.
    ERROR_BEFORE = "error before"
    ERROR_AFTER = "error after"
    # It acts, and answers only after the caller stopped waiting.
    SLOW = "slow"


@dataclass
class Request:
    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]  # names in lower case
    body: bytes

    def json(self) -> dict[str, Any]:
        return json.loads(self.body or b"{}")

    def form(self) -> dict[str, str]:
        """Fields of a form, as ``metadata[order]`` → value."""
        return dict(parse_qsl(self.body.decode(), keep_blank_values=True))


@dataclass
class Reply:
    """``body``: what is sent as JSON, or a text that is sent as a page."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Told:
    """A notification as the provider sends it: signed over exactly this body."""

    body: bytes
    headers: dict[str, str]
    query: str = ""


def route(method: str, pattern: str) -> Callable:
    """Have a method of a provider answer what it is asked at this path; groups are arguments."""

    def mark(function):
        function.route = (method, re.compile(f"{pattern}$"))
        return function

    return mark


class Books:
    """What the provider knows, by kind and id. In a file it outlives the process."""

    def __init__(self, path: Path | None = None):
        self.database = sqlite3.connect(path or ":memory:", check_same_thread=False)
        self.database.execute(
            "create table if not exists rows (kind text, id text, row text, primary key (kind, id))"
        )

    def get(self, kind: str, key: str) -> dict | None:
        found = self.database.execute(
            "select row from rows where kind = ? and id = ?", (kind, key)
        ).fetchone()
        return json.loads(found[0]) if found else None

    def put(self, kind: str, key: str, row: dict) -> dict:
        # A row that changes keeps its place.
        self.database.execute(
            "insert into rows values (?, ?, ?) on conflict do update set row = excluded.row",
            (kind, key, json.dumps(row)),
        )
        self.database.commit()
        return row

    def all(self, kind: str) -> Iterator[dict]:
        """Oldest first."""
        rows = self.database.execute("select row from rows where kind = ? order by rowid", (kind,))
        return (json.loads(row) for (row,) in rows.fetchall())


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A caller that stopped waiting hung up: that is its own affair, and no fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class ProviderServer:
    """``port`` 0: any free one. ``webhook_url``: where it tells what happened; "" keeps it."""

    def __init__(self, *, port: int = 0, webhook_url: str = "", books: Path | None = None):
        self.books = Books(books)
        self.webhook_url = webhook_url
        self.told: list[Told] = []
        self.calls: list[Request] = []
        self.faults: list[tuple[str, Fault]] = []
        # Of so many calls of the shop's one goes wrong by itself (0.25: one in four).
        self.fault_rate = 0.0
        self.faults_made = 0
        self.slow_seconds = 5.0
        # One call at a time: a provider's books are never half-written.
        self.lock = threading.Lock()
        self.letters: queue.Queue[Told] = queue.Queue()
        self.http = Server(("127.0.0.1", port), self._handler())

    # --- As a part of a test, or as a process ------------------------------------------------

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.http.server_port}"

    def __enter__(self):
        threading.Thread(target=self.http.serve_forever, args=[0.02], daemon=True).start()
        threading.Thread(target=self._send_letters, daemon=True).start()
        return self

    def __exit__(self, *exception):
        self.http.shutdown()
        self.http.server_close()

    def serve(self) -> None:
        """Until the process is stopped."""
        threading.Thread(target=self._send_letters, daemon=True).start()
        self.http.serve_forever()

    # --- Faults ------------------------------------------------------------------------------

    def fail_next(self, fault: Fault, *, path: str = "") -> None:
        """What becomes of the next call whose path contains ``path``."""
        self.faults.append((path, fault))

    def _fault_of(self, request: Request) -> Fault | None:
        for waiting in self.faults:
            if waiting[0] in request.path:
                self.faults.remove(waiting)
                return waiting[1]
        if self.is_of_the_shop(request) and random.random() < self.fault_rate:
            self.faults_made += 1
            return random.choice(list(Fault))
        return None

    def is_of_the_shop(self, request: Request) -> bool:
        """Whether the shop calls: what a shopper does here crosses no network of ours."""
        return True

    @route("POST", "/-/be-well")
    def be_well(self, request: Request) -> "Reply":
        """From now on nothing goes wrong by itself; says how much did."""
        self.fault_rate = 0.0
        return Reply(body={"faults": self.faults_made})

    @route("GET", r"/-/rows/(\w+)")
    def rows(self, request: Request, kind: str) -> "Reply":
        """The books, for whoever compares them with the shop's."""
        return Reply(body=list(self.books.all(kind)))

    # --- What it is asked --------------------------------------------------------------------

    def authorize(self, request: Request) -> Reply | None:
        """The refusal of a call that brings no valid key; None lets it pass."""
        return None

    def idempotency_key(self, request: Request) -> str:
        """The caller's key, where a repeated call gets the first answer; "" where there is none."""
        return ""

    def conflicting_key(self) -> Reply:
        """The refusal of a key that came with another call."""
        return Reply(400, {"error": "idempotency key was used with other parameters"})

    def not_found(self, request: Request) -> Reply:
        return Reply(404, {"error": f"no {request.path}"})

    def answer(self, request: Request) -> Reply:
        if (refused := self.authorize(request)) is not None:
            return refused
        key = self.idempotency_key(request)
        asked = [request.method, request.path, request.body.decode()]
        if key and (kept := self.books.get("answers", key)) is not None:
            same = kept["asked"] == asked
            return Reply(kept["status"], kept["body"]) if same else self.conflicting_key()
        reply = self._routed(request)
        if key and reply.status < 500:
            row = {"asked": asked, "status": reply.status, "body": reply.body}
            self.books.put("answers", key, row)
        return reply

    def _routed(self, request: Request) -> Reply:
        for name in dir(type(self)):
            method, pattern = getattr(getattr(type(self), name), "route", ("", None))
            if method == request.method and (found := pattern.match(request.path)):
                return getattr(self, name)(request, *found.groups())
        return self.not_found(request)

    # --- What it tells -----------------------------------------------------------------------

    def tell(self, told: Told) -> None:
        """Notify the shop once the answer to the present call is out; without an address, wait for
        somebody to bring it."""
        self.told.append(told)
        if self.webhook_url:
            self.letters.put(told)

    def _send_letters(self) -> None:
        while True:
            told = self.letters.get()
            with self.lock:
                pass  # the call that led to it is answered
            for pause in (0.2, 1, 5, 15):
                time.sleep(pause)
                address = self.webhook_url + (f"?{told.query}" if told.query else "")
                call = urllib.request.Request(address, data=told.body, headers=told.headers)
                try:
                    urllib.request.urlopen(call, timeout=30).close()
                except (urllib.error.URLError, OSError):
                    continue
                break

    # --- HTTP --------------------------------------------------------------------------------

    def _handler(self):
        provider = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self):
                parts = urlsplit(self.path)
                request = Request(
                    method=self.command,
                    path=parts.path,
                    query=dict(parse_qsl(parts.query, keep_blank_values=True)),
                    headers={name.lower(): value for name, value in self.headers.items()},
                    body=self.rfile.read(int(self.headers.get("Content-Length") or 0)),
                )
                fault = provider._fault_of(request)
                if fault == Fault.NOT_RECEIVED:
                    self.close_connection = True
                    return
                if fault == Fault.ERROR_BEFORE:
                    return self.send(Reply(502, "Bad gateway"))
                with provider.lock:
                    provider.calls.append(request)
                    reply = provider.answer(request)
                if fault == Fault.ANSWER_LOST:
                    self.close_connection = True
                    return
                if fault == Fault.ERROR_AFTER:
                    reply = Reply(502, "Bad gateway")
                if fault == Fault.SLOW:
                    time.sleep(provider.slow_seconds)
                self.send(reply)

            do_GET = do_POST = do_PUT = do_DELETE = handle_any

            def send(self, reply: Reply):
                is_page = isinstance(reply.body, str)
                data = reply.body if is_page else json.dumps(reply.body)
                kind = "text/html; charset=utf-8" if is_page else "application/json"
                self.send_response(reply.status)
                for name, value in {"Content-Type": kind, **reply.headers}.items():
                    self.send_header(name, value)
                encoded = data.encode()
                self.send_header("Content-Length", str(len(encoded)))
                self.end_headers()
                self.wfile.write(encoded)

            def log_message(self, *arguments):
                pass

        return Handler
