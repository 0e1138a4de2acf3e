"""What is kept about whoever saved a card: which customer they are at Stripe."""

from background.outbox import queue

from .models import ErasedCustomer, StripeCustomer
from .tasks import forget_customer_at_stripe


def customers_of(person) -> list[dict[str, str]]:
    rows = StripeCustomer.objects.filter(user=person.user_id).order_by("pk")
    return [{"market": row.market, "customer": row.reference} for row in rows]


def forget_customers(person) -> None:
    """Stripe is told by a job, until it answers; their cards go with them."""
    if person.user_id is None:
        return
    rows = StripeCustomer.objects.filter(user=person.user_id)
    for row in rows.exclude(reference=""):
        erased = ErasedCustomer.objects.create(market=row.market, reference=row.reference)
        queue(forget_customer_at_stripe, erased_id=erased.pk)
    rows.delete()
