"""Checks of ``manage.py check --deploy`` for what only this project can get wrong."""

import os

from django.conf import settings
from django.core.checks import Error, Tags, Warning, register


@register(Tags.security, deploy=True)
def demo_gateway_is_off(app_configs, **kwargs):
    if getattr(settings, "VITRINA_DEMO_GATEWAY", False):
        return [
            Error(
                "The demo gateway is on: it confirms payments that nobody made.",
                hint="Leave VITRINA_DEMO_GATEWAY out of production settings.",
                id="vitrina.E001",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def public_address_is_https(app_configs, **kwargs):
    if not settings.PUBLIC_URL.startswith("https://"):
        return [
            Error(
                "PUBLIC_URL does not start with https://. Mails and canonical links carry it.",
                id="vitrina.E002",
            )
        ]
    return []


@register(Tags.caches, deploy=True)
def processes_share_a_cache(app_configs, **kwargs):
    """Lockouts and rate limits count in the cache: each process would count for itself."""
    local = settings.CACHES["default"]["BACKEND"].endswith(("LocMemCache", "DummyCache"))
    if local and int(os.environ.get("WEB_CONCURRENCY", "1")) > 1:
        return [
            Warning(
                "Several web processes, but a cache that each has for itself.",
                hint="Set CACHE_URL to a Redis, or WEB_CONCURRENCY to 1.",
                id="vitrina.W001",
            )
        ]
    return []


@register(Tags.security, deploy=True)
def proxies_are_counted(app_configs, **kwargs):
    """Without it all visitors behind a proxy are one: eight wrong passwords of anybody lock an
    address for everybody, and every limit counts for the whole shop."""
    if os.environ.get("TRUSTED_PROXY_COUNT", "").isdigit():
        return []
    return [
        Error(
            "TRUSTED_PROXY_COUNT is not set: visitors cannot be told apart behind a proxy.",
            hint="1 behind one proxy that sends X-Forwarded-For, 0 where there is none.",
            id="vitrina.E006",
        )
    ]


@register(Tags.security, deploy=True)
def shoppers_get_to_the_providers_page(app_configs, **kwargs):
    """Browsers follow the checkout's form only to addresses that the shop names: without it nobody
    gets to Mercado Pago, and no log tells."""
    has_keys = any(name.startswith("MERCADOPAGO_ACCESS") for name in settings.GATEWAY_CREDENTIALS)
    named = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"]
    if not has_keys or any("mercadopago" in origin for origin in named):
        return []
    return [
        Error(
            "Mercado Pago has keys, but browsers may not follow the checkout's form there.",
            hint="VITRINA_PAYMENT_ORIGINS=https://www.mercadopago.com.co (docs/payments.md).",
            id="vitrina.E010",
        )
    ]


@register(Tags.security)
def captcha_is_known(app_configs, **kwargs):
    from people.captcha import PROVIDERS

    if settings.VITRINA_CAPTCHA in PROVIDERS:
        return []
    known = ", ".join(sorted(PROVIDERS))
    return [Error(f"VITRINA_CAPTCHA must be one of: {known}.", id="vitrina.E004")]


@register()
def reasons_of_attribution_are_known(app_configs, **kwargs):
    from replicated.attribution.reasons import all_reasons

    unknown = sorted(set(settings.VITRINA_ATTRIBUTION) - set(all_reasons()))
    if not unknown:
        return []
    known = ", ".join(all_reasons())
    return [
        Error(f"VITRINA_ATTRIBUTION knows {known}, not {', '.join(unknown)}.", id="vitrina.E005")
    ]


@register()
def roles_are_registered(app_configs, **kwargs):
    """Rights of a role that nobody registers are given to nobody: most often a misspelled name."""
    from people.roles import all_rights, all_roles

    known = {role.group for role in all_roles()}
    return [
        Error(
            f'Permissions are given to the role "{group}", which no app registers.',
            hint=f"There are: {', '.join(sorted(known))}.",
            id="vitrina.E007",
        )
        for group in sorted(all_rights())
        if group not in known
    ]


@register()
def groups_of_tiles_are_registered(app_configs, **kwargs):
    from people.portal import unknown_groups

    return [
        Error(
            f'Pages of the account stand under "{group}", which no app registers.',
            id="vitrina.E008",
        )
        for group in sorted(unknown_groups())
    ]


@register(Tags.urls)
def file_addresses_start_with_a_slash(app_configs, **kwargs):
    """A relative one is frozen with the first script prefix (``/@alias``) that is seen."""
    return [
        Error(f"{name} must start with a slash or a scheme.", id="vitrina.E003")
        for name in ("STATIC_URL", "MEDIA_URL")
        if not getattr(settings, name).startswith(("/", "http://", "https://"))
    ]
