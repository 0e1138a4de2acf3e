"""A shop that can be killed piece by piece, and its books when all is over."""

import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
# Of the bank's answers to the shop one in four goes wrong.
FAULT_RATE = 0.25


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Shop:
    """gunicorn with two processes, a task worker, a sweeper, Stripe's local server as the bank, and
    perhaps PostgreSQL."""

    def __init__(self, folder: Path, *, postgresql: bool, fault_rate: float = FAULT_RATE):
        self.folder, self.has_database_server = folder, postgresql
        self.fault_rate = fault_rate
        self.port, self.bank_port = free_port(), free_port()
        self.parts: dict[str, subprocess.Popen] = {}
        self.lock, self.closing = threading.Lock(), threading.Event()
        self.environ = {
            **{k: v for k, v in os.environ.items() if k not in ("DATABASE_URL", "CACHE_URL")},
            "DJANGO_SETTINGS_MODULE": "settings",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'site'}:{HERE}",
            "VITRINA_VAR": str(folder),
            "STRIPE_API_URL": f"http://127.0.0.1:{self.bank_port}",
            "STRIPE_SECRET_KEY": "sk_test_local",
            "STRIPE_PUBLISHABLE_KEY": "pk_test_local",
            "STRIPE_WEBHOOK_SECRET": "whsec_local",
            "PORT": str(self.port),
            "WEB_CONCURRENCY": "2",
            "WEB_THREADS": "8",
            "TRUSTED_PROXY_COUNT": "1",
            "LOG_LEVEL": "ERROR",
        }
        if postgresql:
            self.environ["DATABASE_URL"] = f"postgres://vitrina@/vitrina?host={folder}&port=5999"

    # --- Starting and killing -------------------------------------------------------------

    def start(self) -> list[int]:
        """Everything; returns products that can be bought in Colombia."""
        if self.has_database_server:
            self._make_database()
        self._python("manage.py", "prepare")
        products = json.loads(self._python(str(HERE / "books.py"), "open"))
        told = f"http://localhost:{self.port}/webhooks/stripe/"
        self._start_part(
            "bank",
            *("-m", "tests.providers.stripe_server", "--port", str(self.bank_port)),
            *("--webhook-url", told, "--fault-rate", str(self.fault_rate)),
        )
        self._start_web()
        self._start_part("worker", "manage.py", "runworker")
        self._start_part("sweeper", str(HERE / "books.py"), "sweep")
        threading.Thread(target=self._restart_what_died, daemon=True).start()
        self._await()
        return products

    def _python(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=self.environ, capture_output=True, text=True
        )
        if done.returncode:
            sys.exit(f"{words}: {done.stdout[-2000:]}{done.stderr[-4000:]}")
        return done.stdout.strip().rsplit("\n", 1)[-1]

    def _start_part(self, name: str, *words: str) -> None:
        with open(self.folder / f"{name}.log", "ab") as log:
            self.parts[name] = subprocess.Popen(
                [sys.executable, *words],
                cwd=ROOT,
                env=self.environ,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _start_web(self) -> None:
        self._start_part("web server", "-m", "gunicorn", "-c", "gunicorn.conf.py")

    def _restart_what_died(self) -> None:
        """What a service manager does."""
        starts = {
            "web server": self._start_web,
            "worker": lambda: self._start_part("worker", "manage.py", "runworker"),
            "sweeper": lambda: self._start_part("sweeper", str(HERE / "books.py"), "sweep"),
        }
        while not self.closing.wait(0.3):
            with self.lock:
                for name, start in starts.items():
                    if self.parts[name].poll() is not None:
                        if name == "web server":
                            self._end_group(self.parts[name])
                        start()

    def kill(self, kind: str) -> None:
        """kill -9, without a warning."""
        with self.lock:
            if kind == "database":
                self._postgres("pg_ctl", "-m", "immediate", "stop")
                time.sleep(random.uniform(0, 2))
                self._start_database()
            elif kind == "web process":
                master = self.parts["web server"].pid
                children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
                if children:
                    os.kill(int(random.choice(children)), signal.SIGKILL)
            else:
                self.parts[kind].kill()

    @staticmethod
    def _end_group(process: subprocess.Popen) -> None:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def stop(self) -> None:
        self.closing.set()
        with self.lock:
            for process in self.parts.values():
                self._end_group(process)
            if self.has_database_server and (self.folder / "postgres").exists():
                self._postgres("pg_ctl", "-m", "immediate", "stop")

    def await_answer(self, stop: threading.Event) -> bool:
        """Until it serves again, on a slow machine too: what is killed while it starts is never
        seen at work. False where it does not within two minutes."""
        address = f"http://localhost:{self.port}/health/live/"
        until = time.monotonic() + 120
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(address, timeout=5):
                    return True
            except (OSError, http.client.HTTPException):
                if stop.wait(0.2):
                    return False
        return False

    def _await(self) -> None:
        if self.await_answer(self.closing):
            return
        sys.exit("The shop did not open: " + (self.folder / "web server.log").read_text()[-3000:])

    # --- PostgreSQL of its own ---------------------------------------------------------------

    def _postgres(self, program: str, *words: str) -> None:
        newest = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        command = [str(newest / program), "-D", str(self.folder / "postgres"), *words]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _make_database(self) -> None:
        (self.folder / "postgres").mkdir()
        if os.getuid() == 0:
            self.folder.chmod(0o777)
            subprocess.run(["chown", "postgres", str(self.folder / "postgres")], check=True)
        self._postgres("initdb", "-U", "vitrina", "-A", "trust", "--encoding=UTF8")
        self._start_database()
        subprocess.run(
            ["createdb", "-h", str(self.folder), "-p", "5999", "-U", "vitrina", "vitrina"],
            check=True,
        )

    def _start_database(self) -> None:
        settings = f"-c port=5999 -c unix_socket_directories={self.folder} -c listen_addresses=''"
        log = str(self.folder / "postgres" / "log")
        self._postgres("pg_ctl", "-w", "-l", log, "-o", settings, "start")

    # --- The end ---------------------------------------------------------------------------

    def bank(self, path: str, form: dict | None = None) -> http.client.HTTPResponse:
        """One call to the bank, as a shopper's browser makes it: it does not fail. Read."""
        connection = http.client.HTTPConnection("127.0.0.1", self.bank_port, timeout=30)
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        body = None if form is None else urlencode(form)
        connection.request("GET" if form is None else "POST", path, body, headers)
        answer = connection.getresponse()
        answer.text = answer.read().decode()
        connection.close()
        return answer

    def settle_and_compare(self) -> dict:
        """Nothing fails any more; sweepers and worker finish; then bank and books, row by row."""
        found = json.loads(self.bank("/-/be-well", {}).text)
        time.sleep(5)
        self._python(str(HERE / "books.py"), "settle")
        for kind in ("intents", "charges"):
            found[kind] = json.loads(self.bank(f"/-/rows/{kind}").text)
        (self.folder / "bank.json").write_text(json.dumps(found))
        return json.loads(self._python(str(HERE / "books.py"), "compare"))
