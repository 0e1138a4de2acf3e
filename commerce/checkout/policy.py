"""Who may buy in a market, and what is asked of them: the one place that all forms ask."""

from django.urls import reverse

from cms.page_cache import remember
from people import registration

from .models import CheckoutPolicy


def policy_of(market_code: str) -> CheckoutPolicy:
    """The market's policy, the defaults where there is no row."""
    return CheckoutPolicy.objects.filter(market=market_code).first() or CheckoutPolicy(
        market=market_code
    )


def asks_for_phone(market_code: str) -> bool:
    """Whether a phone is required, in every form by which somebody can be called back: the
    address of an order, the contact page, a message to a consultant. Pages ask again and again
    without a query (``catalogue.receivers`` has them renewed)."""
    return remember(
        market_code,
        ("asks_for_phone",),
        lambda: policy_of(market_code).phone_required,
        size=lambda _asks: 1,
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
