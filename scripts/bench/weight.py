"""What a first view weighs on a phone, from a real Chromium (the design's §10, issue by issue).

Bytes are those of an answer compressed with gzip, as WhiteNoise keeps files and proxies send HTML;
pictures count as they are. Layout shift is what Chromium reports while the page loads and is
scrolled to its end, on a slow line and a slow processor: what comes late is what moves a page.
"""

import gzip
import os
import shutil
import sys
from dataclasses import dataclass, field

PHONE = {"width": 360, "height": 740}
# 1.6 Mbit/s with 150 ms to the server, and a quarter of this machine's speed.
SLOW_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
SLOWER = 4
SCRIPTS, STYLES = 60 * 1024, 40 * 1024
MOST_SHIFT = 0.02
KINDS = ("document", "script", "stylesheet", "font", "image")
LISTEN = """
    window.shift = 0;
    new PerformanceObserver((list) => {
        const unasked = list.getEntries().filter((entry) => !entry.hadRecentInput);
        for (const entry of unasked) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
"""
SCROLL = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 600) {
        scrollTo(0, y);
        await new Promise((done) => setTimeout(done, 60));
    }
}"""


@dataclass
class Weight:
    """Of one page: bytes and answers by kind."""

    bytes: dict[str, int] = field(default_factory=dict)
    answers: int = 0
    shift: float = 0

    def add(self, kind: str, body: bytes) -> None:
        size = len(body) if kind in ("image", "font") else len(gzip.compress(body, 9))
        self.bytes[kind] = self.bytes.get(kind, 0) + size
        self.answers += 1

    @property
    def holds(self) -> bool:
        return (
            self.bytes.get("script", 0) <= SCRIPTS
            and self.bytes.get("stylesheet", 0) <= STYLES
            and self.shift <= MOST_SHIFT
        )


def cart_of(browser, origin: str, product: str) -> dict:
    """What a browser keeps that has put a product into its cart."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(origin + product)
    page.locator("html[data-enhanced]").wait_for()
    page.locator("#add-to-cart").click()
    page.locator("[data-cart-count]:visible").first.wait_for()
    state = context.storage_state()
    context.close()
    return state


def weigh(browser, origin: str, path: str, state: dict | None = None) -> Weight:
    """A page seen for the first time, by a browser that keeps ``state``. Raises SystemExit where
    something of it is missing.
    """
    context = browser.new_context(
        viewport=PHONE, device_scale_factor=2, has_touch=True, storage_state=state
    )
    page = context.new_page()
    slow = context.new_cdp_session(page)
    slow.send("Network.enable")
    slow.send("Network.emulateNetworkConditions", SLOW_LINE)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(LISTEN)
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(origin + path)
    page.wait_for_load_state("networkidle")
    weight, first = Weight(), len(answers)
    for answer in answers[:first]:
        if answer.status >= 400:
            sys.exit(f"{path} wants {answer.url}, which answers {answer.status}")
        kind = answer.request.resource_type
        if answer.status == 200:
            weight.add(kind if kind in KINDS else "other", answer.body())
    page.evaluate(SCROLL)
    weight.shift = page.evaluate("window.shift")
    context.close()
    return weight


def measure_all(port: int, edition: str) -> bool:
    """Print a table; True where the budgets of a first view hold."""
    import shop
    from playwright.sync_api import sync_playwright

    found = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )
    if not found:
        sys.exit("Chromium is missing. On Debian: sudo apt-get install chromium")
    # Read before Playwright's loop begins, in which Django refuses to ask the database.
    pages = shop.pages(edition)
    cart = shop.address("cart:summary", edition)
    good = True
    heads = (*KINDS, "other", "answers", "shift")
    print(f"\n{'KB at 360 px':16}" + "".join(f"{head:>11}" for head in heads))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        )
        origin = f"http://localhost:{port}"
        state = cart_of(browser, origin, pages["product"])
        views = [(name, path, None) for name, path in pages.items()]
        for name, path, kept in [*views, ("cart", cart, state)]:
            weight = weigh(browser, origin, path, kept)
            good = good and weight.holds
            sizes = "".join(
                f"{weight.bytes.get(kind, 0) / 1024:>11.1f}" for kind in (*KINDS, "other")
            )
            print(
                f"{name:16}{sizes}{weight.answers:>11}{weight.shift:>11.4f}"
                f"  {'holds' if weight.holds else 'OVER'}"
            )
        browser.close()
    return good
