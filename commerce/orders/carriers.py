"""Carriers: who gives a package its number and its label.

    # in AppConfig.ready()
    register_carrier(Carrier("Envía", tracking_link="https://tracking.example/?guide={number}"))

A plain ``Carrier`` is the one that is built in: the desk prints an address label and types the
number that the carrier gave. A carrier with an interface of its own is a subclass.
``docs/extending.md`` has an example.

Carriers are known by the name that stands on the package, so a name that nobody registered works
too, without a link and with our label.
"""

from collections.abc import Mapping
from urllib.parse import quote

from markets.folding import fold

# As wide as ``Parcel.url`` and ``Parcel.number``.
LONGEST_LINK, LONGEST_NUMBER = 500, 80


class Carrier:
    """One carrier, or one contract with it: print the label and type the number."""

    # As it stands on packages, in mails and on the order's page.
    name: str
    # Where a package is followed, with {number} in it; "": nowhere.
    tracking_link = ""
    # Whether ``announce`` is asked where the desk typed no number.
    gives_numbers = False

    def __init__(self, name: str = "", *, tracking_link: str = ""):
        self.name = name or self.name
        self.tracking_link = tracking_link or self.tracking_link

    def serves(self, order) -> bool:
        """Whether the desk is offered it for this order, by its market or address."""
        return True

    def announce(self, order, *, units: Mapping[int, int], key: str) -> str:
        """Tell the carrier of a package and return its tracking number, at most 80 characters.

        ``units``: by the order line's primary key. ``key`` names the package: if the answer was
        lost it is asked again with the same key, and must answer with the same number. Called
        outside a transaction. Raises NotPossible, with words for the clerk, where the carrier
        refuses or does not answer: nothing is sent then."""
        raise NotImplementedError

    def cancel(self, order, *, number: str, key: str) -> None:
        """Tell the carrier not to come for a package that it was announced (``announce``) and that
        is not sent after all, as where the order was changed meanwhile. The same ``key`` may be
        announced again later, as a new package. Called outside a transaction. Raises NotPossible,
        with words for the clerk, who then has to cancel it there. By default nothing is told."""

    def label(self, order, parcel) -> bytes | None:
        """The label of a package as PDF, as often as it is asked for; None: our address label.
        Raises NotPossible, with words for the clerk."""
        return None

    def link(self, number: str) -> str:
        """Where the package with this number is followed, "" if nowhere."""
        return self.tracking_link.replace("{number}", quote(number, safe=""))


_carriers: dict[str, Carrier] = {}


def register_carrier(carrier: Carrier) -> None:
    """Add a carrier; replaces one with the same name."""
    _carriers[fold(carrier.name)] = carrier


def carrier_named(name: str) -> Carrier | None:
    """The carrier with this name as anybody would write it, or None."""
    return _carriers.get(fold(name))


def carriers_for(order) -> list[Carrier]:
    """The carriers that serve an order, in the order of registration."""
    return [carrier for carrier in _carriers.values() if carrier.serves(order)]


def link_of(parcel) -> str:
    """The link that the parcel's carrier gives for its number, "" if none."""
    carrier = carrier_named(parcel.carrier)
    return carrier.link(parcel.number) if carrier and parcel.number else ""


def completed(tracking: Mapping[str, str]) -> dict[str, str]:
    """Tracking (carrier, number, url) with the name of its carrier as it was registered, and with
    its link where there is a number and none was typed."""
    tracking = dict(tracking)
    carrier, number = carrier_named(tracking.get("carrier", "")), tracking.get("number", "")
    if carrier:
        tracking["carrier"] = carrier.name
        if number and not tracking.get("url") and carrier.tracking_link:
            # A number in other letters grows in an address; one that is no number has no link.
            link = carrier.link(number)
            tracking["url"] = link if len(link) <= LONGEST_LINK else ""
    return tracking
