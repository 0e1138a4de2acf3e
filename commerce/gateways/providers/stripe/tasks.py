"""What Stripe is told about customers outside the request."""

from background.retries import retrying_task

from .cards import forget_customer


@retrying_task(max_attempts=8)
def forget_customer_at_stripe(market: str, reference: str) -> None:
    forget_customer(market, reference)
