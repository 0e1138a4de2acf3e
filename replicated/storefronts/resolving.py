"""Look up the seller by the alias or host name of the site, in one query."""

import json
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from cms.page_cache.prepared import PreparedQuery
from markets.sellers import Seller
from replicated.consultants import aliases
from replicated.consultants.models import Consultant, SiteAlias, SiteHost

# Seconds that host names are cached, also unknown ones, against scanners.
HOST_CACHE_SECONDS = 300
UNKNOWN = 0
FIELDS = (
    "pk",
    "code",
    "alias",
    "site_type",
    "card",
    "person__first_name",
    "person__last_name",
)
LONGEST_HOST = 200  # of a name that we would serve; DNS allows 253


def seller_from(consultant: Consultant, *, own_host: str = "") -> Seller:
    return Seller(
        pk=consultant.pk,
        code=consultant.code,
        alias=consultant.alias,
        name=consultant.name,
        is_influencer=consultant.is_influencer,
        card=consultant.card,
        own_host=own_host,
    )


_site_at = PreparedQuery(
    lambda: (
        SiteAlias.objects.filter(
            alias="{alias}",
            consultant__state=Consultant.State.ACTIVE,
            consultant__site_active=True,
        )
        .order_by()
        .values_list(*(f"consultant__{field}" for field in FIELDS))[:1]
    )
)


def seller_named(alias: str) -> Seller | None:
    """The seller whose open site has or had this alias; None if there is none, or if it is closed.
    One query of plain values, as every page of a site needs it.

    Case and accents are ignored; ``Seller.alias`` is the current alias.
    """
    alias = aliases.plain(alias)
    if not aliases.is_wellformed(alias):
        return None
    rows = _site_at.rows(alias=alias)
    if not rows:
        return None
    pk, code, present, site_type, card, first_name, last_name = rows[0]
    # A raw cursor may return a JSON column as text.
    card = json.loads(card) if isinstance(card, str) else card
    return Seller(
        pk=pk,
        code=code,
        alias=present,
        name=card.get("name") or f"{first_name} {last_name}".strip() or code,
        is_influencer=site_type == Consultant.SiteType.INFLUENCER,
        card=card,
    )


def had_own_pages(alias: str) -> bool:
    """Whether an alias is of an influencer's site, which may have had pages that the company does
    not have. For closed sites.
    """
    named = SiteAlias.objects.filter(alias=aliases.plain(alias))
    return named.filter(consultant__site_type=Consultant.SiteType.INFLUENCER).exists()


def is_malformed(alias: str) -> bool:
    """Whether a text cannot be an alias."""
    return not aliases.is_wellformed(aliases.plain(alias))


def _host_key(host: str) -> str:
    return f"site-host:{host}"


def consultant_at(host: str) -> Consultant | None:
    """The consultant with this host name. The id is cached, the row is read each time."""
    if len(host) > LONGEST_HOST:
        return None
    key = _host_key(host)
    pk = cache.get(key)
    if pk is None:
        pk = (
            SiteHost.objects.filter(host=host).values_list("consultant_id", flat=True).first()
            or UNKNOWN
        )
        cache.set(key, pk, HOST_CACHE_SECONDS)
    if pk == UNKNOWN:
        return None
    return Consultant.objects.select_related("person").filter(pk=pk).first()


@receiver([post_save, post_delete], sender=SiteHost)
def forget_host(sender, instance, **kwargs):
    """Invalidate the cached host name. Processes with a local cache use the old one for at most
    ``HOST_CACHE_SECONDS``."""
    cache.delete(_host_key(instance.host))


def company_origin() -> str:
    parts = urlsplit(settings.PUBLIC_URL)
    return f"{parts.scheme}://{parts.netloc}"
