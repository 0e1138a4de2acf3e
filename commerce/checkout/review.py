"""The review step of the checkout: a summary, coupons, and the "Place order" button."""

from decimal import Decimal, InvalidOperation

from django.contrib import messages
from django.contrib.sessions.backends.base import UpdateError
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from commerce.addresses import formats
from commerce.addresses.book import remember
from commerce.cart.coupons import remove_coupon, try_coupon
from commerce.cart.presentation import coupon_values, hint_values, public_code_values
from commerce.gateways.base import GatewayUnavailable
from commerce.gateways.words import offered_methods
from commerce.inventory.services import OutOfStock
from commerce.offers.coupon_codes import LONGEST
from commerce.orders.access import grant
from commerce.orders.attempt_limit import TooManyAttempts
from commerce.orders.choices import describe_choices
from commerce.orders.placed import placed_order, remember_placed
from commerce.orders.releasing import PaymentUnderWay
from markets.lookup import language_of
from people import provenance

from .added_steps import url_of
from .charging import still_offered
from .limits import placed_by
from .paying import go_to_pay, tried_too_often, wait_for_payment
from .services.placing import (
    AlreadyOrdered,
    CannotOrder,
    Terms,
    TooManyOpen,
    TotalChanged,
    place_order,
)
from .state import CheckoutState
from .steps import Step


class ReviewStep(Step):
    name = "review"
    needs = ("address", "methods", "choices")
    template_name = "checkout/review.html"

    def dispatch(self, request, *args, **kwargs):
        if request.method == "POST" and not self.is_about_coupons():
            # A double submit, or one from an old page: the order may exist already. While it awaits
            # payment it may be changed, but not after the first submit cleared the choices.
            done = self._order_of(request)
            chosen = CheckoutState(request)
            if done is not None and (done.status != "pending" or not chosen.delivery):
                return redirect("orders:detail", number=done.number)
        return super().dispatch(request, *args, **kwargs)

    def needs_cart(self) -> bool:
        # When posted, ``place_order`` reads the cart itself, with the basket locked.
        return self.request.method != "POST"

    def is_about_coupons(self) -> bool:
        return "add_coupon" in self.request.POST or "remove_coupon" in self.request.POST

    @staticmethod
    def _order_of(request):
        return placed_order(request, request.POST.get("basket", ""))

    def _payment(self):
        offered = offered_methods(
            self.request.market.code,
            language_of(self.request.edition),
            region=self.state.destination.region,
        )
        return next((words for words in offered if words.gateway == self.state.payment), None)

    def _show(self, delivery, payment, *, coupon=None, **kwargs):
        country = self.request.market.country
        address, contact = self.state.address, self.state.contact
        return self.page(
            contact=contact,
            phone=formats.show_phone(contact["phone"], country) if contact["phone"] else "",
            address_lines=formats.label_lines(
                country=country,
                name=f"{contact['first_name']} {contact['last_name']}",
                columns=address,
            ),
            delivery=delivery,
            payment=payment,
            chosen=[
                row | {"url": url_of(row["step"])}
                for row in describe_choices(
                    still_offered(self.state.choices, self.cart), edition=self.request.edition
                )
            ],
            expected_total=str(self.cart.quote.total_shown),
            total_text=self.cart.total_text,
            coupons=coupon_values(self.cart),
            codes=public_code_values(self.cart),
            hints=hint_values(self.cart),
            coupon=coupon or {"value": "", "error": ""},
            basket_id=self.request.basket.pk,
            **kwargs,
        )

    def _prepare(self):
        delivery, payment = self.chosen_delivery(), self._payment()
        self.charge(delivery, self.state.payment)
        return delivery, payment

    def get(self, request):
        delivery, payment = self._prepare()
        if delivery is None or payment is None:
            return redirect("checkout:methods")
        return self._show(delivery, payment)

    def _coupons(self, request):
        """Add or remove a coupon; no order is placed."""
        taken_out = request.POST.get("remove_coupon", "")
        if taken_out:
            if taken_out.isascii() and taken_out.isdigit():
                remove_coupon(basket=request.basket, voucher_id=int(taken_out[:9]))
            return redirect("checkout:review")
        typed = request.POST.get("code", "")
        refused = try_coupon(request, typed)
        if not refused:
            return redirect("checkout:review")
        delivery, payment = self._prepare()
        if delivery is None or payment is None:
            return redirect("checkout:methods")
        return self._show(delivery, payment, coupon={"value": typed[:LONGEST], "error": refused})

    def post(self, request):
        if self.is_about_coupons():
            return self._coupons(request)
        self.read_again()
        try:
            order = place_order(basket=request.basket, terms=self._terms())
        except TotalChanged:
            problem = _(
                "The total changed while you were checking out. Review it and place "
                "your order again."
            )
            return self._ask_again(problem, status=409)
        except TooManyOpen as too_many:
            return self._ask_again(_too_many(too_many.by), status=409)
        except AlreadyOrdered as already:
            self._remember(already.order)
            self.state.clear_choices(already.order)
            return redirect("orders:detail", number=already.order.number)
        except TooManyAttempts as tried:
            return tried_too_often(request, tried.order)
        except PaymentUnderWay as waiting:
            return wait_for_payment(request, waiting.order)
        except (CannotOrder, OutOfStock):
            if self.cart.is_empty and (done := self._ordered_meanwhile()):
                return redirect("orders:detail", number=done.number)
            if self.cart.can_be_ordered:
                # The cart is fine: the shipping or payment method is not offered any more.
                return redirect("checkout:methods")
            if not self.cart.is_empty:
                messages.warning(
                    request,
                    _("Something in your cart just sold out."),
                )
            return redirect("cart:summary")
        except GatewayUnavailable:
            problem = _("The payment service isn't responding. Try again in a minute.")
            return self._ask_again(problem, status=503)
        self._remember(order)
        if request.user.is_authenticated:
            remember(request.user, order.shipping_address, phone=order.placement.phone)
        answer = go_to_pay(request, order)
        self.state.clear_choices(order)
        return answer

    def _terms(self) -> Terms:
        try:
            expected = Decimal(self.request.POST.get("expected_total", ""))
        except InvalidOperation:
            expected = Decimal(-1)
        user = self.request.user if self.request.user.is_authenticated else None
        contact = self.state.contact
        return Terms(
            edition=self.request.edition,
            email=user.email if user else contact["email"],
            first_name=contact["first_name"],
            last_name=contact["last_name"],
            phone=contact["phone"],
            notes=contact["notes"],
            address=self.state.address,
            delivery=self.state.delivery,
            payment_method=self.state.payment,
            choices=self.state.choices,
            expected_total=expected,
            user=user,
            placed_by=placed_by(self.request),
            policy=self.policy,
            provenance=provenance.collect(self.request, code_claim=self.state.code_claim),
        )

    def _ask_again(self, problem: str, *, status: int):
        delivery, payment = self._prepare()
        if delivery is None or payment is None:
            return redirect("checkout:methods")
        return self._show(delivery, payment, problem=problem, status=status)

    def _remember(self, order) -> None:
        """Give this session access to the order, and save the session at once: starting the payment
        may take seconds or close the basket, and a second submit is answered meanwhile."""
        grant(self.request, order)
        remember_placed(self.request, order)
        try:
            self.request.session.save()
        except UpdateError:
            pass  # Signed out in another tab: the session's own middleware answers that.

    def _ordered_meanwhile(self):
        """The order that another submit placed after this request had read its session; None if
        there is none. It is saved in the session before the basket is closed."""
        session = self.request.session
        self.request.session = type(session)(session.session_key)
        return self._order_of(self.request)


def _too_many(by: str) -> str:
    """The message for a shopper who has too many unpaid orders."""
    if by == "network":
        return _(
            "Too many orders from your connection are awaiting payment. Sign in to order "
            "now, or try again later."
        )
    return _(
        "You have several orders awaiting payment. Pay for one or let it expire, then place "
        "this order. Your cart stays as it is."
    )
