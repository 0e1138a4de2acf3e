"""Scripted shoppers while everything is killed: is a payment ever lost, doubled or wrong?

    make checkouts                                    300 shoppers, SQLite
    make checkouts ARGS="--shoppers 1000 --postgresql"

Starts a shop of its own (the demo company, in a folder that is deleted afterwards), Stripe's local
server, which fails in one call of four, and shoppers who pay, are declined, are asked for 3-D
Secure, walk away, press twice, and never come back. Meanwhile web processes, the task worker and,
with ``--postgresql``, the database server are killed at random. In the end bank and books are
compared, charge by charge, and the nightly reconciliation must find nothing. Exits with 1 where
anything was lost, doubled or wrong.
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from shop import Shop
from shopper import Shopper


def parse():
    parser = argparse.ArgumentParser(prog="make checkouts", description=__doc__.split("\n")[0])
    parser.add_argument("--shoppers", type=int, default=300)
    parser.add_argument("--at-once", type=int, default=12)
    parser.add_argument("--postgresql", action="store_true", help="on a server of its own")
    parser.add_argument("--no-kills", action="store_true")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    return parser.parse_args()


def kill_at_random(shop: Shop, stop: threading.Event, killed: dict[str, int]) -> None:
    """Something dies again and again, a few seconds after the shop has answered."""
    while not stop.wait(random.uniform(1, 5)):
        kinds = ["web process", "web process", "web server", "worker"]
        kinds += ["database"] if shop.has_database_server else []
        kind = random.choice(kinds)
        shop.kill(kind)
        killed[kind] = killed.get(kind, 0) + 1
        shop.await_answer(stop)


def main() -> int:
    options = parse()
    random.seed(options.seed)
    folder = Path(tempfile.mkdtemp(prefix="vitrina-checkouts-"))
    folder.chmod(0o755)
    shop = Shop(folder, postgresql=options.postgresql)
    stop, killed, ended = threading.Event(), {}, {}
    started = time.monotonic()
    try:
        print(f"Seed {options.seed}. Setting up a shop…", flush=True)
        products = shop.start()
        print(f"{options.shoppers} shoppers, {options.at_once} at once", flush=True)
        killer = threading.Thread(target=kill_at_random, args=(shop, stop, killed))
        if not options.no_kills:
            killer.start()

        def visit(number: int) -> str:
            return Shopper(shop, number, random.choice(products)).go()

        with ThreadPoolExecutor(options.at_once) as crowd:
            for number, how in enumerate(crowd.map(visit, range(options.shoppers)), 1):
                ended[how] = ended.get(how, 0) + 1
                if number % 100 == 0:
                    seconds = time.monotonic() - started
                    print(f"  {number} came by after {seconds:.0f} s", flush=True)
        stop.set()
        if killer.is_alive():
            killer.join()
        print("Shoppers:", json.dumps(ended, sort_keys=True))
        print("Killed:", json.dumps(killed, sort_keys=True))
        found = shop.settle_and_compare()
        paid = found["intents"].get("succeeded", 0)
        if paid < options.shoppers / 5:
            # Nothing can be lost where nobody could buy.
            found["faults"].append(f"only {paid} of {options.shoppers} shoppers could pay")
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
