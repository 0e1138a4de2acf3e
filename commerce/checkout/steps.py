"""The base view of checkout steps: prerequisites, the priced cart, the summary beside the form."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View

from commerce.cart.cart import build_cart
from commerce.cart.presentation import line_values, sum_rows, sum_total
from commerce.delivery.options import DeliveryOption, delivery_options
from commerce.orders.choices import Choice, are_any, offered
from commerce.policies.lookup import policy_of
from people.private import private_view

from .added_steps import AddedStep, added_steps, first_unanswered, url_of
from .charging import cart_so_far, with_charges
from .choice_forms import AllForms, ChoiceForm, as_typed, asked_of
from .state import CheckoutState


def steps(current: str, added: list[AddedStep]) -> list[dict]:
    """The context of components/steps.html: all steps, ours and those of apps, and the current."""
    names = [
        ("address", _("Address")),
        ("methods", _("Shipping and payment")),
        *((step.name, step.label) for step in added),
        ("review", _("Review")),
    ]
    position = [name for name, _label in names].index(current)
    return [
        {
            "label": label,
            "url": url_of(name),
            "state": "done" if index < position else "current" if index == position else "next",
        }
        for index, (name, label) in enumerate(names)
    ]


@private_view
class Step(View):
    """A page of the checkout. ``needs``: what must be complete before it, of "address", "methods"
    and "choices" (of apps); else the visitor is redirected to the step that is missing."""

    name: str
    needs: tuple[str, ...] = ()
    template_name: str

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.state = CheckoutState(request)
        self.policy = policy_of(request.market.code)

    def dispatch(self, request, *args, **kwargs):
        if self.needs_cart() and not self.cart.can_be_ordered:
            if self.cart.problems:
                messages.warning(request, _("Something in your cart needs your attention first."))
            return redirect("cart:summary")
        guest = self.state.is_guest and self.policy.guests_allowed
        if not request.user.is_authenticated and not guest:
            return redirect("checkout:index")
        if "address" in self.needs and not self.state.address:
            return redirect("checkout:address")
        if "methods" in self.needs and not (self.state.delivery and self.state.payment):
            return redirect("checkout:methods")
        if "choices" in self.needs and (step := first_unanswered(self.state, self.offered)):
            return redirect(url_of(step))
        return super().dispatch(request, *args, **kwargs)

    def needs_cart(self) -> bool:
        """Whether the page requires a cart that can be ordered."""
        return True

    @cached_property
    def cart(self):
        return build_cart(
            self.request.basket,
            edition=self.request.edition,
            destination=self.state.destination,
        )

    def delivery_options(self) -> list[DeliveryOption]:
        """The shipping methods for this address, at their prices after offers."""
        return delivery_options(
            edition=self.request.edition,
            destination=self.state.destination,
            goods_shown=self.cart.quote.goods_shown,
            reduction=self.cart.offers.delivery_reduction,
        )

    def chosen_delivery(self) -> DeliveryOption | None:
        """The chosen shipping method; None if it is not offered any more."""
        options = self.delivery_options()
        return next((option for option in options if option.code == self.state.delivery), None)

    def charge(self, delivery: DeliveryOption | None, payment: str) -> None:
        """Add the charges of this shipping and payment method and of the choices to the cart: the
        choices of this step as typed, those of other steps as saved."""
        self.cart = with_charges(
            self.cart,
            destination=self.state.destination,
            delivery=delivery,
            payment=payment,
            choices=self.state.choices | as_typed(self.asked),
        )

    @cached_property
    def offered(self) -> list[Choice]:
        """The choices of apps that are offered for this cart, of all steps."""
        return offered(cart_so_far(self.cart)) if are_any() else []

    @cached_property
    def asked(self) -> list[ChoiceForm]:
        """The forms of the choices of this step."""
        mine = [choice for choice in self.offered if choice.step == self.name]
        data = self.request.POST if self.request.method == "POST" else None
        return asked_of(mine, cart=self.cart, kept=self.state.choices, data=data) if mine else []

    def read_again(self) -> None:
        """Drop the cached cart, before something that changes it or may find it changed."""
        for name in ("cart", "offered", "asked"):
            self.__dict__.pop(name, None)

    def page(self, *, status: int = 200, **context):
        """Render the step. ``form`` is the step's own form, if it has one: the choices of apps are
        rendered within it."""
        if "form" in context:
            context |= {"asked": self.asked, "forms": AllForms(context["form"], self.asked)}
        return render(
            self.request,
            self.template_name,
            {
                "steps": steps(self.name, added_steps(self.offered)),
                "summary": {
                    "lines": line_values(self.cart),
                    "rows": sum_rows(self.cart),
                    "total": sum_total(self.cart),
                },
                **context,
            },
            status=status,
        )
