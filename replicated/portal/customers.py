"""A consultant's customers, and a customer's consultant. Who is whose says the ledger alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, Max, OuterRef, QuerySet
from django.utils.translation import gettext as _

from commerce.orders.access import Order
from commerce.orders.models import OrderEvent
from people.models import Person
from replicated.attribution.models import Credit
from replicated.consultants.models import Consultant

from .models import PortalPolicy


def customers_of(consultant: Consultant) -> QuerySet[Credit]:
    """The current entries that make people this consultant's, newest first, with the person."""
    return (
        Credit.objects.current()
        .of(consultant)
        .for_customers()
        .filter(person__erased_at=None)
        .select_related("person", "by_order__shipping_address", "by_order__placement")
        .order_by("-decided_at", "-pk")
    )


def orders_credited_to(consultant: Consultant) -> QuerySet[Order]:
    """Orders that count as this consultant's now, newest first. Nobody else's are shown to
    them, also not other orders of their own customers.

    For the orders of a few people: whose an order is is asked of each by itself, since a good
    seller's credits are far more rows than the orders of one customer.
    """
    credit = Credit.objects.current().of(consultant).filter(order=OuterRef("pk"))
    replaced = OrderEvent.objects.filter(order=OuterRef("pk"), kind="replaced")
    return Order.objects.filter(Exists(credit), ~Exists(replaced)).order_by("-date_placed", "-pk")


def last_orders(people: Iterable[int], consultant: Consultant) -> dict[int, datetime]:
    """When each of these people (primary keys) last ordered through this consultant: one query.
    Who never did is left out."""
    orders = orders_credited_to(consultant).filter(placement__person__in=list(people))
    last = orders.order_by().values_list("placement__person").annotate(Max("date_placed"))
    return dict(last)


@dataclass(frozen=True)
class Customer:
    """What a consultant sees of a customer, as the company allows it.

    Where nobody has proven that the customer's address is theirs, it is what was typed in the
    order that made them a customer, and nothing that the company knows about the person.
    """

    public_id: str
    name: str
    email: str
    phone: str
    reason: str
    since: datetime
    last_order_at: datetime | None

    @classmethod
    def of(
        cls, credit: Credit, policy: PortalPolicy, last_order_at: datetime | None = None
    ) -> "Customer":
        person = credit.person
        name, email, phone = _known(credit)
        email = email if policy.show_email else ""
        return cls(
            public_id=str(person.public_id),
            name=name or email or _("Customer %(id)s") % {"id": person.pseudonym},
            email=email,
            phone=phone if policy.show_phone else "",
            reason=credit.get_reason_display(),
            since=credit.decided_at,
            last_order_at=last_order_at if policy.show_orders else None,
        )


def _known(credit: Credit) -> tuple[str, str, str]:
    """Name, email and phone that whoever sells may know."""
    person, order = credit.person, credit.by_order
    if credit.is_proven or order is None:
        return person.name, person.email, person.phone
    address = order.shipping_address
    name = f"{address.first_name} {address.last_name}".strip() if address else ""
    return name, order.placement.email, order.placement.phone


def consultant_of_customer(person: Person) -> Consultant | None:
    """Whose customer somebody is now; None where they are the company's own."""
    credit = (
        Credit.objects.current()
        .filter(person=person)
        .exclude(consultant=None)
        .select_related("consultant__person")
        .first()
    )
    return credit.consultant if credit else None
