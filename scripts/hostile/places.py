"""Where there is something to ask for: pages, the parameters of their links, their forms."""

from collections import deque
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

from asking import Request, Visitor

STARTS = {
    False: ("/es-co/", "/en-us/", "/es-mx/", "/@lili-gomez/es-co/", "/@valentina/es-co/",
            "/health/", "/es-co/buscar/?q=crema", "/sitemap.xml", "/robots.txt"),
    True: ("/admin/",),
}  # fmt: skip
# Whoever goes there is signed out, or asks for a download of everything.
NOT_ASKED = ("logout", "cerrar-sesion", "/media/", "/static/")
FIELDS = ("next", "q", "p", "page", "sort", "variant", "edition")
FIELDS += ("product", "quantity", "id", "ids")


@dataclass(frozen=True)
class Place:
    """An address that takes fields, by GET or POST."""

    path: str
    method: str
    fields: tuple[str, ...]


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links: list[str] = []
        self.forms: list[tuple[str, str, list[str]]] = []

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        for name in ("hx-get", "data-url", "hx-post"):
            if values.get(name):
                self.links.append(values[name])
        if tag == "form":
            method = (values.get("method") or "GET").upper()
            self.forms.append((values.get("action") or "", method, []))
        elif tag in ("input", "select", "textarea") and values.get("name") and self.forms:
            self.forms[-1][2].append(values["name"])


def places(visitor: Visitor, *, most: int) -> list[Place]:
    """What a walk through ``most`` pages finds: of the same shop the same list."""
    waiting, seen = deque(STARTS[bool(visitor.email)]), set()
    found: dict[Place, None] = {}
    while waiting and len(seen) < most:
        address = waiting.popleft()
        path, query = urlsplit(address).path, urlsplit(address).query
        names = tuple(name for name, _value in parse_qsl(query))
        found[Place(path, "GET", names or FIELDS)] = None
        if path in seen:
            continue
        seen.add(path)
        _status, headers, body = visitor.ask(Request(target=address.encode()))
        if 300 <= _status < 400 and headers.get("Location"):
            waiting.append(_own(visitor, address, headers["Location"]) or "/")
        if "html" not in headers.get("Content-Type", ""):
            continue
        page = Page()
        page.feed(body.decode(errors="replace"))
        for action, method, fields in page.forms:
            target = _own(visitor, address, action or address)
            if target and fields:
                found[Place(urlsplit(target).path, method, tuple(fields))] = None
        waiting.extend(filter(None, (_own(visitor, address, link) for link in page.links)))
    return list(found)


def _own(visitor: Visitor, address: str, link: str) -> str:
    """The link's path and query on this server; "" for any other and for what is not asked."""
    try:
        parts = urlsplit(urljoin(visitor.url + address, link.strip()))
    except ValueError:
        return ""
    ours = f"{parts.scheme}://{parts.netloc}" == visitor.url
    if not ours or any(word in parts.path for word in NOT_ASKED):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")
