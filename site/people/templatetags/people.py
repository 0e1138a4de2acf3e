from django import template

from people import provenance

register = template.Library()


@register.simple_tag(takes_context=True)
def who_sees(context, form) -> list[str]:
    """Sentences for a form that asks for somebody's details: who else sees what of them."""
    return provenance.notices(context["request"], asks_for_code="code" in form.fields)
