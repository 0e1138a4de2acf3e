"""Views of the cart: the page, the drawer, and the forms that also work from cached pages."""

import json

from django.contrib import messages
from django.db.models import Sum
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from cms.web import same_origin
from commerce.offers.coupon_codes import LONGEST
from commerce.orders.access import of_their_own
from commerce.orders.placed import last_placed
from commerce.product_lists.continue_shopping import continue_shopping
from markets.lookup import language_of
from markets.money import format_money
from people.private import private

from . import coupons, services
from .again import buy_again
from .cart import build_cart
from .forms import AddForm, QuantityForm
from .page_parts import read_parts
from .presentation import cart_values
from .requoting import requote


def form_on_cached_page(view):
    """POST views for forms on cached pages, which have no CSRF token: the request's origin is
    checked instead (``cms.web.same_origin``)."""
    return csrf_exempt(require_POST(private(same_origin.required(view))))


def _cart(request):
    """The visitor's cart at current prices, with a message about prices that changed."""
    cart = build_cart(request.basket, edition=request.edition)
    changes = [
        _("%(title)s is now %(now)s (it was %(was)s).")
        % {
            "title": change.line.title,
            "now": change.line.unit_text,
            "was": format_money(change.was, change.was_currency),
        }
        for change in requote(cart)
    ]
    if changes:
        # One message for all lines: a phone's screen is small.
        messages.info(request, " ".join(changes))
    return cart


@private
@require_GET
def summary(request):
    cart = _cart(request)
    return render(request, "cart/summary.html", _page(request, cart))


def _page(request, cart, **kwargs) -> dict:
    """The context of the cart page: the cart, what packages above add (the checkout's gate), and
    the order that was just placed, while it awaits payment or the cart is empty. An empty cart has
    links to continue shopping."""
    links = {}
    if cart.is_empty:
        links = continue_shopping(request.market.code, language_of(request.edition))
    order = last_placed(request)
    of = order.placement.pending_basket_id if order is not None else None
    waits = of is not None and of == cart.basket.pk
    return {
        **read_parts(request),
        "cart": cart_values(cart, **kwargs),
        "placed": order if waits or cart.is_empty else None,
        "placed_waits": waits,
        **links,
    }


@private
@require_GET
def drawer(request):
    return render(request, "components/cart_drawer.html", {"cart": cart_values(_cart(request))})


def _answer(request, *, opened: bool = False, coupon: dict | None = None):
    """The response after a change: the new drawer or cart for htmx, else a redirect to the cart.
    Both show the messages; ``opened`` also opens the drawer.

    ``coupon``: a code that was refused; the page is rendered with what was typed.
    """
    if not request.htmx and coupon is None:
        return HttpResponseRedirect(reverse("cart:summary"))
    cart = _cart(request)
    context = _page(request, cart, coupon=coupon)
    if not request.htmx:
        return render(request, "cart/summary.html", context)
    on_page = request.htmx.target == "cart"
    template = "cart/summary_body.html" if on_page else "components/cart_drawer.html"
    response = render(request, template, context)
    trigger = {"cart:changed": {"count": cart.count, "open": opened and not on_page}}
    response["HX-Trigger"] = json.dumps(trigger)
    return response


@form_on_cached_page
def add(request):
    form = AddForm(request.POST)
    if not form.is_valid():
        is_number = "quantity" in form.errors and "product" not in form.errors
        problem = (
            _("Enter the quantity as a number.")
            if is_number
            else _("Choose a product that's available here.")
        )
        messages.error(request, problem)
        return _answer(request, opened=True)
    product = form.cleaned_data["product"]
    try:
        added = services.add_line(
            basket=request.basket,
            product=product,
            quantity=form.cleaned_data["quantity"],
            edition=request.edition,
        )
    except services.NotSoldHere:
        messages.error(request, _("This product is not sold in this country."))
        return _answer(request, opened=True)
    except services.SoldOut:
        messages.error(request, _("This product is sold out."))
        return _answer(request, opened=True)
    if added.limited:
        messages.warning(request, _limited(added.now))
    elif not request.htmx:
        messages.success(request, _("Added to your cart."))
    return _answer(request, opened=True)


def _limited(now: int) -> str:
    return ngettext(
        "Only %(count)d left, and it's in your cart.",
        "Only %(count)d left, and they're all in your cart.",
        now,
    ) % {"count": now}


@form_on_cached_page
def update(request, line_id: int):
    form = QuantityForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Enter the quantity as a number."))
        return _answer(request)
    changed = services.set_quantity(
        basket=request.basket,
        line_id=line_id,
        quantity=form.cleaned_data["quantity"],
        edition=request.edition,
    )
    if changed and changed.limited:
        messages.warning(request, _limited(changed.now))
    return _answer(request)


@form_on_cached_page
def remove(request, line_id: int):
    services.set_quantity(
        basket=request.basket, line_id=line_id, quantity=0, edition=request.edition
    )
    return _answer(request)


@form_on_cached_page
def add_coupon(request):
    typed = request.POST.get("code", "")
    refused = coupons.try_coupon(request, typed)
    if refused:
        return _answer(request, coupon={"value": typed[:LONGEST], "error": refused})
    messages.success(request, _("Coupon applied."))
    return _answer(request)


@form_on_cached_page
def remove_coupon(request, voucher_id: int):
    coupons.remove_coupon(basket=request.basket, voucher_id=voucher_id)
    return _answer(request)


@require_POST
@of_their_own
def again(request, order):
    """Reorder: add the items of an order to the cart, with a message about what is missing."""
    came = buy_again(order=order, basket=request.basket, edition=request.edition)
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
    return redirect("cart:summary")


def cart_count(request) -> int:
    """The number of items in the cart, for the header. One query, none without a basket."""
    basket = request.basket
    if basket.pk is None:
        return 0
    return basket.lines.aggregate(count=Sum("quantity"))["count"] or 0
