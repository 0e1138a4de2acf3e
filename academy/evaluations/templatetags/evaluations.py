from datetime import datetime
from decimal import Decimal

from django import template
from django.template.loader import render_to_string
from django.utils.formats import number_format

from markets import dates

register = template.Library()


@register.simple_tag
def answer_fields(card, where: str = "") -> str:
    """The fields of an answer, as the question's kind draws them; or what it draws of it in a
    ``review``."""
    context = card.context | {
        "name": card.name,
        "disabled": card.disabled,
        "picture": card.shown_picture,
        "described_by": card.described_by,
    }
    kind = card.kind
    name = kind.review_template_name if where == "review" else kind.template_name
    return render_to_string(name, context)


@register.filter
def percent(value) -> str:
    """``66.67`` → ``66.67%`` as people in the edition write it; whole numbers without decimals."""
    if value is None:
        return ""
    plain = Decimal(value).normalize()
    return f"{number_format(plain, decimal_pos=max(-plain.as_tuple().exponent, 0))}%"


@register.filter
def points(value) -> str:
    """Points without zeros behind them."""
    if value is None:
        return ""
    plain = Decimal(value).normalize()
    return number_format(plain, decimal_pos=max(-plain.as_tuple().exponent, 0))


@register.filter
def moment(value: datetime | None) -> str:
    """Day and time of day on the active clock; "" for None."""
    return dates.format_moment(value) if value else ""


@register.filter
def staff_moment(value: datetime | None) -> str:
    """How the back office writes a moment; "" for None."""
    return dates.staff_moment(value)
