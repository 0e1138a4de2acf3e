"""`make run`: prepare everything, then keep server, worker and scheduler running until Ctrl-C.

Standard library only. Each part runs in a process group of its own, so that this supervisor
alone receives Ctrl-C and can stop them one after the other; nothing stays behind.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from folders import trouble_at_start
from providers import offered

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
HOST = os.environ.get("LISTEN", "127.0.0.1")
# Loaded once, before any thread runs: between fork and exec nothing may be imported.
LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None
GRACE = 25  # seconds that a part has to finish what it does
RESTART_PAUSE = 5  # seconds before a worker that died is started again


class Stopped(Exception):
    """Somebody asked to stop (Ctrl-C or SIGTERM)."""


def say(text: str = "") -> None:
    print(text, flush=True)


def die_with_parent() -> None:
    """On Linux the kernel ends a part whose supervisor was killed without a chance to do so."""
    LIBC.prctl(1, signal.SIGTERM)


class Part:
    """One process that is kept running, its lines marked with its name."""

    def __init__(self, name: str, *command: str):
        self.name, self.command = name, command
        self.process: subprocess.Popen | None = None
        self.died_at = 0.0

    def start(self) -> None:
        self.process = subprocess.Popen(
            self.command,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
            preexec_fn=die_with_parent if LIBC else None,
        )
        threading.Thread(target=self.relay, args=[self.process.stdout], daemon=True).start()

    def relay(self, lines) -> None:
        for line in lines:
            say(f"{self.name:9} │ {line.rstrip()}")

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def signal(self, number: int) -> None:
        if self.process is not None:
            try:
                os.killpg(self.process.pid, number)
            except ProcessLookupError:
                pass


def stop(parts: list[Part]) -> None:
    """Ask every part to end, wait, and end by force what is left, children included."""
    for part in parts:
        if part.is_running():
            os.kill(part.process.pid, signal.SIGTERM)
    deadline = time.monotonic() + GRACE
    for part in parts:
        if part.process is not None:
            try:
                part.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                say(f"{part.name} does not stop by itself: ending it")
            part.signal(signal.SIGKILL)
            part.process.wait()


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def prepare(summary: Path) -> None:
    """Database, demo company and index. Raises SystemExit where it fails."""
    process = subprocess.Popen(
        [PYTHON, "manage.py", "prepare", "--summary", str(summary)],
        cwd=ROOT,
        start_new_session=True,
        preexec_fn=die_with_parent if LIBC else None,
    )
    try:
        code = process.wait()
    except Stopped:
        process.terminate()
        process.wait()
        raise
    if code:
        sys.exit(code)


def wait_until_open(port: int, server: Part) -> bool:
    """True once the server answers; False if it ended first or takes over a minute."""
    host = "127.0.0.1" if HOST == "0.0.0.0" else HOST
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.is_running():
        try:
            with urllib.request.urlopen(f"http://{host}:{port}/health/live/", timeout=30):
                return True
        except urllib.error.HTTPError:
            return True  # it answers, and its log says what is wrong
        except (OSError, ValueError):
            time.sleep(0.3)
    return False


def welcome(port: int, who: str, advice: list[str]) -> None:
    base = f"http://localhost:{port}"
    say()
    say(f"  The shop is open:   {base}/")
    say(f"  The back office:    {base}/admin/")
    if who:
        say()
        for line in who.splitlines():
            say(f"  {line}")
    for line in advice:
        say()
        say(f"  {line}")
    say()
    say("  Ctrl-C stops everything.")
    say()


def keep_running(server: Part, helpers: list[Part]) -> int:
    """Until the server ends. A worker that dies is started again after a pause."""
    while server.is_running():
        for part in helpers:
            if part.is_running():
                continue
            if not part.died_at:
                part.died_at = time.monotonic()
                say(f"{part.name} ended with {part.process.returncode}: starting it again")
            elif time.monotonic() - part.died_at > RESTART_PAUSE:
                part.died_at = 0.0
                part.start()
        time.sleep(0.5)
    say(f"The server ended with {server.process.returncode}")
    return 1


def on_signal(number, frame):
    # A second Ctrl-C while stopping ends it at once; nothing else disturbs the stopping.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    raise Stopped


def main() -> int:
    said = os.environ.get("PORT", "8000")
    if not said.isdecimal() or not 0 < int(said) < 65536:
        say(f"PORT must be a number from 1 to 65535, not {said!r}: make run PORT=9000")
        return 1
    port = int(said)
    os.environ["PORT"] = str(port)
    os.environ["BIND"] = f"{HOST}:{port}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    os.environ.setdefault("PYTHONUNBUFFERED", "1")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, on_signal)
    if not port_is_free(port):
        say(f"Port {port} is taken by another program. Choose one: make run PORT={port + 1}")
        return 1
    var = Path(os.environ.get("VITRINA_VAR") or ROOT / "var")
    if trouble := trouble_at_start(ROOT, var):
        say(trouble)
        return 1
    manage = (PYTHON, "manage.py")
    gunicorn = str(Path(PYTHON).with_name("gunicorn"))
    reload = ("--reload",) if os.environ.get("RELOAD") else ()
    server = Part("web", gunicorn, *reload)
    # A browser on another machine could not reach them.
    providers = offered(port, var) if HOST == "127.0.0.1" else []
    helpers = [
        *(Part(provider.name, PYTHON, *command) for provider, command in providers),
        Part("worker", *manage, "runworker", "--queue-name", "*", "--verbosity", "0"),
        Part("scheduler", *manage, "runscheduler"),
    ]
    parts = [server, *helpers]
    try:
        with tempfile.TemporaryDirectory() as folder:
            summary = Path(folder) / "summary.txt"
            prepare(summary)
            who = summary.read_text() if summary.exists() else ""
        say("Starting server, worker and scheduler")
        for part in parts:
            part.start()
        if not wait_until_open(port, server):
            say("The server did not start; the lines above say why.")
            return 1
        welcome(port, who, [provider.advice for provider, _command in providers])
        return keep_running(server, helpers)
    except Stopped:
        say("\nStopping")
        return 0
    finally:
        stop(parts)
        if server.process is not None:
            say("Stopped")


if __name__ == "__main__":
    sys.exit(main())
