"""Orders as shoppers placed them and the order desk moved them on, over the last months."""

from datetime import timedelta
from decimal import Decimal

from django.apps import apps
from django.db import transaction
from django.utils import timezone, translation

from commerce.cart.cart import build_cart
from commerce.cart.services import add_line
from commerce.checkout.charging import with_charges
from commerce.checkout.services.placing import Terms, place_order
from commerce.delivery.options import delivery_options
from commerce.gateways.models import DemoCharge, Payment, Refund
from commerce.gateways.of_order import payments_of
from commerce.gateways.registry import all_gateways
from commerce.orders.attempts import start_payment
from commerce.orders.events import record
from commerce.orders.models import Placement
from commerce.orders.releasing import release_pending
from commerce.orders.services import (
    add_note,
    cancel_order,
    move_order,
    receive_payment,
    refund_order,
)
from commerce.orders.settling import confirm_payment
from commerce.pricing.tax import Destination
from demo.company.orders import ORDERS
from demo.company.sales_schema import OrderSeed
from markets.lookup import get_market
from markets.money import round_money
from people.models import User

from .sellers import provenance_of
from .staff import address_columns

Basket = apps.get_model("basket", "Basket")
Product = apps.get_model("catalogue", "Product")

JOURNEY = ("confirmed", "preparing", "shipped", "delivered")
CARRIER = {"co": "Mensajería Demo", "mx": "Paquetería Demo", "us": "Demo Parcel"}

# Hours from one event of an order to the next.
GAPS = {
    "payment_started": 0.02,
    "mail_received": 0.01,
    "payment_received": 18,
    "confirmed": 0.02,
    "mail_confirmed": 0.01,
    "note": 1,
    "preparing": 3,
    "shipped": 21,
    "mail_shipped": 0.02,
    "delivered": 50,
    "cancelled": 5,
    "mail_cancelled": 0.01,
    "refunded": 30,
    "mail_refunded": 0.01,
    "expired": 48,
}


@transaction.atomic
def build_orders(*, by) -> int:
    """Place the orders of those who have none yet; ``by`` is the order desk's clerk.

    No mail leaves: the timeline says, within the transaction, that it has.
    """
    emails = {seed.buyer.email for seed in ORDERS}
    done = set(Placement.objects.filter(email__in=emails).values_list("email", flat=True))
    made = [seed for seed in ORDERS if seed.buyer.email not in done]
    for seed in made:
        with translation.override(_edition(seed)):
            OrderBuilder(seed, by).build()
    return len(made)


def _edition(seed: OrderSeed) -> str:
    return get_market(seed.buyer.market).edition(seed.buyer.language)


class OrderBuilder:
    """One order, from basket to the state it has come to."""

    def __init__(self, seed: OrderSeed, by):
        self.seed, self.by = seed, by
        self.edition = _edition(seed)
        # Where the demo bank is switched off, everybody transfers.
        self.gateway = seed.gateway if seed.gateway in all_gateways() else "transfer"

    @transaction.atomic
    def build(self):
        order = self._place()
        start_payment(order=order, return_url="/")
        if self.gateway == "transfer":
            record(order, "mail_received")
        if self.seed.state == "expired":
            release_pending(order=order, reason="expired")
        elif self.seed.state != "pending":
            self._pay(order)
            record(order, "mail_confirmed")
            self._move_on(order)
        if self.seed.note:
            add_note(order=order, message=self.seed.note, by=self.by)
        backdate(order, timezone.now() - timedelta(days=self.seed.days_ago))
        return order

    def _place(self):
        buyer = self.seed.buyer
        user = User.objects.filter(email=buyer.email).first()
        basket = Basket(owner=user)
        for sku, quantity in self.seed.lines:
            product = Product.objects.get(upc=sku)
            add_line(basket=basket, product=product, quantity=quantity, edition=self.edition)
        address = address_columns(buyer.address)
        destination = Destination(region=address["state"], postcode=address["postcode"])
        return place_order(
            basket=basket,
            terms=Terms(
                edition=self.edition,
                email=buyer.email,
                first_name=buyer.first_name,
                last_name=buyer.last_name,
                phone=buyer.phone,
                address=address,
                delivery=self.seed.delivery,
                payment_method=self.gateway,
                expected_total=self._total(basket, destination),
                user=user,
                provenance=provenance_of(buyer.email),
            ),
        )

    def _total(self, basket, destination: Destination) -> Decimal:
        """What the review page would have said."""
        cart = build_cart(basket, edition=self.edition, destination=destination)
        options = delivery_options(
            edition=self.edition,
            destination=destination,
            goods_shown=cart.quote.goods_shown,
            reduction=cart.offers.delivery_reduction,
        )
        chosen = next(option for option in options if option.code == self.seed.delivery)
        cart = with_charges(
            cart, destination=destination, delivery=chosen, payment=self.gateway, choices={}
        )
        return cart.quote.total_shown

    def _pay(self, order) -> None:
        """As whoever pays does: cash was confirmed at once, the bank says yes, or staff see it."""
        payment = payments_of(order).current
        if payment.gateway == "transfer":
            receive_payment(order=order, by=self.by)
        elif payment.gateway == "demo":
            DemoCharge.objects.filter(idempotency_key=payment.idempotency_key).update(
                state=DemoCharge.State.PAID
            )
            confirm_payment(order=order)
        order.refresh_from_db()

    def _move_on(self, order) -> None:
        if self.seed.state == "cancelled":
            cancel_order(order=order, by=self.by, reason=self.seed.reason)
            record(order, "mail_cancelled")
            self._note_refund_mails(order)
            return
        for state in JOURNEY[1 : JOURNEY.index(self.seed.state) + 1]:
            tracking = None
            if state == "shipped":
                tracking = {
                    "carrier": CARRIER[self.seed.buyer.market],
                    "number": f"DEMO-{order.pk:06}",
                }
            move_order(order=order, to=state, by=self.by, tracking=tracking)
            if state == "shipped":
                record(order, "mail_shipped", parcel=1)
        if self.seed.state == "delivered" and self.gateway == "cash_on_delivery":
            receive_payment(order=order, by=self.by)
        if self.seed.refunded_share:
            amount = round_money(order.total_incl_tax * Decimal(self.seed.refunded_share))
            refund_order(order=order, amount=amount, reason=self.seed.reason, by=self.by)
            self._note_refund_mails(order)

    @staticmethod
    def _note_refund_mails(order) -> None:
        for refund in payments_of(order).refunds:
            record(order, "mail_refunded", refund=refund.pk)


def backdate(order, placed) -> None:
    """Move an order and all that happened to it into the past, with the time things take."""
    when = {}
    moment, now = placed, timezone.now()
    for event in order.events.order_by("pk"):
        moment = min(moment + timedelta(hours=GAPS.get(event.kind, 0)), now)
        when.setdefault(event.kind, moment)
        type(event).objects.filter(pk=event.pk).update(created_at=moment)
    settled = when.get("payment_received") or when.get("confirmed") or placed
    type(order).objects.filter(pk=order.pk).update(date_placed=placed)
    order.credits.update(decided_at=placed)
    Payment.objects.filter(order=order).update(created_at=placed, updated_at=settled)
    Payment.objects.filter(order=order, came_at__isnull=False).update(came_at=settled)
    Refund.objects.filter(payment__order=order).update(created_at=when.get("refunded", settled))
    placement = Placement.objects.get(order=order)
    if placement.confirmed_at:
        placement.confirmed_at = when["confirmed"]
    if placement.held_until:
        placement.held_until -= now - placed
    placement.save(update_fields=["confirmed_at", "held_until"])
    for change in order.status_changes.all():
        moment = when.get(change.new_status, settled)
        type(change).objects.filter(pk=change.pk).update(date_created=moment)
    for movement in order.stock_movements.all():
        moment = placed if movement.kind == "reserved" else settled
        type(movement).objects.filter(pk=movement.pk).update(created_at=moment)
    order.notes.update(date_created=when.get("note", settled))
    Basket.objects.filter(pk=order.basket_id).update(date_created=placed, date_submitted=placed)
