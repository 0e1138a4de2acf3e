from django import template

from markets.dates import format_day

register = template.Library()


@register.filter
def day(when) -> str:
    """``21 de noviembre de 2026``, on the reader's clock."""
    return format_day(when)
