from django import template

from markets import money, storefront_urls
from markets.dates import format_day

register = template.Library()


@register.filter
def in_edition(path: str) -> str:
    """A stored, neutral path as a link on this page: ``{{ item.path|in_edition }}``."""
    return storefront_urls.in_edition(path)


@register.filter
def canonical(path: str) -> str:
    return storefront_urls.canonical(path)


@register.filter
def day(when) -> str:
    """``21 de noviembre de 2026``, on the reader's clock."""
    return format_day(when)


@register.simple_tag
def money_amount(amount, currency: str) -> str:
    """``{% money_amount line.total order.currency %}`` → ``$99.000``."""
    return money.format_money(amount, currency)
