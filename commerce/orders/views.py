"""Customers' views of orders: history, detail, receipt, and finding an order as a guest."""

import logging

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cms.addresses.named_links import offered_url
from cms.web.throttle import over_limit
from commerce.product_lists.continue_shopping import continue_shopping
from commerce.typesetting.pdf import NotTypeset, pdf_response
from markets.lookup import language_of
from markets.sellers import base_of
from people import codes, known_browsers
from people.lockout import client_ip
from people.portal import page
from people.private import private

from .access import Order, grant, of_their_own, orders_of
from .boards import own_order_panels
from .forms import CodeForm, FindOrderForm
from .paper.orders import order_sheets
from .paper.sheets import sheets
from .presentation import OrderView

logger = logging.getLogger(__name__)

CODE_PURPOSE = "order"
TOKEN_KEY = "order_code"
# From one network address: each is a document that is made then.
RECEIPTS_A_MINUTE = 20


@require_safe
@of_their_own
def detail(request, order):
    # With the account's menu if signed in; guests see the same page without it.
    signed_in = request.user.is_authenticated
    contact_url = offered_url("contact", request.edition)
    return render(
        request,
        "orders/detail.html",
        {
            "order": OrderView(order, edition=request.edition),
            "frame": "account/base_account.html" if signed_in else "orders/guest_frame.html",
            "account_here": reverse("orders:history"),
            "panels": own_order_panels.shown(order, request),
            "contact_url": contact_url and f"{contact_url}?order={order.number}",
        },
    )


@require_safe
@of_their_own
def receipt(request, order):
    """The order's receipt as PDF, in its language; before anything is paid, the order. Back to the
    order's page, with a message, where it cannot be made now."""
    if over_limit(request, "receipt", RECEIPTS_A_MINUTE, seconds=60):
        messages.warning(request, _("That was too often. Try again in a minute."))
        return redirect("orders:detail", number=order.number)
    found = sheets(Order.objects.filter(pk=order.pk))
    name = "receipt" if found[0].has_receipt else "order"
    try:
        content = order_sheets(found)
    except NotTypeset:
        logger.exception("No receipt of order %s", order.number)
        messages.error(request, _("The document couldn't be made. Try again in a minute."))
        return redirect("orders:detail", number=order.number)
    return pdf_response(content, name=f"{name}-{order.number}")


@page("orders")
@require_safe
def history(request):
    paginator = Paginator(
        orders_of(request.person)
        .select_related("placement", "shipping_address")
        .prefetch_related("payments"),
        20,
    )
    shown = paginator.get_page(request.GET.get("page"))
    links = {} if shown else continue_shopping(request.market.code, language_of(request.edition))
    return render(
        request,
        "orders/history.html",
        {
            "orders": [OrderView(order, edition=request.edition) for order in shown],
            "page": shown,
            "page_range": paginator.get_elided_page_range(shown.number),
            **links,
        },
    )


@private
@require_http_methods(["GET", "HEAD", "POST"])
def find(request):
    """Mail a code to the order's email address. The response is the same for any input, so that
    nobody learns which orders exist."""
    if request.method != "POST":
        form = FindOrderForm(initial={"number": request.GET.get("number", "")[:20]})
        # Only linked from a mail to that address, so it reveals nothing to others.
        return render(request, "orders/find.html", {"form": form, "none": "none" in request.GET})
    form = FindOrderForm(request.POST)
    if not form.is_valid():
        return render(request, "orders/find.html", {"form": form})
    email, number = form.cleaned_data["email"].lower(), form.cleaned_data["number"]
    try:
        token = codes.send_code(
            email,
            CODE_PURPOSE,
            request.edition,
            ip=client_ip(request),
            payload={"number": number},
            base=base_of(request),
            known=known_browsers.knows(request, email),
        )
    except codes.TooManyCodes as refused:
        form.add_error(None, refused.message)
        return render(request, "orders/find.html", {"form": form}, status=429)
    request.session[TOKEN_KEY] = token
    return redirect("orders:code")


@private
@require_http_methods(["GET", "HEAD", "POST"])
def code(request):
    """Enter the mailed code to get access to the order, if it was placed with that address."""
    token = request.session.get(TOKEN_KEY)
    if not token:
        return redirect("orders:find")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            verified = codes.verify_code(token, form.cleaned_data["code"], purpose=CODE_PURPOSE)
        except codes.CodeRefused as refused:
            form.add_error("code", refused.message)
        else:
            order = Order.objects.filter(
                number=verified.payload["number"], placement__email__iexact=verified.email
            ).first()
            del request.session[TOKEN_KEY]
            if order is None:
                answer = redirect(f"{reverse('orders:find')}?none=1")
            else:
                grant(request, order)
                answer = redirect("orders:detail", number=order.number)
            known_browsers.remember(request, answer, verified.email)
            return answer
    return render(request, "orders/code.html", {"form": form})


def no_order_mail(email: str) -> str | None:
    """The text of the mail in place of a code, for an address without orders."""
    known = Order.objects.filter(placement__email__iexact=email).exists()
    return None if known else "orders/mail/unknown"
