"""Views of consultants' pages in the account, and of the customer's page about their consultant."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cms.web.throttle import over_limit
from commerce.orders.presentation import OrderView
from markets.storefront_urls import join, neutral
from people import provenance
from people.portal import page
from replicated.consultants.access import current_consultant

from .customers import (
    Customer,
    customers_of,
    last_orders,
    orders_credited_to,
)
from .forms import ConsultantCodeForm
from .models import PortalPolicy
from .months import month_name
from .sales import MonthOfSales, sales_of
from .services import OwnCode, choose_consultant
from .tiles import consultant_of_visitor
from .visits import visits_by_month

PER_PAGE = 20
MONTHS = 24
CODES_AN_HOUR = 10


def _paged(request, rows, per_page: int = PER_PAGE) -> dict:
    paginator = Paginator(rows, per_page)
    shown = paginator.get_page(request.GET.get("page"))
    return {"page": shown, "page_range": paginator.get_elided_page_range(shown.number)}


def _policy(request) -> PortalPolicy:
    return PortalPolicy.load(request_or_site=request)


@page("customers")
@require_safe
def customers(request):
    consultant, policy = current_consultant(request), _policy(request)
    context = _paged(request, customers_of(consultant))
    credits = list(context["page"])
    # Only for the customers on this page: for all of a seller's it takes seconds.
    people = [credit.person_id for credit in credits]
    last = last_orders(people, consultant) if policy.show_orders else {}
    context |= {
        "customers": [
            Customer.of(credit, policy, last.get(credit.person_id)) for credit in credits
        ],
        "policy": policy,
    }
    return render(request, "portal/customers.html", context)


@page("customers")
@require_safe
def customer(request, public_id):
    """A customer's orders that are credited to the consultant. Never shows addresses."""
    consultant, policy = current_consultant(request), _policy(request)
    if not policy.show_orders:
        raise Http404
    credit = get_object_or_404(customers_of(consultant), person__public_id=public_id)
    orders = (
        orders_credited_to(consultant)
        .filter(placement__person=credit.person)
        .select_related("placement")
    )
    context = _paged(request, orders)
    context |= {
        "customer": Customer.of(credit, policy),
        "orders": [OrderView(order, edition=request.edition) for order in context["page"]],
    }
    return render(request, "portal/customer.html", context)


@page("sales")
@require_safe
def sales(request):
    context = _paged(request, sales_of(current_consultant(request)), MONTHS)
    context["rows"] = [MonthOfSales.of(row, request.edition) for row in context["page"]]
    context["has_own"] = any(row.own_orders for row in context["rows"])
    return render(request, "portal/sales.html", context)


@page("visits")
@require_safe
def visits(request):
    context = _paged(request, visits_by_month(current_consultant(request)), MONTHS)
    rows = list(context["page"])
    context["most"] = max((row["total"] for row in rows), default=0)
    context["rows"] = [
        {"month": month_name(row["month"], request.edition), "total": row["total"]} for row in rows
    ]
    return render(request, "portal/visits.html", context)


@page("your-consultant")
@require_http_methods(["GET", "HEAD", "POST"])
def consultant(request):
    found = consultant_of_visitor(request)
    if found is not None:
        if request.method == "POST":
            return redirect("portal:consultant")
        return render(request, "portal/consultant.html", _card(request, found))
    form = ConsultantCodeForm(request.POST or None)
    status = 200
    if request.method == "POST":
        by = f"person:{request.person.pk}"
        if over_limit(request, "consultant-code", CODES_AN_HOUR, by=by):
            form = ConsultantCodeForm({"code": request.POST.get("code", "")})
            form.full_clean()
            form.errors.clear()
            form.add_error("code", _("Too many attempts. Try again in an hour."))
            status = 429
        elif form.is_valid() and _choose(request, form):
            return redirect("portal:consultant")
    return render(request, "portal/no_consultant.html", {"form": form}, status=status)


def _choose(request, form) -> bool:
    claim = form.cleaned_data["code"]
    try:
        credit = choose_consultant(
            person=request.person,
            claim=claim,
            provenance=provenance.collect(request, code_claim=claim),
        )
    except OwnCode:
        form.add_error("code", _("This is your own code."))
        return False
    if credit is not None and credit.consultant_id == claim["seller"]:
        messages.success(request, _("Your consultant is saved."))
    return True


def _card(request, found) -> dict:
    """The context of the page: the published card, and links to the site while it is open."""
    site_url = write_url = ""
    if found.has_open_site:
        write_path = neutral(reverse("write_to_consultant"))
        site_url = join(edition=request.edition, alias=found.alias)
        write_url = join(edition=request.edition, alias=found.alias, rest=write_path)
    return {
        "consultant": found,
        "is_active": found.state == found.State.ACTIVE,
        "site_url": site_url,
        "write_url": write_url,
    }
