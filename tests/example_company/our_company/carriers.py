import zlib

from commerce.orders.acting import NotPossible
from commerce.orders.carriers import Carrier

MOST_UNITS = 10
expected: set[str] = set()  # a real one keeps these at the carrier


class Bicycles(Carrier):
    name, tracking_link = "Our bicycles", "https://bicycles.example/{number}"
    gives_numbers = True

    def serves(self, order):
        return order.placement.market == "co"

    def announce(self, order, *, units, key):
        if sum(units.values()) > MOST_UNITS:
            raise NotPossible(f"A bicycle carries {MOST_UNITS} units at most.")
        # The same package again, if the answer was lost: the same number.
        number = f"BICI-{zlib.crc32(key.encode()):08x}"
        expected.add(number)
        return number

    def cancel(self, order, *, number, key):
        expected.discard(number)
