"""Who may buy in a market: the one place that the gate, its dialog and its page ask."""

from django.urls import reverse

from people import registration

from .models import CheckoutPolicy


def policy_of(market_code: str) -> CheckoutPolicy:
    """The market's policy, the defaults where there is no row."""
    return CheckoutPolicy.objects.filter(market=market_code).first() or CheckoutPolicy(
        market=market_code
    )


def gate_choices(request) -> dict | None:
    """What the gate at the checkout offers; None for whoever has passed it."""
    from .state import CheckoutState

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
