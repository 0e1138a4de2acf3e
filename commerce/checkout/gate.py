"""The gate before the checkout: sign in, register, or continue as guest if the market allows."""

from django.urls import reverse

from commerce.policies.lookup import policy_of
from people import registration

from .state import CheckoutState


def gate_choices(request) -> dict | None:
    """The options of the gate; None for a visitor who is signed in or continues as guest."""
    if request.user.is_authenticated or CheckoutState(request).is_guest:
        return None
    return {
        "guests_allowed": policy_of(request.market.code).guests_allowed,
        "next": reverse("checkout:index"),
        "guest_url": reverse("checkout:guest"),
        "sign_in_url": reverse("account_login"),
        "code_url": reverse("account_request_login_code"),
        "register_url": reverse("account_signup") if registration.is_open(request) else "",
    }
