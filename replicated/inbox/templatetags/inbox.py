from django import template

from markets.dates import format_moment

register = template.Library()


@register.filter
def moment(when) -> str:
    """Day and time of day on the reader's clock: ``21 nov 2026, 6:20 p. m.``"""
    return format_moment(when)
