"""The shop's books from inside: opened before the crowd comes, swept, and compared afterwards.

books.py open | sweep | settle | compare      (started by scripts/checkouts)
"""

import json
import os
import sys
import time
from collections import Counter
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import django

django.setup()

from django.db import close_old_connections  # noqa: E402
from django.utils import timezone  # noqa: E402
from django_tasks.base import TaskResultStatus  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402
from oscar.core.loading import get_model  # noqa: E402

from background.services import take_back_lost_jobs  # noqa: E402
from commerce.books.reconciling import OVERLAP, Comparison  # noqa: E402
from commerce.gateways import tasks as refunds  # noqa: E402
from commerce.gateways.models import Payment, PaymentMethod, Refund  # noqa: E402
from commerce.gateways.providers.stripe.units import from_minor  # noqa: E402
from commerce.gateways.registry import get_gateway  # noqa: E402
from commerce.orders import tasks as orders  # noqa: E402
from commerce.orders.models import Placement  # noqa: E402

Order = get_model("order", "Order")
StockRecord = get_model("partner", "StockRecord")

FOLDER = Path(os.environ["VITRINA_VAR"])
STOCK = 100_000
SWEEPS = (
    orders.sweep_orders,
    orders.sweep_payments,
    orders.sweep_notifications,
    orders.sweep_mails,
    refunds.sweep_refunds,
)


def open_books() -> None:
    """Stripe becomes a way to pay, everything is in stock, and the start is written."""
    PaymentMethod.objects.get_or_create(market="co", gateway="stripe", defaults={"position": 0})
    for gateway in ("transfer", "cash_on_delivery"):
        PaymentMethod.objects.get_or_create(market="co", gateway=gateway)
    records = StockRecord.objects.filter(product__isnull=False)
    records.update(num_in_stock=STOCK, num_allocated=0)
    for order in Order.objects.filter(status="pending"):
        for line in order.lines.all():
            record = StockRecord.objects.get(pk=line.stockrecord_id)
            record.num_allocated += line.quantity
            record.save()
    start = dict(records.values_list("pk", "num_allocated"))
    last = Order.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    (FOLDER / "start.json").write_text(json.dumps({"allocated": start, "last": last}))
    from commerce.listings.models import Listing

    sold = Listing.objects.in_market("co", "es").order_by("pk")
    alone = [row.product_id for row in sold if row.product.structure == "standalone"]
    print(json.dumps(alone[:25]))


def sweep() -> None:
    """The timetable, in a hurry: each sweeper every ten seconds."""
    while True:
        for task in SWEEPS:
            try:
                close_old_connections()
                task.func()
            except Exception as error:
                print(f"{task.name}: {error!r}", flush=True)
        time.sleep(10)


def settle() -> None:
    """Two weeks in a minute: everything that waits is looked at, and the queue runs dry."""
    for _round in range(4):
        now = timezone.now()
        Payment.objects.filter(check_at__isnull=False).update(check_at=now)
        Refund.objects.update(created_at=now - timedelta(hours=2))
        Placement.objects.filter(order__status="pending", held_until__isnull=False).exclude(
            payment_method="transfer"
        ).update(held_until=now - timedelta(minutes=1))
        for task in SWEEPS:
            task.func()
    for _second in range(240):
        take_back_lost_jobs()
        # What was put off for later is due now.
        DBTaskResult.objects.filter(
            status=TaskResultStatus.READY, run_after__lt=timezone.now() + timedelta(days=1)
        ).update(run_after=timezone.now() - timedelta(minutes=1))
        due = DBTaskResult.objects.ready() | DBTaskResult.objects.running()
        if not due.filter(task_path__startswith="commerce.").exists():
            break
        time.sleep(1)
    else:
        sys.exit("The queue did not run dry")


def differences() -> list:
    """What the nightly comparison of Stripe's books with ours would list once nothing is
    waited for any more."""
    now = timezone.now()
    gateway = get_gateway("stripe")
    then = now + OVERLAP + timedelta(hours=1)
    comparison = Comparison(gateway, since=now - timedelta(days=1), now=then)
    return list(comparison.run())


def compare() -> None:
    bank = json.loads((FOLDER / "bank.json").read_text())
    start = json.loads((FOLDER / "start.json").read_text())
    faults: list[str] = []
    ours = Order.objects.filter(pk__gt=start["last"]).select_related("placement")
    payments = {str(one.idempotency_key): one for one in Payment.objects.filter(order__in=ours)}
    kept: Counter[str] = Counter()
    for charge in bank["charges"]:
        left = charge["amount"] - charge["amount_refunded"]
        kept[charge["metadata"]["payment"]] += from_minor(left, charge["currency"])
    intents = Counter(intent["metadata"]["payment"] for intent in bank["intents"])
    faults += [f"doubled: {key} was asked for {n} times" for key, n in intents.items() if n > 1]

    for key in intents:
        payment = payments.get(key)
        if payment is None:
            faults.append(f"lost: the bank has {key}, which no order knows")
            continue
        order = payment.order
        back = sum(refund.amount for refund in payment.refunds.filter(state="done"))
        booked = (payment.amount if payment.has_come else Decimal(0)) - back
        if kept[key] != booked:
            faults.append(f"wrong: {order.number} bank {kept[key]}, books {booked}")
        if kept[key] and order.status in ("expired", "cancelled", "pending"):
            faults.append(f"lost: {order.number} is {order.status}, and the bank keeps {kept[key]}")
    faults += [f"reconciliation: {one.kind} {one.reference}" for one in differences()]

    for order in ours:
        events = Counter(event.kind for event in order.events.all())
        good = order.status in ("confirmed", "preparing", "shipped", "delivered")
        if events["confirmed"] != (1 if good else 0):
            faults.append(f"wrong: {order.number} confirmed {events['confirmed']} times")
        if good and events["mail_confirmed"] != 1:
            faults.append(f"lost: {order.number} has {events['mail_confirmed']} mails")
    baskets = Counter(order.placement.email for order in ours if order.status == "confirmed")
    faults += [f"doubled: {email} has {n} orders" for email, n in baskets.items() if n > 1]

    sold, held = Counter(), Counter()
    for order in ours:
        for line in order.lines.all():
            if order.status == "confirmed":
                sold[line.stockrecord_id] += line.quantity
            elif order.status == "pending":
                held[line.stockrecord_id] += line.quantity
    for record in StockRecord.objects.filter(pk__in=[int(pk) for pk in start["allocated"]]):
        before = start["allocated"][str(record.pk)]
        gone = STOCK - record.num_in_stock
        if gone != sold[record.pk]:
            faults.append(f"wrong: of record {record.pk} {gone} are gone, {sold[record.pk]} sold")
        if record.num_allocated - before != held[record.pk]:
            faults.append(f"wrong: record {record.pk} holds {record.num_allocated - before}")
    print(
        json.dumps(
            {
                "orders": Counter(order.status for order in ours),
                "intents": Counter(intent["status"] for intent in bank["intents"]),
                "refunds": Counter(Refund.objects.values_list("state", flat=True)),
                "calls that failed at the bank": bank["faults"],
                "faults": faults,
            }
        )
    )


if __name__ == "__main__":
    {"open": open_books, "sweep": sweep, "settle": settle, "compare": compare}[sys.argv[1]]()
