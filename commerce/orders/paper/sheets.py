"""What stands on the paper of an order. Read in bulk."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from cms.frame.mails import brand_frame
from commerce.gateways.words import method_words
from markets.dates import staff_moment
from markets.lookup import language_of
from markets.names import country_name

from ..lines import own_amount
from ..presentation import OrderView
from ..units import left_of_each

# The most sheets of one print job; more is a mistake.
MOST_SHEETS = 200
# Countries that use US Letter paper (CLDR, measurementData/paperSize); all others use A4.
LETTER = {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
TO_SEND = {"confirmed", "preparing", "partly_shipped", "shipped", "delivered"}


def sheets(orders) -> list["Sheet"]:
    """A sheet for each order, in the order given. Read in bulk."""
    orders = list(
        orders.select_related(
            "placement__person", "placement__customer_group", "shipping_address__country"
        )
        .prefetch_related(
            "lines__cancelled_units",
            "parcels__lines",
            "discounts",
            "surcharges",
            "payments__refunds",
        )
        .order_by("date_placed", "pk")
    )
    frames: dict[str, dict] = {}
    names: dict[tuple, str] = {}
    left = left_of_each([order.pk for order in orders if order.status == "partly_shipped"])
    return [Sheet(order, frames=frames, names=names, left=left.get(order.pk)) for order in orders]


def parcel_sheets(orders, position: int) -> list["Sheet"]:
    """The packing slip of the parcel with this position, for each of the orders that has it."""
    found = sheets(orders)
    for sheet in found:
        parcels = sheet.order.parcels.all()
        sheet.parcel = next((one for one in parcels if one.position == position), None)
    return [sheet for sheet in found if sheet.parcel is not None]


class Sheet(OrderView):
    """A printed order. Read its properties with the language set to its ``edition``."""

    def __init__(self, order, *, frames: dict, names: dict, left: dict[int, int] | None):
        super().__init__(order, edition=order.placement.edition)
        self.frames = frames
        self.names = names
        # Units still to be shipped, of an order of which a part was.
        self.left = left
        self.parcel = None

    @cached_property
    def order_lines(self) -> list:
        """Without their products: paper shows none. Read for all sheets at once."""
        return sorted(self.order.lines.all(), key=lambda line: line.pk)

    @property
    def paper(self) -> str:
        """The market's paper size: ``letter`` or ``a4``."""
        return "letter" if self.market.country in LETTER else "a4"

    @property
    def language(self) -> str:
        return language_of(self.edition)

    @property
    def brand(self) -> str:
        return self._frame["brand"]["name"]

    @property
    def legal_line(self) -> str:
        return self._frame["legal_line"]

    @property
    def _frame(self) -> dict:
        if self.edition not in self.frames:
            self.frames[self.edition] = brand_frame(self.edition)
        return self.frames[self.edition]

    @property
    def frame(self) -> dict:
        """What every template asks of a sheet."""
        return {
            "paper": self.paper,
            "language": self.language,
            "number": self.number,
            "brand": self.brand,
        }

    @property
    def placed(self) -> str:
        return staff_moment(self.order.date_placed, self.market.code)

    @cached_property
    def rows_of_goods(self) -> list[dict]:
        included = self.market.prices_include_tax
        return [
            {
                "line": line.pk,
                "title": line.title,
                "never_sent": self._never_sent.get(line.pk, 0),
                "sku": line.upc or line.partner_sku,
                "quantity": line.quantity,
                "unit": self.money(
                    line.unit_price_incl_tax if included else line.unit_price_excl_tax
                ),
                "amount": self.money(own_amount(line, included=included)),
            }
            for line in self.order_lines
        ]

    @cached_property
    def _never_sent(self) -> dict[int, int]:
        """Units that will not be shipped, by the line's primary key."""
        lines = (line for line in self.order_lines if hasattr(line, "cancelled_units"))
        return {line.pk: line.cancelled_units.quantity for line in lines}

    @cached_property
    def rows_to_pack(self) -> list[dict]:
        """The units in this parcel; without a parcel the units still to be shipped, or all that
        were."""
        if self.parcel is not None:
            held = {row.line_id: row.quantity for row in self.parcel.lines.all()}
        elif self.left is not None:
            held = self.left
        else:
            held = {row["line"]: row["quantity"] - row["never_sent"] for row in self.rows_of_goods}
        return [
            row | {"quantity": held[row["line"]]}
            for row in self.rows_of_goods
            if held.get(row["line"], 0) > 0
        ]

    @property
    def parcel_name(self) -> str:
        return _("Package %(number)d") % {"number": self.parcel.position} if self.parcel else ""

    @property
    def units(self) -> int:
        return sum(row["quantity"] for row in self.rows_to_pack)

    @property
    def label(self) -> list[str]:
        """The shipping address with its country."""
        return [*self.address, country_name(self.market)]

    @property
    def to_collect(self) -> str:
        """The amount that the carrier collects on delivery; "" if none is due, and on all parcels
        but the last, so that nobody pays twice or before everything arrived."""
        if self.parcel is not None and (
            self.order.status == "partly_shipped"
            or any(one.position > self.parcel.position for one in self.order.parcels.all())
        ):
            return ""
        return self.due

    @property
    def collect_text(self) -> str:
        amount = self.to_collect
        return _("To collect at the door: %(amount)s") % {"amount": amount} if amount else ""

    @property
    def warning(self) -> str:
        """A warning why the order must not be shipped, "" if it may."""
        if self.order.status in TO_SEND:
            return ""
        return _("Do not send: %(state)s") % {"state": self.status_text}

    def method_name(self, gateway: str) -> str:
        key = (self.market.code, gateway, self.language)
        if key not in self.names:
            self.names[key] = method_words(*key).name
        return self.names[key]

    @property
    def paid_text(self) -> str:
        return ": ".join(filter(None, [self.payment_state, self.payment_amount]))

    @property
    def refunded(self) -> str:
        refunded = self.payments.refunded
        return self.money(refunded) if refunded else ""
