"""How a pending order is confirmed, once; how it ends without money is ``releasing``.

``settle_locked`` is the one way to a confirmed order, whoever brings the news: the return page, a
provider's notification and the sweeper (``confirm_payment``), staff (``record_receipt``), the
beginning of a payment and the end of one that was given up, in any order and any number of times.
An order is confirmed when the payments that count cover its total (``commerce.gateways.of_order``);
money that it cannot use goes back whole.
"""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone
from oscar.core.loading import get_model

from background.locks import locked
from commerce.gateways import refunds
from commerce.gateways import services as gateways
from commerce.gateways.base import Answer, Outcome
from commerce.gateways.models import Payment
from commerce.gateways.of_order import by_staff, payments_of
from commerce.gateways.registry import get_gateway
from commerce.inventory.services import OutOfStock, order_quantities, reserve, sell
from commerce.offers.services.uses import UsedUp, hold_again, take_out_coupons

from .attempt_limit import is_tried_too_often
from .events import record
from .mails import queue_order_mail
from .models import Placement
from .signals import order_confirmed

Basket = get_model("basket", "Basket")
Order = get_model("order", "Order")

# The states of an order that is over without having been confirmed, or was taken back.
ENDED = ("expired", "cancelled")
PAID = {Outcome.SUCCEEDED, Outcome.DUE}


def _note_start(order, payment: Payment) -> None:
    """The provider has the payment now: whoever hears of it first, once for each attempt."""
    record(order, "payment_started", gateway=payment.gateway)
    if order.status == "pending" and get_gateway(payment.gateway).leaves_basket:
        _close_basket(order)
        queue_order_mail(order, "received")


def stop_payment(payment: Payment) -> Answer:
    """Tell the provider once more to stop a payment that was given up; what was paid all the
    same is dealt with. Returns the provider's answer. Raises GatewayUnavailable: it is tried
    again (``tasks.sweep_payments``)."""
    answer = gateways.cancel(payment)
    settle(payment, answer)
    payment.refresh_from_db()
    gateways.plan_next_check(payment, is_under_way=answer.outcome == Outcome.OPEN)
    return answer


def confirm_payment(*, order, payment: Payment | None = None) -> str:
    """Ask the provider and act on the answer, once. Returns the order's status afterwards.

    ``payment``: which one somebody brought news of; without it, the one that the shopper is asked
    for now. Raises GatewayUnavailable where the provider cannot be asked.
    """
    payment = payment or payments_of(order).current
    if payment.was_asked:
        payment = settle(payment, gateways.look_up(payment))
        _close_when_tried_too_often(payment)
    return Order.objects.values_list("status", flat=True).get(pk=order.pk)


def _close_when_tried_too_often(payment: Payment) -> None:
    """Whoever tries cards in the provider's form does not come back between them: the form is
    closed there. What was paid by then counts. Raises GatewayUnavailable: whoever looks next closes
    it."""
    is_closed = payment.state == Payment.State.CANCELLED
    if payment.declines and not is_closed and is_tried_too_often(payment):
        settle(payment, gateways.cancel(payment))


@transaction.atomic
def record_receipt(*, order, by) -> None:
    """Staff saw the money (a transfer on the account, cash from the courier): of the payment that
    only they can see, else of the one that the order is told by. Nothing changes once it came."""
    current = lock(order.pk)
    payments = payments_of(current)
    payment = payments.receivable or payments.current
    if not payment.has_come:
        record(current, "payment_received", by=by, is_public=True)
        settle_locked(current, payment.pk, Answer(Outcome.SUCCEEDED))


@transaction.atomic
def settle(payment: Payment, answer: Answer) -> Payment:
    """Act on what the provider says of a payment, as ``settle_locked``."""
    return settle_locked(lock(payment.order_id), payment.pk, answer)


def settle_locked(order, payment_id: int, answer: Answer) -> Payment:
    """Act on what the provider says of a payment of this order, whose row the caller holds. Returns
    the payment as it is afterwards."""
    payment = _act_on(order, order.payments.get(pk=payment_id), answer)
    for surplus in gateways.surplus_of(payment, answer):
        if (besides := gateways.take_surplus(payment, surplus)) is not None:
            _give_back_surplus(order, besides, besides.amount)
    return payment


def _act_on(order, payment: Payment, answer: Answer) -> Payment:
    is_pending = order.status == "pending"
    declined = note_declines(order, payment, answer)
    if answer.outcome == Outcome.DECLINED:
        if not payment.is_open or (not declined and payment.state == Payment.State.FAILED):
            return payment
        if not declined:
            # It was told of that before it was begun again: it waits for another try.
            answer = replace(answer, outcome=Outcome.OPEN, failure_code="")
    before = payment.state
    money_came = gateways.record_answer(payment, answer)
    if is_pending and payment.is_open and payment.waits_until:
        _hold_until(order, payment.waits_until)
    was_starting = before == Payment.State.STARTING
    if is_pending and answer.outcome in PAID and payment.state != before:
        _count(order, payment)
    elif was_starting and payment.is_open and answer.outcome == Outcome.OPEN:
        _note_start(order, payment)
    elif money_came and order.status in ENDED:
        _paid_too_late(order, payment)
    elif money_came and payment.closed_at:
        _give_back_surplus(order, payment, payment.amount)
    return payment


def note_declines(order, payment: Payment, answer: Answer) -> bool:
    """Count the tries that the provider declined, each once, and tell of them on the timeline.
    Says whether there was news. The caller holds the order's row."""
    if payment.has_come or answer.outcome in PAID:
        return False
    news = gateways.count_declines(payment, answer)
    for name in news:
        # Why is told of the last one only.
        code = answer.failure_code if name == news[-1] else ""
        record(order, "payment_declined", is_public=True, code=code)
    return bool(news)


def _hold_until(order, moment) -> None:
    """Hold the goods at least until then, though never for longer than a payment is watched: a
    voucher that is asked for again and again holds nothing for ever."""
    moment = min(moment, order.date_placed + gateways.WATCHED)
    Placement.objects.filter(order=order, held_until__lt=moment).update(held_until=moment)


def _count(order, payment: Payment) -> None:
    """Money for a pending order, there or promised: confirm it once all of it is. Of a part, ask
    for the rest."""
    if payment.closed_at and payment.has_come:
        # Given up, and paid all the same before all of it was.
        gateways.take_up_again(payment)
    if payment.closed_at:
        return
    payments = payments_of(order)
    if not payments.owed:
        _confirm(order)
        if surplus := min(payments.surplus, payments.refundable):
            _give_back_surplus(order, payment, surplus)
        return
    record(order, "part_paid", is_public=True, gateway=payment.gateway, amount=str(payment.amount))
    if payments.open is None:
        _ask_for_the_rest(order, payments.owed)


def _ask_for_the_rest(order, amount) -> None:
    """By the order's own method. One that staff confirm begins at once: nobody comes back to the
    payment page only to be told where to transfer it."""
    method = Placement.objects.values_list("payment_method", flat=True).get(order=order)
    rest = gateways.ask_for(order=order, gateway=method, amount=amount)
    if by_staff(rest):
        gateways.mark_starting(rest)
        answer, _step = gateways.begin(rest, return_url="")
        settle_locked(order, rest.pk, answer)


def _confirm(order) -> None:
    # The basket's row before the stock's: the same order in which placing takes them.
    _close_basket(order)
    if (needless := payments_of(order).open) is not None:
        # Another attempt brought the money.
        gateways.close_unasked(needless)
    sell(quantities=order_quantities(order), order=order)
    order.lines.update(num_allocated=0, status="confirmed")
    order.set_status("confirmed")
    Placement.objects.filter(pk=order.placement.pk).update(
        confirmed_at=timezone.now(), held_until=None
    )
    record(order, "confirmed", is_public=True)
    order_confirmed.send(sender=Order, order=order)
    queue_order_mail(order, "confirmed")


def _give_back_surplus(order, payment: Payment, amount) -> None:
    """What a payment brought for an order that is paid already: it goes back, whole where none of
    it was owed."""
    record(order, "paid_twice", is_public=True, gateway=payment.gateway, amount=str(amount))
    if payment.closed_at:
        refunds.ask_refund(payment=payment, amount=amount, reason="paid twice")
    else:
        refunds.ask_refunds(order=order, amount=amount, reason="paid twice")


def _paid_too_late(order, payment: Payment) -> None:
    """Money for an order whose goods were given back: take them (and the uses of its offers)
    again, or give the money back. Happens once: money comes once."""
    if order.status == "expired" and payment.amount >= order.total_incl_tax:
        try:
            with transaction.atomic():
                # Confirming closes it: locked before the offers and the stock, as placing does it.
                _basket_of(order)
                hold_again(order=order)
                reserve(quantities=order_quantities(order), order=order)
        except (OutOfStock, UsedUp):
            pass
        else:
            record(order, "revived")
            gateways.take_up_again(payment)
            _confirm(order)
            return
        order.set_status("cancelled")
    record(order, "paid_too_late", is_public=True)
    refunds.ask_refund(payment=payment, amount=payment.amount, reason="paid too late")
    queue_order_mail(order, "cancelled")


def lock(order_id: int):
    """The order as it is now; nobody else acts on it until the transaction ends. Of its placement
    only the key is sure: what is joined may be older than the lock (decision 0027)."""
    return locked(Order.objects.select_related("placement")).get(pk=order_id)


def _basket_of(order):
    """The basket that was ordered, locked; None where there is none any more."""
    if order.basket_id is None:
        return None
    return locked(Basket.objects.filter(pk=order.basket_id)).get()


def _close_basket(order) -> None:
    """Take what was ordered out of the basket; what was added since stays for the next order."""
    Placement.objects.filter(pk=order.placement.pk).update(pending_basket=None)
    basket = _basket_of(order)
    if basket is None or basket.status != Basket.OPEN:
        return
    take_out_coupons(basket=basket, order=order)
    ordered = dict(order.lines.values_list("product_id", "quantity"))
    lines = list(basket.lines.values_list("pk", "product_id", "quantity"))
    taken = []
    for pk, product_id, quantity in lines:
        rest = quantity - ordered.get(product_id, 0)
        if rest <= 0:
            taken.append(pk)
        elif product_id in ordered:
            basket.lines.filter(pk=pk).update(quantity=rest)
    basket.lines.filter(pk__in=taken).delete()
    if len(taken) == len(lines):
        basket.status = Basket.SUBMITTED
        basket.date_submitted = timezone.now()
        basket.save(update_fields=["status", "date_submitted"])
