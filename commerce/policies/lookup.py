"""A market's policy: the one place that all forms and pages ask."""

from cms.page_cache import cached

from .models import CheckoutPolicy


def policy_of(market_code: str) -> CheckoutPolicy:
    """The market's policy, the defaults where there is no row."""
    return CheckoutPolicy.objects.filter(market=market_code).first() or CheckoutPolicy(
        market=market_code
    )


def asks_for_phone(market_code: str) -> bool:
    """Whether a phone is required, in every form by which somebody can be called back: the
    address of an order, the contact page, a message to a consultant. Pages ask again and again
    without a query (``receivers`` has them renewed)."""
    return cached(
        market_code,
        ("asks_for_phone",),
        lambda: policy_of(market_code).phone_required,
        size=lambda _asks: 1,
        depends_on=(),
    )
