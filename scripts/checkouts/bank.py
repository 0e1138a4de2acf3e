"""A bank across the network, which fails as banks do. Its books are this process's memory.

Started by ``scripts/checkouts``; answers JSON on loopback. One call in ``1 / FAULTS`` goes wrong:
it is answered late, twice, with 502 before or after it acted, or not at all.
"""

import json
import random
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FAULTS = 0.25


class Books:
    def __init__(self):
        self.lock = threading.Lock()
        self.charges: dict[str, dict] = {}
        self.faulty = True
        self.faults = 0

    def begin(self, key, amount):
        charge = self.charges.setdefault(
            key, {"reference": uuid.uuid4().hex, "amount": amount, "state": "open", "refunds": {}}
        )
        if charge["state"] == "declined":
            charge["state"] = "open"
        return charge

    def look_up(self, key):
        return self.charges.get(key, {"state": "unknown"})

    def cancel(self, key):
        charge = self.charges.get(key)
        if charge and charge["state"] != "succeeded":
            charge["state"] = "cancelled"
        return charge or {"state": "unknown"}

    def decide(self, key, decision):
        charge = self.charges[key]
        if charge["state"] == "open":
            charge["state"] = decision
        return charge

    def refund(self, key, refund_key, amount):
        charge = self.charges[key]
        given = sum(float(value) for value in charge["refunds"].values())
        if refund_key not in charge["refunds"]:
            if charge["state"] != "succeeded" or given + float(amount) > float(charge["amount"]):
                return {"refused": "more than was paid"}
            charge["refunds"][refund_key] = amount
        return charge


BOOKS = Books()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        size = int(self.headers.get("Content-Length") or 0)
        asked = json.loads(self.rfile.read(size) or "{}")
        name = self.path.strip("/")
        if name == "books":
            return self.answer(200, BOOKS.charges | {"faults": BOOKS.faults})
        if name == "be-well":
            BOOKS.faulty = False
            return self.answer(200, {})
        # The shopper's decision is made at the bank: no network of ours is in between.
        fault = ""
        if BOOKS.faulty and name != "decide" and random.random() < FAULTS:
            BOOKS.faults += 1
            fault = random.choice(["late", "twice", "lost before", "lost after", "silent"])
        if fault == "lost before":
            return self.answer(502, {})
        if fault == "late":
            time.sleep(random.uniform(0.5, 4))
        with BOOKS.lock:
            for _time in range(2 if fault == "twice" else 1):
                said = getattr(BOOKS, name)(**asked)
        if fault == "lost after":
            return self.answer(502, {})
        if fault == "silent":
            self.close_connection = True
            return None
        return self.answer(200, said)

    def answer(self, status, said):
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
