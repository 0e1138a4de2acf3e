"""Visit the running shop as a newcomer does: every market's home, and where its links lead.

    python scripts/visit.py http://localhost:8000

Fails where a page, a picture, a style or a script that a page names is not there, where a page
is in the wrong language, or where the shop of a market has no product to show. Two sellers' sites
of the demo company are visited too. Only addresses of the given server are asked for.
"""

import re
import sys
import time
import urllib.error
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

PAGES_PER_EDITION = 25
# Signing out and leaving the edition are no places to look at.
NOT_FOLLOWED = re.compile(r"/(logout|account/logout|admin|documents)/")


class Links(HTMLParser):
    """Collects where a page leads (``pages``), what it loads (``files``), and its language."""

    def __init__(self, base: str):
        super().__init__()
        self.base, self.pages, self.files, self.language = base, [], [], ""

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "html":
            self.language = values.get("lang") or ""
        elif tag == "a" and values.get("href"):
            self.add(self.pages, values["href"])
        elif tag in ("img", "script", "source") and values.get("src"):
            self.add(self.files, values["src"])
        elif tag == "link" and values.get("rel") in ("stylesheet", "icon", "preload"):
            self.add(self.files, values.get("href") or "")
        for candidate in (values.get("srcset") or "").split(","):
            if candidate.strip():
                self.add(self.files, candidate.split()[0])

    def add(self, found: list[str], address: str) -> None:
        target = urldefrag(urljoin(self.base, address))[0]
        if urlsplit(target)[:2] == urlsplit(self.base)[:2] and target not in found:
            found.append(target)


class Visitor:
    def __init__(self, base: str):
        self.base = base.rstrip("/")
        self.complaints: list[str] = []
        self.seen: set[str] = set()
        self.files: set[str] = set()

    def fetch(self, address: str) -> tuple[int, str, str]:
        """Status, final address and body (pages only)."""
        request = urllib.request.Request(address, headers={"Accept-Language": "es-CO"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                is_page = "text/html" in answer.headers.get("Content-Type", "")
                body = answer.read()
                return answer.status, answer.url, body.decode() if is_page else ""
        except urllib.error.HTTPError as error:
            return error.code, address, ""

    def visit(self, address: str, edition: str) -> Links | None:
        self.seen.add(address)
        status, final, body = self.fetch(address)
        if status != 200:
            self.complaints.append(f"{status} {address}")
            return None
        links = Links(final)
        links.feed(body)
        if body and f"/{edition}/" in final and links.language[:2] != edition[:2]:
            self.complaints.append(f"html lang is {links.language!r}: {address}")
        for file in links.files:
            self.visit_file(file, address)
        return links

    def visit_file(self, file: str, page: str) -> None:
        if file in self.files:
            return
        self.files.add(file)
        status, _, _ = self.fetch(file)
        if status != 200:
            self.complaints.append(f"{status} {file} (on {page})")

    def walk(self, edition: str, under: str = "") -> int:
        """The home page, its links, and theirs, up to a limit. Returns how many were seen.

        ``under``: the alias of a seller, on whose site every link has to stay.
        """
        home = f"{self.base}/{'@' + under + '/' if under else ''}{edition}/"
        waiting, before = [home], len(self.seen)
        while waiting and len(self.seen) - before < PAGES_PER_EDITION:
            # From both ends in turn: menus come first on a page, products later.
            address = waiting.pop(0 if len(self.seen) % 2 else -1)
            if address in self.seen:
                continue
            links = self.visit(address, edition)
            if links:
                waiting += [
                    page
                    for page in links.pages
                    if page.startswith(home)
                    and page not in self.seen
                    and not NOT_FOLLOWED.search(page)
                ]
        return len(self.seen) - before


def main() -> None:
    from config.settings.markets import MARKETS

    visitor = Visitor(sys.argv[1])
    started = time.monotonic()
    for path in ("/", "/es/", "/health/"):
        visitor.visit(visitor.base + path, "-")
    for market in MARKETS:
        for edition in market.editions:
            print(f"/{edition}/: {visitor.walk(edition)} pages", flush=True)
    # A consultant's and an influencer's site of the demo company.
    for alias, edition in (("lili-gomez", "es-co"), ("naomi-bell", "en-us")):
        print(f"/@{alias}/{edition}/: {visitor.walk(edition, alias)} pages", flush=True)
    for complaint in visitor.complaints:
        print(complaint)
    print(
        f"{len(visitor.seen)} pages and {len(visitor.files)} files in "
        f"{time.monotonic() - started:.0f} s, {len(visitor.complaints)} complaints"
    )
    sys.exit(bool(visitor.complaints))


if __name__ == "__main__":
    main()
