"""The customers of a consultant, and the consultant of a customer, from the ledger of credits."""

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
    """The current credits of a consultant's customers, newest first, with the person."""
    return (
        Credit.objects.current()
        .of(consultant)
        .for_customers()
        .filter(person__erased_at=None)
        .select_related("person", "by_order__shipping_address", "by_order__placement")
        .order_by("-decided_at", "-pk")
    )


def orders_credited_to(consultant: Consultant) -> QuerySet[Order]:
    """Orders that are currently credited to a consultant, newest first. Other orders of their
    customers must not be shown to them.

    Use it for the orders of a few people: the credit is looked up for each order, as a good
    seller has far more credits than a customer has orders.
    """
    credit = Credit.objects.current().of(consultant).filter(order=OuterRef("pk"))
    replaced = OrderEvent.objects.filter(order=OuterRef("pk"), kind="replaced")
    return Order.objects.filter(Exists(credit), ~Exists(replaced)).order_by("-date_placed", "-pk")


def last_orders(people: Iterable[int], consultant: Consultant) -> dict[int, datetime]:
    """The moment of the last order through this consultant, by person id, for these people. One
    query. People without one are left out."""
    orders = orders_credited_to(consultant).filter(placement__person__in=list(people))
    last = orders.order_by().values_list("placement__person").annotate(Max("date_placed"))
    return dict(last)


@dataclass(frozen=True)
class Customer:
    """What a consultant sees of a customer, by the portal's policy.

    If the customer has not proven the email address, only the data typed in the order that bound
    them, and nothing else that the company knows about the person.
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
    """The name, email and phone that a consultant may see."""
    person, order = credit.person, credit.by_order
    if credit.is_proven or order is None:
        return person.name, person.email, person.phone
    address = order.shipping_address
    name = f"{address.first_name} {address.last_name}".strip() if address else ""
    return name, order.placement.email, order.placement.phone


def consultant_of_customer(person: Person) -> Consultant | None:
    """The consultant of a customer; None if they are the company's own."""
    credit = (
        Credit.objects.current()
        .filter(person=person)
        .exclude(consultant=None)
        .select_related("consultant__person")
        .first()
    )
    return credit.consultant if credit else None
