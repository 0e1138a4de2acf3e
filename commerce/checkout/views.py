"""Views of the checkout up to the review: gate, address, shipping and payment, steps of apps.

Each step is a page that works without JavaScript, and redirects to the step that is missing.
"""

from django.contrib import messages
from django.forms import Form
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from commerce.addresses import formats
from commerce.addresses.book import saved_addresses, usual_of
from commerce.cart.cart import build_cart
from commerce.gateways.words import offered_methods
from commerce.policies.lookup import policy_of
from markets.lookup import language_of
from people import provenance
from people.private import private
from people.services import person_of

from .added_steps import added_steps
from .choice_forms import answers_of, are_valid
from .forms import ContactAddressForm, MethodsForm
from .gate import gate_choices
from .presentation import method_choices
from .state import CheckoutState
from .steps import Step


@private
def index(request):
    """The gate: sign in, register, or continue as guest. Redirects a visitor who has passed it."""
    if not build_cart(request.basket, edition=request.edition).can_be_ordered:
        return redirect("cart:summary")
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
        messages.info(request, _("You need an account to check out. Sign in or create one."))
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
            phone_required=self.policy.phone_required,
            email=user.email if user.is_authenticated else "",
            asks_for_code=provenance.asks_for_code(self.request),
        )

    def get(self, request):
        saved = saved_addresses(request.user, request.market.country)
        chosen = next(
            (row for row in saved if str(row.pk) == request.GET.get("saved")),
            None if self.state.address else usual_of(saved),
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
        initial["code"] = (self.state.code_claim or {}).get("typed", "")
        if saved is not None:
            columns = ("first_name", "last_name", "line1", "line2", "line3", "line4")
            initial |= {column: getattr(saved, column) for column in (*columns, "state")}
            initial["postcode"] = saved.postcode
            if saved.phone_number:
                initial["phone"] = str(saved.phone_number)
        if initial.get("phone"):
            country = self.request.market.country
            initial["phone"] = formats.show_phone(initial["phone"], country)
        return initial

    def post(self, request):
        form = self.form(request.POST)
        if are_valid(self.asked) & form.is_valid():
            self.state.set_choices(answers_of(self.asked))
            self.state.set_address(
                contact=form.contact,
                address=form.address,
                code_claim=form.cleaned_data.get("code"),
            )
            return redirect("checkout:methods")
        return self.page(form=form, saved=[], chosen=None)


class MethodsStep(Step):
    name = "methods"
    needs = ("address",)
    template_name = "checkout/methods.html"

    def _offers(self):
        deliveries = self.delivery_options()
        payments = offered_methods(
            self.request.market.code,
            language_of(self.request.edition),
            region=self.state.destination.region,
        )
        return deliveries, payments

    def _show(self, form, deliveries, payments):
        chosen_delivery = form["delivery"].value() or (deliveries[0].code if deliveries else "")
        chosen_payment = form["payment"].value() or (payments[0].gateway if payments else "")
        # The total includes what is chosen or preselected on this page.
        self.charge(
            next((one for one in deliveries if one.code == chosen_delivery), None), chosen_payment
        )
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
            payment_choices=method_choices(payments, chosen=chosen_payment, money=self.cart.money),
            region=formats.region_name(
                self.request.market.country, self.state.address.get("state", "")
            ),
        )

    def get(self, request):
        deliveries, payments = self._offers()
        form = MethodsForm(
            initial={
                name: getattr(self.state, name) or self.state.before.get(name, "")
                for name in ("delivery", "payment")
            },
            deliveries=deliveries,
            payments=payments,
        )
        return self._show(form, deliveries, payments)

    def post(self, request):
        deliveries, payments = self._offers()
        form = MethodsForm(request.POST, deliveries=deliveries, payments=payments)
        # A script asks for the total with what is chosen now: nothing is saved.
        is_preview = "preview" in request.POST
        if is_preview or not (are_valid(self.asked) & form.is_valid()):
            return self._show(form, deliveries, payments)
        self.state.set_choices(answers_of(self.asked))
        self.state.set_methods(**form.cleaned_data)
        return redirect("checkout:review")


class AddedStepView(Step):
    """A step that an app adds: it shows only choices."""

    needs = ("address", "methods")
    template_name = "checkout/added.html"

    def dispatch(self, request, *args, name, **kwargs):
        steps = added_steps(self.offered)
        self.step = next((step for step in steps if step.name == name), None)
        if self.step is None:
            raise Http404
        self.name = name
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        delivery = self.chosen_delivery()
        if delivery is None:
            return redirect("checkout:methods")
        self.charge(delivery, self.state.payment)
        return self.page(form=Form(), label=self.step.label)

    def post(self, request):
        if "preview" in request.POST or not are_valid(self.asked):
            return self.get(request)
        self.state.set_choices(answers_of(self.asked))
        return redirect("checkout:review")
