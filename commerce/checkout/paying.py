"""Views for paying a pending order: go to the provider, come back, choose another method."""

from csp.decorators import csp_update
from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commerce.gateways.base import GatewayUnavailable
from commerce.gateways.services import payment_with_key
from commerce.orders.access import visible_order
from commerce.orders.attempt_limit import TooManyAttempts
from commerce.orders.attempts import (
    PAYMENT_KEY,
    MethodNotOffered,
    OrderEnded,
    choose_method,
    start_payment,
)
from commerce.orders.methods import methods_left, methods_with_a_fee
from commerce.orders.presentation import OrderView
from commerce.orders.provider_forms import form_of
from commerce.orders.releasing import PaymentUnderWay
from commerce.orders.settling import confirm_payment
from people.private import private

from .forms import MethodForm
from .presentation import method_choices


def go_to_pay(request, order):
    """Start the payment, and redirect to where it goes on: the provider's page, its form on ours,
    or the order."""
    try:
        step = start_payment(order=order, return_url=_return_url(request, order))
    except OrderEnded:
        messages.warning(
            request,
            _(
                "This order was closed before payment started, and you weren't charged. Your "
                "items are still in your cart if they're in stock."
            ),
        )
        return redirect("orders:detail", number=order.number)
    except TooManyAttempts:
        return tried_too_often(request, order)
    except GatewayUnavailable:
        return _not_responding(request, order)
    if step.kind == "redirect":
        return redirect(step.url)
    if step.kind == "form":
        return redirect("checkout:form", number=order.number)
    return redirect("orders:detail", number=order.number)


def _return_url(request, order) -> str:
    """A whole address, on the host and the seller's site where the shopper is signed in."""
    path = reverse("checkout:return", kwargs={"number": order.number})
    return request.build_absolute_uri(path)


def _not_responding(request, order):
    messages.error(
        request,
        _("Your order is saved, but the payment service isn't responding. Try again soon."),
    )
    return redirect("orders:detail", number=order.number)


def tried_too_often(request, order):
    """Redirect to the order: no card may be tried for it any more (TooManyAttempts). Its page says
    so where it waits for one; elsewhere a message does."""
    if OrderView(order, edition=request.edition).is_tried_too_often:
        return redirect("orders:detail", number=order.number)
    messages.warning(
        request,
        _("Too many attempts to pay this order. You weren't charged. Write to us and we'll help."),
    )
    return redirect("orders:detail", number=order.number)


def wait_for_payment(request, order):
    """To the order, whose payment cannot be stopped now (``PaymentUnderWay``)."""
    messages.info(
        request,
        _(
            "Your earlier payment for this order is still being processed, so don't pay again. "
            "We'll email you as soon as it's confirmed. If it doesn't go through, you can choose "
            "another payment method here."
        ),
    )
    return redirect("orders:detail", number=order.number)


@private
@require_POST
def pay(request, number: str):
    """Start or resume the payment of a pending order."""
    order = visible_order(request, number)
    if order is None:
        raise Http404
    if order.status != "pending":
        return redirect("orders:detail", number=number)
    return go_to_pay(request, order)


@private
@require_safe
def payment_form(request, number: str):
    """A provider's form for a payment that was begun, at an address that can be opened again. This
    one page may load from where the form comes from."""
    order = visible_order(request, number)
    if order is None:
        raise Http404
    try:
        step = form_of(order=order, return_url=_return_url(request, order), user=request.user)
    except TooManyAttempts:
        return tried_too_often(request, order)
    except GatewayUnavailable:
        return _not_responding(request, order)
    if step is None:
        return redirect("orders:detail", number=number)
    if step.kind != "form":
        # Perhaps it was paid in another tab.
        return redirect("checkout:return", number=number)
    context = {
        "order": OrderView(order, edition=request.edition),
        "template": step.template,
        **step.context,
    }
    return csp_update(step.sources)(render)(request, "checkout/payment_form.html", context)


@private
def come_back(request, number: str):
    """The return URL of providers, with our key of the payment. Trusts nothing in the request: asks
    the provider for the payment's state."""
    order = visible_order(request, number)
    if order is None:
        raise Http404
    payment = payment_with_key(request.GET.get(PAYMENT_KEY, ""), order=order)
    try:
        confirm_payment(order=order, payment=payment)
    except GatewayUnavailable:
        messages.info(
            request,
            _("We're still waiting for the payment service. This page will update."),
        )
    return redirect("orders:detail", number=number)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def another_method(request, number: str):
    """Choose another payment method for a pending order, of those that do not change its total."""
    order = visible_order(request, number)
    if order is None:
        raise Http404
    if order.status != "pending":
        return redirect("orders:detail", number=number)
    methods = methods_left(order, edition=request.edition)
    # Methods with a fee are chosen in the checkout, where the total is shown, if the cart is there.
    cart = order.placement.pending_basket_id
    is_in_cart = cart is not None and cart == request.basket.pk
    costs_more = methods_with_a_fee(order, edition=request.edition) if is_in_cart else []
    if not methods:
        # No method keeps the total: another one means another order of the same cart.
        if is_in_cart:
            return redirect("checkout:methods")
        return redirect("orders:detail", number=number)
    form = MethodForm(
        request.POST or None, payments=methods, initial={"payment": methods[0].gateway}
    )
    status = 200
    if request.method == "POST" and form.is_valid():
        try:
            choose_method(order=order, gateway=form.cleaned_data["payment"])
        except MethodNotOffered:
            return redirect("checkout:method", number=number)
        except TooManyAttempts:
            return tried_too_often(request, order)
        except PaymentUnderWay:
            return wait_for_payment(request, order)
        except GatewayUnavailable:
            form.add_error(None, _("The payment service isn't responding. Try again in a minute."))
            status = 503
        else:
            order.refresh_from_db()
            if order.status != "pending":
                # It was paid by the previous method in the meantime.
                return redirect("orders:detail", number=number)
            return go_to_pay(request, order)
    return render(
        request,
        "checkout/another_method.html",
        {
            "order": OrderView(order, edition=request.edition),
            "form": form,
            "choices": method_choices(methods, chosen=form["payment"].value()),
            "more_in_checkout": bool(costs_more),
        },
        status=status,
    )
