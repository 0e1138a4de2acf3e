from django import template
from django.utils.safestring import SafeString, mark_safe

from markets.dates import format_moment

register = template.Library()


@register.filter
def moment(when) -> str:
    """Day and time on the market's clock."""
    return format_moment(when) if when else ""


@register.filter
def shown_html(post) -> SafeString:
    """What is shown of a post: ``text.render`` made and cleaned it when it was written."""
    return mark_safe(post.html)


@register.filter
def initial(name: str) -> str:
    return name[:1].upper()
