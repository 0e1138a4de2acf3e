"""Checks of ``manage.py check --deploy``: whom money is asked of."""

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register

from .base import GatewayUnavailable, KeysRefused
from .keys import served

# How keys begin that move no real money.
TEST_KEYS = ("sk_test_", "rk_test_", "pk_test_")


@register(Tags.security, deploy=True)
def providers_are_the_real_ones(app_configs, **kwargs):
    """A stand-in on this machine takes test cards for money."""
    return [
        Error(
            f"{name} is set: payments are confirmed by a server that moves no money.",
            hint=f"Take {name} out of the environment.",
            id="vitrina.E009",
        )
        for name, value in sorted(settings.GATEWAY_CREDENTIALS.items())
        if name.endswith("_API_URL") and value
    ]


@register(Tags.security, deploy=True)
def keys_are_live(app_configs, **kwargs):
    """A rehearsal of production may have test keys; production may not."""
    return [
        Warning(
            f"{name} is a test key: orders are confirmed without money.",
            hint="Use the live key of the same account.",
            id="vitrina.W002",
        )
        for name, value in sorted(settings.GATEWAY_CREDENTIALS.items())
        if value.startswith(TEST_KEYS)
    ]


@register(Tags.security, deploy=True)
def keys_are_taken(app_configs, **kwargs):
    """Asks each account that there are keys of. One that does not answer now says nothing of them:
    the task that asks again every quarter of an hour will tell (``gateways.keys``)."""
    found = []
    for gateway, market in served():
        try:
            gateway.try_keys(market)
        except KeysRefused as refused:
            found.append(
                Error(
                    f"{gateway.code} refuses the keys of market {market.code}: {refused}",
                    hint="Check the keys in the environment against the provider's account.",
                    id="vitrina.E011",
                )
            )
        except (GatewayUnavailable, ValueError):
            continue  # ValueError: its address is no provider's, which E009 says
    return found
