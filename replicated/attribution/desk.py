"""Panels about credits on back-office pages of orders, people and consultants."""

from django.db.models import Count, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat, Trim
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from commerce.order_desk.boards import ExportColumn, export_columns, order_panels
from markets.dates import staff_moment
from people.panels import Panel, person_panels
from replicated.consultants.panels import consultant_panels

from .models import Credit
from .presentation import history


def _panel(request, credits, *, kind: str, pk: int, market: str = "") -> str:
    if not request.user.has_perm("attribution.view_credit"):
        return ""
    may = request.user.has_perm("attribution.reassign_credit")
    return render_to_string(
        "attribution/admin/credit.html",
        {
            "lines": history(credits, market),
            "reassign_url": reverse("credits:reassign", args=[kind, pk]) if may else "",
            "may_view": request.user.has_perm("consultants.view_consultant"),
        },
    )


def credit_of_order(order, request) -> str:
    # On the clock of the rest of the order's page.
    market = order.placement.market
    credits = Credit.objects.filter(order=order)
    return _panel(request, credits, kind="order", pk=order.pk, market=market)


def credit_of_person(person, request) -> str:
    return _panel(request, Credit.objects.filter(person=person), kind="person", pk=person.pk)


def sales_of(consultant, request) -> str:
    """The panel with the number of a consultant's customers and orders. One query."""
    if not request.user.has_perm("attribution.view_credit"):
        return ""
    since = timezone.now() - timezone.timedelta(days=90)
    counts = (
        Credit.objects.current()
        .of(consultant)
        .aggregate(
            customers=Count("pk", filter=Q(person__isnull=False)),
            orders=Count("pk", filter=Q(order__isnull=False)),
            recent=Count("pk", filter=Q(order__isnull=False, decided_at__gte=since)),
            own=Count("pk", filter=Q(order__isnull=False, is_own=True)),
        )
    )
    last = (
        Credit.objects.current()
        .of(consultant)
        .for_orders()
        .select_related("order", "order__placement")
    )[:10]
    return render_to_string(
        "attribution/admin/sales.html",
        {
            "counts": counts,
            "last": [
                {
                    "number": credit.order.number,
                    "url": reverse("order_desk:detail", args=[credit.order.number]),
                    "reason": credit.get_reason_display(),
                    "when": staff_moment(credit.decided_at),
                    "is_own": credit.is_own,
                }
                for credit in last
            ],
            "may_view": request.user.has_perm("order.view_order"),
        },
    )


def with_consultant(orders):
    """Annotate orders with ``consultant``, the name of the credited seller."""
    credits = Credit.objects.current().filter(order=OuterRef("pk"), consultant__isnull=False)
    name = Trim(
        Concat("consultant__person__first_name", Value(" "), "consultant__person__last_name")
    )
    return orders.annotate(consultant=Subquery(credits.values_list(name)[:1]))


def register() -> None:
    export_columns.register(
        ExportColumn(
            name="consultant",
            heading=_("Consultant"),
            permission="attribution.view_credit",
            annotate=with_consultant,
        )
    )
    order_panels.register(Panel(heading=_("Credited to"), html=credit_of_order, icon="group"))
    person_panels.register(Panel(heading=_("Whose customer"), html=credit_of_person, icon="group"))
    consultant_panels.register(
        Panel(heading=_("Customers and orders"), html=sales_of, icon="order", order=10)
    )
