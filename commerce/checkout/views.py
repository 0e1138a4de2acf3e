"""The checkout: gate, address, delivery and payment, review, payment, and back from it.

Each step is a page that works without a script; what is missing sends back to its step. The
services decide, these views only ask and show.
"""

from decimal import Decimal, InvalidOperation

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST

from commerce.basket.cart import build_cart
from commerce.basket.presentation import line_values, sum_rows, sum_total
from commerce.basket.services import requote
from commerce.gateways.base import GatewayUnavailable
from commerce.gateways.words import offered_methods
from commerce.inventory.services import OutOfStock
from commerce.order.access import grant, visible_order
from markets.lookup import language_of
from people.services import person_of

from . import addresses
from .address_book import remember, saved_addresses
from .delivery import delivery_options
from .forms import ContactAddressForm, MethodsForm
from .policy import gate_choices, policy_of
from .services.placing import AlreadyOrdered, CannotOrder, Terms, TotalChanged, place_order
from .services.settling import confirm_payment, start_payment
from .state import CheckoutState

private = cache_control(private=True, no_store=True)


def steps(current: str) -> list[dict]:
    """components/steps.html: where the shopper is."""
    names = [
        ("address", _("Address")),
        ("methods", _("Delivery and payment")),
        ("review", _("Review")),
    ]
    position = [name for name, _label in names].index(current)
    return [
        {
            "label": label,
            "url": reverse(f"checkout:{name}"),
            "state": "done" if index < position else "current" if index == position else "next",
        }
        for index, (name, label) in enumerate(names)
    ]


class Step(View):
    """A page of the checkout. ``needs`` names what must be there before it."""

    name: str
    needs: tuple[str, ...] = ()
    template_name: str

    @method_decorator(private)
    def dispatch(self, request, *args, **kwargs):
        self.state = CheckoutState(request)
        if request.method == "GET":
            requote(basket=request.basket, variant=request.variant)
        self.cart = build_cart(
            request.basket, variant=request.variant, destination=self.state.destination
        )
        if not self.cart.can_be_ordered:
            if self.cart.problems:
                messages.warning(request, _("Something in your cart needs a look first."))
            return redirect("basket:summary")
        guest = self.state.is_guest and policy_of(request.market.code).guests_allowed
        if not request.user.is_authenticated and not guest:
            return redirect("checkout:index")
        if "address" in self.needs and not self.state.address:
            return redirect("checkout:address")
        if "methods" in self.needs and not (self.state.delivery and self.state.payment):
            return redirect("checkout:methods")
        return super().dispatch(request, *args, **kwargs)

    def page(self, *, status: int = 200, **context):
        return render(
            self.request,
            self.template_name,
            {
                "steps": steps(self.name),
                "summary": {
                    "lines": line_values(self.cart),
                    "rows": sum_rows(self.cart),
                    "total": sum_total(self.cart),
                },
                **context,
            },
            status=status,
        )


@private
def index(request):
    """The gate: sign in, register, or go on as a guest. Whoever has passed it walks through."""
    if build_cart(request.basket, variant=request.variant).is_empty:
        return redirect("basket:summary")
    gate = gate_choices(request)
    if gate is not None and not gate["guests_allowed"]:
        CheckoutState(request).forget_guest()
    if gate is None and (
        request.user.is_authenticated or policy_of(request.market.code).guests_allowed
    ):
        state = CheckoutState(request)
        if state.address and state.delivery and state.payment:
            return redirect("checkout:review")
        return redirect("checkout:address")
    if gate is None:
        CheckoutState(request).forget_guest()
        gate = gate_choices(request)
    return render(request, "checkout/gate.html", {"gate": gate})


@private
@require_POST
def guest(request):
    if not policy_of(request.market.code).guests_allowed:
        messages.info(request, _("Here an account is needed to buy. Sign in or register."))
        return redirect("checkout:index")
    CheckoutState(request).go_on_as_guest()
    return redirect("checkout:address")


class AddressStep(Step):
    name = "address"
    template_name = "checkout/address.html"

    def form(self, data=None, initial=None):
        user = self.request.user
        return ContactAddressForm(
            data,
            initial=initial,
            country=self.request.market.country,
            phone_required=policy_of(self.request.market.code).phone_required,
            email=user.email if user.is_authenticated else "",
        )

    def get(self, request):
        saved = saved_addresses(request.user, request.market.country)
        chosen = next(
            (row for row in saved if str(row.pk) == request.GET.get("saved")),
            saved[0] if saved and not self.state.address else None,
        )
        return self.page(form=self.form(initial=self._initial(chosen)), saved=saved, chosen=chosen)

    def _initial(self, saved) -> dict:
        person = person_of(self.request.user)
        initial = {}
        if person is not None:
            initial = {
                "first_name": person.first_name,
                "last_name": person.last_name,
                "phone": person.phone,
            }
        initial |= {key: value for key, value in self.state.contact.items() if value}
        initial |= self.state.address
        if saved is not None:
            columns = ("first_name", "last_name", "line1", "line2", "line3", "line4")
            initial |= {column: getattr(saved, column) for column in (*columns, "state")}
            initial["postcode"] = saved.postcode
            if saved.phone_number:
                initial["phone"] = str(saved.phone_number)
        if initial.get("phone"):
            country = self.request.market.country
            initial["phone"] = addresses.show_phone(initial["phone"], country)
        return initial

    def post(self, request):
        form = self.form(request.POST)
        if form.is_valid():
            self.state.set_address(contact=form.contact, address=form.address)
            return redirect("checkout:methods")
        return self.page(form=form, saved=[], chosen=None, status=422)


class MethodsStep(Step):
    name = "methods"
    needs = ("address",)
    template_name = "checkout/methods.html"

    def _offers(self):
        deliveries = delivery_options(
            variant=self.request.variant,
            destination=self.state.destination,
            goods_shown=self.cart.quote.goods_shown,
        )
        payments = offered_methods(self.request.market.code, language_of(self.request.variant))
        return deliveries, payments

    def _show(self, form, deliveries, payments, **kwargs):
        chosen_delivery = form["delivery"].value() or (deliveries[0].code if deliveries else "")
        chosen_payment = form["payment"].value() or (payments[0].gateway if payments else "")
        return self.page(
            form=form,
            delivery_choices=[
                {
                    "value": option.code,
                    "label": option.name,
                    "note": " · ".join(filter(None, [option.days_text, option.note])),
                    "amount": option.price_text or _("Free"),
                    "checked": option.code == chosen_delivery,
                }
                for option in deliveries
            ],
            payment_choices=[
                {
                    "value": words.gateway,
                    "label": words.name,
                    "note": words.note,
                    "checked": words.gateway == chosen_payment,
                }
                for words in payments
            ],
            region=addresses.region_name(
                self.request.market.country, self.state.address.get("state", "")
            ),
            **kwargs,
        )

    def get(self, request):
        deliveries, payments = self._offers()
        form = MethodsForm(
            initial={"delivery": self.state.delivery, "payment": self.state.payment},
            deliveries=deliveries,
            payments=payments,
        )
        return self._show(form, deliveries, payments)

    def post(self, request):
        deliveries, payments = self._offers()
        form = MethodsForm(request.POST, deliveries=deliveries, payments=payments)
        if not form.is_valid():
            return self._show(form, deliveries, payments, status=422)
        self.state.set_methods(**form.cleaned_data)
        return redirect("checkout:review")


class ReviewStep(Step):
    name = "review"
    needs = ("address", "methods")
    template_name = "checkout/review.html"

    def dispatch(self, request, *args, **kwargs):
        if request.method == "POST":
            # Sent twice, or from a page of before: the order may exist already.
            done = self._order_of(request)
            if done is not None:
                return redirect("orders:detail", number=done.number)
        return super().dispatch(request, *args, **kwargs)

    @staticmethod
    def _order_of(request):
        number = request.session.get("placed", {}).get(request.POST.get("basket", ""))
        order = visible_order(request, number) if number else None
        return order if order is not None and order.status != "pending" else None

    def _delivery(self):
        options = delivery_options(
            variant=self.request.variant,
            destination=self.state.destination,
            goods_shown=self.cart.quote.goods_shown,
        )
        return next((option for option in options if option.code == self.state.delivery), None)

    def _payment(self):
        offered = offered_methods(self.request.market.code, language_of(self.request.variant))
        return next((words for words in offered if words.gateway == self.state.payment), None)

    def _show(self, delivery, payment, **kwargs):
        country = self.request.market.country
        address, contact = self.state.address, self.state.contact
        return self.page(
            contact=contact,
            phone=addresses.show_phone(contact["phone"], country) if contact["phone"] else "",
            address_lines=_lines(contact, address, country),
            delivery=delivery,
            payment=payment,
            expected_total=str(self.cart.quote.total_shown),
            total_text=self.cart.total_text,
            basket_id=self.request.basket.pk,
            **kwargs,
        )

    def _prepare(self):
        delivery, payment = self._delivery(), self._payment()
        if delivery is not None:
            self.cart = type(self.cart)(
                basket=self.cart.basket,
                variant=self.cart.variant,
                lines=self.cart.lines,
                delivery=delivery.charge,
            )
        return delivery, payment

    def get(self, request):
        delivery, payment = self._prepare()
        if delivery is None or payment is None:
            return redirect("checkout:methods")
        return self._show(delivery, payment)

    def post(self, request):
        delivery, payment = self._prepare()
        if delivery is None or payment is None:
            return redirect("checkout:methods")
        try:
            expected = Decimal(request.POST.get("expected_total", ""))
        except InvalidOperation:
            expected = Decimal(-1)
        contact = self.state.contact
        terms = Terms(
            variant=request.variant,
            email=request.user.email if request.user.is_authenticated else contact["email"],
            first_name=contact["first_name"],
            last_name=contact["last_name"],
            phone=contact["phone"],
            notes=contact["notes"],
            address=self.state.address,
            delivery=self.state.delivery,
            payment_method=self.state.payment,
            expected_total=expected,
            user=request.user if request.user.is_authenticated else None,
        )
        try:
            order = place_order(basket=request.basket, terms=terms)
        except TotalChanged:
            return self._show(
                delivery,
                payment,
                problem=_("The total changed while you were here. Check it and order again."),
                status=409,
            )
        except AlreadyOrdered as already:
            self._remember(already.order)
            return redirect("orders:detail", number=already.order.number)
        except (CannotOrder, OutOfStock):
            messages.warning(
                request, _("Somebody was faster: something in your cart is not there any more.")
            )
            return redirect("basket:summary")
        except GatewayUnavailable:
            return self._show(
                delivery,
                payment,
                problem=_("The payment service does not answer. Try again in a minute."),
                status=503,
            )
        self._remember(order)
        if request.user.is_authenticated:
            remember(request.user, order.shipping_address, phone=terms.phone)
        return _pay(request, order)

    def _remember(self, order) -> None:
        grant(self.request, order)
        placed = dict(list(self.request.session.get("placed", {}).items())[-9:])
        placed[str(order.basket_id)] = order.number
        self.request.session["placed"] = placed
        self.state.clear_choices()


def _lines(contact, address, country) -> list[str]:
    place = [
        address["line4"],
        addresses.region_name(country, address["state"]),
        address["postcode"],
    ]
    lines = [
        f"{contact['first_name']} {contact['last_name']}",
        address["line1"],
        address["line2"],
        address["line3"],
        ", ".join(filter(None, place)),
    ]
    return [line for line in lines if line]


def _pay(request, order):
    return_url = reverse("checkout:return", kwargs={"number": order.number})
    try:
        step = start_payment(order=order, return_url=return_url)
    except GatewayUnavailable:
        messages.error(
            request,
            _("Your order is kept, but the payment service does not answer. Try again soon."),
        )
        return redirect("orders:detail", number=order.number)
    if step.kind == "redirect":
        return redirect(step.url)
    if step.kind == "form":
        return render(request, step.template, {"order": order, **step.context})
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
    return _pay(request, order)


@private
def come_back(request, number: str):
    """Where a provider sends the shopper back to. Believes nothing: asks the provider."""
    order = visible_order(request, number)
    if order is None:
        raise Http404
    try:
        confirm_payment(order=order)
    except GatewayUnavailable:
        messages.info(
            request,
            _("We are still waiting for the payment service. This page will tell you."),
        )
    return redirect("orders:detail", number=number)
