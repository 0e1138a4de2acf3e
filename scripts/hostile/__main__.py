"""`make hostile`: thousands of requests that nobody honest makes. None may end in an error of ours.

    python scripts/hostile                          a copy of the demo shop of `make run`
    python scripts/hostile --requests 3000 --seed 7
    python scripts/hostile --seed 7 --only 1234     one of them again
    python scripts/hostile --url http://localhost:8000   a running shop (a mess afterwards)

Statuses are counted; with any of 500 and above, or no answer in time, it ends with 1 and prints
the requests. A third of them come from a signed-in administrator, and change the copy's data.
"""

import argparse
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "bench"))

from asking import Request, Visitor  # noqa: E402
from attacks import attack  # noqa: E402
from places import places  # noqa: E402
from server import ROOT, copy_of_the_shop, serving  # noqa: E402

ADMINISTRATOR = ("admin@raiz.example", "raiz-demo-2026")
# So many pages each of them walks through to learn what there is to attack.
PAGES = {"anonymous": 250, "administrator": 350}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--url", help="a running shop instead of a copy")
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", type=int, help="the number of one request")
    chosen = parser.parse_args()
    with ExitStack() as stack:
        if chosen.url:
            url = chosen.url.rstrip("/")
        else:
            (ROOT / "var").mkdir(exist_ok=True)
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=ROOT / "var")))
            copy_of_the_shop(folder)
            port = stack.enter_context(serving(folder, application="config.wsgi"))
            url = f"http://localhost:{port}"
        numbers = [chosen.only] if chosen.only else range(1, chosen.requests + 1)
        good = run(url, chosen.seed, numbers)
    sys.exit(not good)


def run(url: str, seed: int, numbers) -> bool:
    """Ask all of them; True where nothing failed."""
    anonymous, administrator = Visitor(url), Visitor(url, *ADMINISTRATOR)
    administrator.sign_in()
    known = [
        (visitor, places(visitor, most=most))
        for visitor, most in zip((anonymous, administrator), PAGES.values(), strict=True)
    ]
    print(f"{url}, seed {seed}: " + ", ".join(f"{len(found)} places" for _v, found in known))
    counts, posts, failures = Counter(), Counter(), []

    def ask(number: int) -> None:
        visitor, found = known[number % 3 == 0]
        # A hostile request may well have ended the session.
        if number % 30 == 0:
            with suppress(TimeoutError):
                if not visitor.is_signed_in():
                    visitor.sign_in()
        request = attack(f"{seed}-{number}", found, visitor.token())
        began = time.monotonic()
        try:
            status = visitor.ask(request)[0]
            if status == 0 and request.is_well_formed:
                status = 598  # its process died
        except TimeoutError:
            status = 599
        counts[status] += 1
        posts[status] += request.method == "POST"
        if status >= 500 and not request.target.startswith(b"/health/"):
            failures.append((number, status, time.monotonic() - began, request))

    with ThreadPoolExecutor(8) as pool:
        for done, _none in enumerate(pool.map(ask, numbers), 1):
            if done % 2000 == 0:
                print(f"  {done} asked, {len(failures)} failed", flush=True)
    report(counts, posts, failures, seed)
    return not failures


def report(
    counts: Counter, posts: Counter, failures: list[tuple[int, int, float, Request]], seed: int
) -> None:
    for title, counted in (("All", counts), ("Of them POST", posts)):
        told = (f"{number} × {status or 'closed'}" for status, number in sorted(counted.items()))
        print(f"{title}: " + ", ".join(told))
    for number, status, seconds, request in sorted(failures, key=lambda one: one[:2]):
        print(f"\n{status} after {seconds:.1f} s: --seed {seed} --only {number}")
        print(f"  {request.method} {request.target[:300]!r}")
        for name, value in request.headers:
            print(f"  {name!r}: {value[:200]!r}")
        if request.body:
            print(f"  {request.body[:600]!r}")
    print(f"{len(failures)} failed" if failures else "Nothing failed")


if __name__ == "__main__":
    main()
