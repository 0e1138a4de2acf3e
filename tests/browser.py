"""Fixtures for tests in a real Chromium against Django's live server.

A test asks for ``page`` (signed out, Spanish for Colombia, 1440 px) or ``new_page`` for more of
them, and is marked ``browser``. Without a Chromium such tests are skipped, and in CI they fail.
"""

import os
import shutil
import sys
from pathlib import Path

import pytest
from django.conf import settings

# Milliseconds. Long enough for a busy machine: waiting ends as soon as what is expected is there.
PATIENCE = 30_000

ARGUMENTS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--force-color-profile=srgb",
    # No name is found but this machine's own.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


def chromium() -> str | None:
    return (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )


def pytest_collection_modifyitems(items):
    """Whoever asks for Chromium, by way of a page or not, is a browser test, marked or not.

    In CI one that fails is told once more, since a story of minutes on a busy machine can meet
    what is nobody's fault. The run counts it ("rerun") and names it: one that needs it twice is
    a defect.
    """
    for item in items:
        if "running_chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            if os.environ.get("CI"):
                item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def running_chromium():
    """One Chromium for the whole run."""
    found = chromium()
    if not found:
        message = "Chromium is missing. On Debian: sudo apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    # Playwright runs a loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        instance = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield instance
        instance.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def console_errors():
    """What pages wrote to the console as errors, and scripts that threw. Checked at the end:
    a test that expects one removes it from the list."""
    return []


def is_refused_autosave(message) -> bool:
    """Wagtail's editor saves while one still types, and its server answers 400 to what is not
    whole yet: no fault of the page."""
    return "/admin/" in message.location.get("url", "") and "status of 400" in message.text


def is_the_page_itself(message) -> bool:
    """Chromium reports a page that answers 404, as one does that says where a product is sold. The
    story looks at what stands on it."""
    page = message.page.url if message.page else ""
    return message.location.get("url", "") == page and "status of 404" in message.text


def is_given_up_request(message) -> bool:
    """htmx writes to the console when a request is given up because somebody typed on or left the
    page. A request that fails adds ``htmx:sendError`` or the browser's own message, and counts."""
    return message.text.startswith(("htmx:sendAbort", "htmx:afterRequest"))


# A page of the shop whose script has set up every part of it, or a page without that script.
ENHANCED = 'html[data-enhanced], html:not(:has(script[src*="js/main"]))'


def wait_until_enhanced(page) -> None:
    """Make ``page.goto``, ``go_back`` and ``reload`` wait until the page answers to a click.

    Before that a link is followed as without a script: right for a visitor, but another story
    than the one that a test tells. A test that wants that moment says ``wait_until`` itself.
    """

    def patient(move):
        def moved(*args, **options):
            answer = move(*args, **options)
            if "wait_until" not in options:
                page.wait_for_selector(ENHANCED, state="attached")
            return answer

        return moved

    for name in ("goto", "go_back", "reload"):
        setattr(page, name, patient(getattr(page, name)))


@pytest.fixture
def new_page(running_chromium, live_server, console_errors):
    """Make pages: ``new_page(width=360, javaScriptEnabled=False, locale="en-US")``.

    Each has a context of its own (another visitor). Addresses are relative to the live
    server. Pages may load nothing from elsewhere: such a request finds nothing and fails the test.
    """
    contexts = []
    strangers = []
    local = (live_server.url, "data:", "blob:", "http://127.0.0.1", "about:")

    def make(*, width: int = 1440, height: int = 900, locale: str = "es-CO", **options):
        options = {
            {"javascript": "java_script_enabled", "javaScriptEnabled": "java_script_enabled"}.get(
                name, name
            ): value
            for name, value in options.items()
        }
        context = running_chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            locale=locale,
            reduced_motion=options.pop("reduced_motion", "reduce"),
            **options,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)

        def note_strangers(request):
            if not request.url.startswith(local):
                strangers.append(request.url)

        # Watched, not routed: a browser whose requests are routed keeps nothing in its cache.
        context.on("request", note_strangers)
        page = context.new_page()
        if options.get("java_script_enabled", True):
            wait_until_enhanced(page)
        page.on(
            "console",
            lambda message: (
                console_errors.append(f"{message.location.get('url', '')}: {message.text}")
                if message.type == "error"
                and not is_refused_autosave(message)
                and not is_the_page_itself(message)
                else None
            ),
        )
        page.on("pageerror", lambda error: console_errors.append(str(error)))
        return page

    yield make
    for context in contexts:
        context.close()
    assert not strangers, f"Pages asked for foreign addresses: {strangers}"
    assert not console_errors, f"Errors in the browser's console: {console_errors}"


@pytest.fixture(autouse=True)
def _patience():
    if "playwright" in sys.modules:
        from playwright.sync_api import expect

        expect.set_options(timeout=PATIENCE)


@pytest.fixture
def page(new_page):
    """One visitor in Spanish for Colombia at 1440 px."""
    return new_page()


# All that axe can tell apart on a page, without its words: each element with the classes of those
# around it, the names of its attributes (and values, where these mean something), whether it has
# words and can be seen; the order of headings, the landmarks, ids that are there twice.
SHAPES = """(within) => {
    const shapes = new Set();
    const telling = /^(role|type|style|tabindex|scope|aria-(hidden|live|current|expanded|modal))$/;
    const look = (one, around) => {
        const kind = one.tagName + [...one.classList].sort().map((name) => "." + name).join("");
        const attributes = [...one.attributes].map(({ name, value }) =>
            name + (telling.test(name) ? "=" + value : value.trim() ? "" : "=nothing"));
        const words = [...one.childNodes].some((part) => part.nodeType === 3 && part.data.trim());
        const seen = one.checkVisibility({ visibilityProperty: true });
        shapes.add([around + kind, attributes.sort(), words, seen].join("|"));
        if (one.tagName.toLowerCase() === "svg") return;
        for (const child of one.children) look(child, around + kind + ">");
    };
    look(within ? document.querySelector(within) : document.body, "");
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
        .filter((one) => one.checkVisibility()).map((one) => one.tagName);
    shapes.add("headings " + headings.filter((one, at) => one !== headings[at - 1]));
    const places = "main, nav, aside, header, footer, section, form, dialog, [role]";
    shapes.add("landmarks " + [...document.querySelectorAll(places)]
        .filter((one) => one.checkVisibility())
        .map((one) => [one.tagName, one.getAttribute("role"), one.getAttribute("aria-label")]));
    const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
    shapes.add("twice " + ids.filter((id, at) => ids.indexOf(id) !== at));
    shapes.add("title " + Boolean(document.title.trim()));
    return [
        [innerWidth, document.documentElement.lang,
            [...document.styleSheets].map((sheet) => sheet.href).join(" ")].join("|"),
        [...shapes],
    ];
}"""


@pytest.fixture(scope="session")
def looked_at() -> dict[str, set]:
    """The shapes in which axe found nothing wrong, by width, language and style sheets."""
    return {}


@pytest.fixture
def assert_accessible(looked_at):
    """``assert_accessible(page)``: axe finds no WCAG 2.2 AA violation on the page as it is.

    A page of which every part was looked at before, in the same place and at the same width, is
    not looked at again: axe takes a second each time, and tells apart nothing but shapes.
    """
    source = Path(settings.ROOT / "static" / "vendor" / "axe-core" / "axe.min.js").read_text()

    def check(page, *, within: str | None = None):
        frame, shapes = page.evaluate(SHAPES, within)
        known = looked_at.setdefault(frame, set())
        if known.issuperset(shapes):
            return
        # Evaluated, not added as a tag: the pages' policy forbids inline scripts.
        if not page.evaluate("Boolean(window.axe)"):
            page.evaluate(f"() => {{ {source} }}")
        # Only what is wrong comes back: all that was looked at is 70 KB a page.
        violations = page.evaluate(
            """(within) => window.axe.run(within || document, {
                runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                resultTypes: ["violations"],
            }).then((result) => result.violations)""",
            within,
        )
        found = [
            f"{rule['id']} ({rule['impact']}): {rule['help']}\n"
            + "\n".join(f"    {node['html'][:200]}" for node in rule["nodes"][:5])
            for rule in violations
        ]
        assert not found, f"axe, {page.url}:\n" + "\n".join(found)
        known.update(shapes)

    return check
