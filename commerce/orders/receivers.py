"""Signal receivers of orders: refunds that were done or refused, changes of a person."""

from django.dispatch import receiver

from background.outbox import queue
from commerce.gateways.models import Refund
from commerce.gateways.signals import refund_settled
from people.signals import address_proven, person_renamed

from .claiming import claim_orders
from .events import record
from .mails import mail_order
from .models import Placement
from .search_text import write_search_texts


@receiver(refund_settled)
def mail_refund(sender, refund, **kwargs):
    """Record a refund on the timeline. If done, mail the customer; if refused, staff see why and
    refund by hand."""
    order, amount = refund.payment.order, str(refund.amount)
    if refund.state == Refund.State.REFUSED:
        record(order, "refund_failed", by=refund.by, error=refund.failure, amount=amount)
        return
    record(order, "refunded", by=refund.by, is_public=True, amount=amount)
    queue(mail_order, order_id=order.pk, kind="refunded", refund_id=refund.pk)


@receiver(address_proven)
def claim_proven_orders(sender, person, **kwargs):
    claim_orders(person)


@receiver(person_renamed)
def find_orders_by_the_new_name(sender, person, **kwargs):
    write_search_texts(Placement.objects.filter(person=person).values_list("order", flat=True))
