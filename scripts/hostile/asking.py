"""Asking as nobody should: bytes on a socket, since every client library refuses most of this."""

import secrets
import socket
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from http.cookies import CookieError, SimpleCookie
from threading import Lock
from urllib.parse import urlencode, urlsplit

TIMEOUT = 45  # seconds: gunicorn ends a process that hangs for 60
LOGIN = b"/es-co/account/login/"


@dataclass(frozen=True)
class Request:
    """What goes over the line. Header names and values are bytes, and may be anything."""

    method: str = "GET"
    target: bytes = b"/"
    headers: tuple[tuple[bytes, bytes], ...] = ()
    body: bytes = b""
    # HTTP that every server reads: only what its fields hold is hostile.
    is_well_formed: bool = False


@dataclass
class Visitor:
    """Somebody with cookies; signed in if ``email`` is given. Threads may share one."""

    url: str
    email: str = ""
    password: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def ask(self, request: Request) -> tuple[int, dict[str, str], bytes]:
        """(status, headers, body). Status 0 where the server says nothing that is HTTP or closes
        the line, which it may; raises TimeoutError where it does not answer in time.
        """
        place = urlsplit(self.url)
        given = {name.lower() for name, _value in request.headers}
        own = [
            (b"Host", place.netloc.encode()),
            (b"Origin", self.url.encode()),
            (b"Sec-Fetch-Site", b"same-origin"),
            (b"Cookie", "; ".join(f"{k}={v}" for k, v in list(self.cookies.items())).encode()),
            (b"Content-Length", str(len(request.body)).encode()),
        ]
        headers = [pair for pair in own if pair[0].lower() not in given] + list(request.headers)
        head = request.method.encode() + b" " + request.target + b" HTTP/1.1\r\n"
        lines = [name + b": " + value + b"\r\n" for name, value in headers]
        address = (place.hostname, place.port or 80)
        with socket.create_connection(address, timeout=TIMEOUT) as line:
            try:
                line.sendall(head + b"".join(lines) + b"Connection: close\r\n\r\n" + request.body)
                answer = HTTPResponse(line, method=request.method)
                answer.begin()
                body = answer.read()
            except TimeoutError:
                raise
            except (OSError, HTTPException):
                return 0, {}, b""
        self._remember(answer.headers.get_all("Set-Cookie") or ())
        return answer.status, dict(answer.headers), body

    def _remember(self, lines) -> None:
        for line in lines:
            try:
                found = SimpleCookie(line)
            except CookieError:
                continue
            with self.lock:
                self.cookies |= {name: one.value for name, one in found.items()}

    def token(self) -> str:
        """Against forgery: without it a form is never reached, only its door."""
        if "csrftoken" not in self.cookies:
            self.ask(Request(target=LOGIN))
        return self.cookies.get("csrftoken", "")

    def sign_in(self) -> None:
        """Through the shop's door. Raises RuntimeError where it stays shut."""
        with self.lock:
            self.cookies.clear()
        data = {
            "login": self.email,
            "password": self.password,
            "csrfmiddlewaretoken": self.token(),
        }
        form = (b"Content-Type", b"application/x-www-form-urlencoded")
        # From where nobody else comes: the attacks use up how often one address may try.
        place = (b"X-Forwarded-For", f"198.51.100.{secrets.randbelow(250) + 1}".encode())
        body = urlencode(data).encode()
        status, _headers, _body = self.ask(Request("POST", LOGIN, (form, place), body))
        if not self.is_signed_in():
            raise RuntimeError(f"{self.email} could not sign in: the form answered {status}")

    def is_signed_in(self) -> bool:
        return self.ask(Request(target=b"/admin/"))[0] == 200
