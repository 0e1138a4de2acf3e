"""Which gateways there are. A company adds one by its dotted path in ``VITRINA_GATEWAYS``."""

from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from .base import Gateway, GatewayMissing


@cache
def all_gateways() -> dict[str, Gateway]:
    """``{code: gateway}`` of every gateway that this installation may use."""
    paths = list(settings.VITRINA_GATEWAYS)
    if getattr(settings, "VITRINA_DEMO_GATEWAY", False):
        paths.append("commerce.gateways.providers.demo.DemoGateway")
    gateways = [import_string(path)() for path in paths]
    return {gateway.code: gateway for gateway in gateways}


def gateway_name(code: str) -> str:
    """What staff call it, in the reader's language; its code where it was taken out."""
    gateway = all_gateways().get(code)
    return str(gateway.default_name) if gateway else code


def get_gateway(code: str) -> Gateway:
    """Raises GatewayMissing where there is no such gateway, or it is switched off."""
    try:
        return all_gateways()[code]
    except KeyError:
        raise GatewayMissing(code) from None
