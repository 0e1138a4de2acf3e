"""The server that is measured (gunicorn, one process, as in production) and a browser for it."""

import http.client
import os
import socket
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]


class Browser:
    """One kept connection and its cookies. ``redrawn``: it names itself, so that it gets no kept
    page; as ``first`` each time as if nothing were known yet; ``changed``: as if what these tags
    say had just changed."""

    def __init__(self, port: int, *, redrawn: bool = False, first: bool = False, changed: str = ""):
        self.port, self.cookies = port, {}
        self.redrawn, self.first, self.changed = redrawn, first, changed
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(self, path: str, data: dict | None = None, *, count: bool = False):
        """(status, headers, body) of a GET, or of a POST with ``data``."""
        headers = {
            "Host": f"localhost:{self.port}",
            "Sec-Fetch-Site": "same-origin",
            "Origin": f"http://localhost:{self.port}",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        body = None
        if data is not None:
            body = urlencode(data)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if count:
            headers["X-Count"] = "1"
        if self.redrawn:
            headers["Authorization"] = "none"
        if self.first:
            headers["X-Forget"] = "1"
        if self.changed:
            headers["X-Changed"] = self.changed
        method = "GET" if data is None else "POST"
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        except (http.client.RemoteDisconnected, ConnectionError):
            # The server closes a connection on which nothing is asked for some seconds.
            self.connection.close()
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
        content = answer.read()
        for value in answer.headers.get_all("Set-Cookie") or ():
            for cookie in SimpleCookie(value).values():
                self.cookies[cookie.key] = cookie.value
        return answer.status, answer.headers, content

    def cpu(self) -> float:
        """Seconds that the serving process has worked so far."""
        return float(self.ask("/bench-cpu/")[2])


@contextmanager
def serving(folder: Path, *, application: str = "application:application"):
    """The shop whose files lie in ``folder``; gives the port. ``application`` may be the shop
    itself (``config.wsgi``), without the bench's own addresses."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environ = {
        **{key: value for key, value in os.environ.items() if key != "DATABASE_URL"},
        "VITRINA_VAR": str(folder),
        "PORT": str(port),
        "WEB_CONCURRENCY": "1",
        "WEB_THREADS": "16",
        "TRUSTED_PROXY_COUNT": "1",
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "DEBUG": "off",
        "LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py"]
    command += ["--pythonpath", "site,scripts/bench", application]
    process = subprocess.Popen(command, cwd=ROOT, env=environ)
    try:
        # It draws its first pages before it accepts (gunicorn.conf.py).
        for _attempt in range(1500):
            try:
                if Browser(port).ask("/health/live/")[0] == 200:
                    break
            except OSError:
                if process.poll() is not None:
                    sys.exit("The server did not start")
            time.sleep(0.2)
        else:
            sys.exit("The server does not answer")
        yield port
    finally:
        process.terminate()
        try:
            # Longer than it gives its own requests to end.
            process.wait(60)
        except subprocess.TimeoutExpired:
            # What was measured is not lost for it.
            process.kill()
            process.wait()


def copy_of_the_shop(folder: Path) -> None:
    """Baskets are written here, not into the shop of `make run`."""
    var = Path(os.environ.get("VITRINA_VAR", ROOT / "var"))
    source = var / "vitrina.sqlite3"
    if not source.exists():
        sys.exit("There is no shop to measure yet: make demo")
    copy = folder / "vitrina.sqlite3"
    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(copy)) as new:
        old.backup(new)
    for name in ("search", "media"):
        if (var / name).exists():
            subprocess.run(["cp", "-al", var / name, folder / name], check=True)


def storm(port: int, path: str, write: tuple[str, dict], *, connections=16, rounds=12) -> int:
    """How many answers are errors while ``connections`` read a page and one of them writes."""

    def visit(number: int) -> int:
        browser, wrong = Browser(port), 0
        for turn in range(rounds):
            if number == 0 and turn % 2:
                status, _headers, _body = browser.ask(*write)
            else:
                status, _headers, _body = browser.ask(path)
            wrong += status >= 400
        return wrong

    with ThreadPoolExecutor(connections) as pool:
        return sum(pool.map(visit, range(connections)))
