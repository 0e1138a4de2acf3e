"""A customer's orders: the page of one, the history, and the way back to it for guests."""

from functools import wraps

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.addresses.named_links import offered_url
from markets.sellers import base_of
from people import codes, known_browsers
from people.lockout import client_ip
from people.portal import page

from .access import Order, grant, orders_of, visible_order
from .again import buy_again
from .forms import CodeForm, FindOrderForm
from .paper import sheets
from .presentation import OrderView

private = cache_control(private=True, no_store=True)

CODE_PURPOSE = "order"
TOKEN_KEY = "order_code"


def of_their_own(view):
    """A view of one order, for whoever may see it: it gets the order instead of its number."""

    @wraps(view)
    @private
    def guarded(request, number: str):
        order = visible_order(request, number.upper())
        if order is not None:
            return view(request, order)
        if request.user.is_authenticated:
            raise Http404
        # The same for a number that exists and one that does not.
        return redirect(f"{reverse('orders:find')}?number={number.upper()}")

    return guarded


@require_safe
@of_their_own
def detail(request, order):
    # Beside the account's menu for whoever has one; a guest who found the order reads the same.
    signed_in = request.user.is_authenticated
    contact_url = offered_url("contact", request.variant)
    return render(
        request,
        "order/detail.html",
        {
            "order": OrderView(order, variant=request.variant),
            "frame": "account/base_account.html" if signed_in else "order/guest_frame.html",
            "account_here": reverse("orders:history"),
            "contact_url": contact_url and f"{contact_url}?order={order.number}",
        },
    )


@require_safe
@of_their_own
def receipt(request, order):
    """The order on paper, in the language it was placed in."""
    found = sheets(Order.objects.filter(pk=order.pk))
    return render(request, "order/print/orders.html", {"sheets": found})


@require_POST
@of_their_own
def again(request, order):
    """Into the cart with all of it that can still be bought; what cannot is said."""
    came = buy_again(order=order, basket=request.basket, variant=request.variant)
    if came.missing:
        messages.warning(
            request,
            _("Not sold at the moment, so not in your cart: %(titles)s.")
            % {"titles": ", ".join(came.missing)},
        )
    if came.cut:
        messages.warning(
            request,
            _("In your cart with fewer units, as many as there are: %(titles)s.")
            % {"titles": ", ".join(came.cut)},
        )
    if not (came.added or came.cut):
        return redirect("orders:detail", number=order.number)
    if not (came.missing or came.cut):
        messages.success(request, _("All of it is in your cart again."))
    return redirect("basket:summary")


@page("orders")
@require_safe
def history(request):
    paginator = Paginator(
        orders_of(request.person).select_related("placement", "payment", "shipping_address"), 20
    )
    shown = paginator.get_page(request.GET.get("page"))
    return render(
        request,
        "order/history.html",
        {
            "orders": [OrderView(order, variant=request.variant) for order in shown],
            "page": shown,
            "page_range": paginator.get_elided_page_range(shown.number),
        },
    )


@private
@require_http_methods(["GET", "HEAD", "POST"])
def find(request):
    """Ask for a code to the order's address. Says the same whatever exists."""
    if request.method != "POST":
        form = FindOrderForm(initial={"number": request.GET.get("number", "")[:20]})
        # Only whoever reads the mails of the address is led here: nothing is given away.
        return render(request, "order/find.html", {"form": form, "none": "none" in request.GET})
    form = FindOrderForm(request.POST)
    if not form.is_valid():
        return render(request, "order/find.html", {"form": form})
    email, number = form.cleaned_data["email"].lower(), form.cleaned_data["number"]
    try:
        token = codes.send_code(
            email,
            CODE_PURPOSE,
            request.variant,
            ip=client_ip(request),
            payload={"number": number},
            base=base_of(request),
            known=known_browsers.knows(request, email),
        )
    except codes.TooManyCodes as refused:
        form.add_error(None, refused.message)
        return render(request, "order/find.html", {"form": form}, status=429)
    request.session[TOKEN_KEY] = token
    return redirect("orders:code")


@private
@require_http_methods(["GET", "HEAD", "POST"])
def code(request):
    """The mailed code opens the order in this browser, if it is that address's order."""
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
    return render(request, "order/code.html", {"form": form})


def no_order_mail(email: str) -> str | None:
    """The mail instead of a code, for an address that never ordered."""
    known = Order.objects.filter(placement__email__iexact=email).exists()
    return None if known else "order/mail/unknown"
