"""Scripted shoppers while everything is killed: is a payment ever lost, doubled or wrong?

    make checkouts                                    300 shoppers, SQLite
    make checkouts ARGS="--shoppers 1000 --postgresql"
    make checkouts ARGS="--calm --shoppers 60 --at-once 4"      how many a second, nothing killed

Starts a shop of its own (the demo company, in a folder that is deleted afterwards), Stripe's local
server, which fails in one call of four, and shoppers who pay, are declined, are asked for 3-D
Secure, walk away, press twice, and never come back. Meanwhile web processes, the task worker and,
with ``--postgresql``, the database server are killed at random. In the end bank and books are
compared, charge by charge, and the nightly reconciliation must find nothing. Exits with 1 where
anything was lost, doubled or wrong.

With ``--calm`` everything is well: all order once and pay by card, and the time counts. It is told
as checkouts a second, and as how many views of a page without content the same two web processes
give in the time of one. An answer that failed is a fault then.
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from shop import FAULT_RATE, Shop
from shopper import Shopper


def parse():
    parser = argparse.ArgumentParser(prog="make checkouts", description=__doc__.split("\n")[0])
    parser.add_argument("--shoppers", type=int, default=300)
    parser.add_argument("--at-once", type=int, default=12)
    parser.add_argument("--postgresql", action="store_true", help="on a server of its own")
    parser.add_argument("--no-kills", action="store_true")
    parser.add_argument("--calm", action="store_true", help="nothing fails; tell how fast it is")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    options.no_kills = options.no_kills or options.calm
    return options


def kill_at_random(shop: Shop, stop: threading.Event, killed: dict[str, int]) -> None:
    """Something dies again and again, a few seconds after the shop has answered."""
    while not stop.wait(random.uniform(1, 5)):
        kinds = ["web process", "web process", "web server", "worker"]
        kinds += ["database"] if shop.has_database_server else []
        kind = random.choice(kinds)
        shop.kill(kind)
        killed[kind] = killed.get(kind, 0) + 1
        shop.await_answer(stop)


def views_a_second(shop: Shop, at_once: int, views: int = 2000) -> float:
    """Of a page that says only that the shop lives, over as many connections."""

    def view(_number: int) -> None:
        with urllib.request.urlopen(f"http://localhost:{shop.port}/health/live/") as answer:
            answer.read()

    began = time.monotonic()
    with ThreadPoolExecutor(at_once) as crowd:
        list(crowd.map(view, range(views)))
    return views / (time.monotonic() - began)


def main() -> int:
    options = parse()
    random.seed(options.seed)
    folder = Path(tempfile.mkdtemp(prefix="vitrina-checkouts-"))
    folder.chmod(0o755)
    fault_rate = 0 if options.calm else FAULT_RATE
    shop = Shop(folder, postgresql=options.postgresql, fault_rate=fault_rate)
    stop, killed, ended = threading.Event(), {}, {}
    started = time.monotonic()
    try:
        print(f"Seed {options.seed}. Setting up a shop…", flush=True)
        products = shop.start()
        print(f"{options.shoppers} shoppers, {options.at_once} at once", flush=True)
        killer = threading.Thread(target=kill_at_random, args=(shop, stop, killed))
        if not options.no_kills:
            killer.start()

        shoppers = [
            Shopper(shop, number, random.choice(products), calm=options.calm)
            for number in range(options.shoppers)
        ]
        opened = time.monotonic()
        with ThreadPoolExecutor(options.at_once) as crowd:
            for number, how in enumerate(crowd.map(Shopper.go, shoppers), 1):
                ended[how] = ended.get(how, 0) + 1
                if number % 100 == 0:
                    seconds = time.monotonic() - started
                    print(f"  {number} came by after {seconds:.0f} s", flush=True)
        rate = options.shoppers / (time.monotonic() - opened)
        stop.set()
        if killer.is_alive():
            killer.join()
        print("Shoppers:", json.dumps(ended, sort_keys=True))
        print("Killed:", json.dumps(killed, sort_keys=True))
        views = views_a_second(shop, options.at_once) if options.calm else 0
        found = shop.settle_and_compare()
        paid = found["intents"].get("succeeded", 0)
        if paid < options.shoppers / 5:
            # Nothing can be lost where nobody could buy.
            found["faults"].append(f"only {paid} of {options.shoppers} shoppers could pay")
        if options.calm:
            failed = sum(shopper.failed for shopper in shoppers)
            print(
                f"{rate:.2f} checkouts a second of {options.at_once} at once, two web processes; "
                f"in the time of one {views / rate:.0f} views; {failed} answers failed"
            )
            if failed or set(ended) != {"pays"}:
                found["faults"].append(f"{failed} answers failed, and {ended}")
        return report(found)
    finally:
        stop.set()
        shop.stop()
        shutil.rmtree(folder, ignore_errors=True)


def report(found: dict) -> int:
    print(json.dumps({name: value for name, value in found.items() if name != "faults"}, indent=1))
    for fault in found["faults"][:40]:
        print("  ✗", fault)
    print(f"{len(found['faults'])} lost, doubled or wrong")
    return 1 if found["faults"] else 0


if __name__ == "__main__":
    sys.exit(main())
