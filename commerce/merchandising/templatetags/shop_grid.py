"""Template tags for the cells of the variant grid: an input with its error message."""

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def app_label(instance) -> str:
    return instance._meta.app_label


@register.filter
def model_name(instance) -> str:
    return instance._meta.model_name


def _input(form, name: str):
    field = form[name]
    errors = field.errors if form.is_bound else []
    attrs = {"id": field.auto_id}
    if errors:
        attrs |= {"aria-invalid": "true", "aria-describedby": f"{field.auto_id}-error"}
    widget = field.as_widget(attrs=attrs)
    if not errors:
        return widget
    return format_html(
        '{}<p class="error-message" id="{}-error">{}</p>',
        widget,
        field.auto_id,
        format_html_join(" ", "{}", ((error,) for error in errors)),
    )


@register.simple_tag
def grid_input(form, name: str, suffix=""):
    """An input with its error, without the table cell around it."""
    return _input(form, f"{name}{suffix}")


@register.simple_tag
def grid_cell(form, name: str, suffix=""):
    """A table cell with an input, or with the plain value if the user may not change it."""
    name = f"{name}{suffix}"
    if name in form.fields:
        return format_html("<td>{}</td>", _input(form, name))
    shown = form.present().get(name, "") if form.product else ""
    return format_html('<td class="shop-number">{}</td>', shown)


@register.simple_tag
def grid_stock(form, warehouse):
    """A stock cell: the count, the count when the page was rendered, and the reserved units."""
    name = f"stock_{warehouse.pk}"
    record = form.grid.stock.get((form.product.pk, warehouse.pk)) if form.product else None
    held = record.num_allocated if record and record.num_allocated else 0
    note = format_html('<span class="shop-meta">{}</span>', _("%s reserved") % held) if held else ""
    if name not in form.fields:
        shown = record.num_in_stock if record else ""
        return format_html('<td class="shop-number">{}{}</td>', shown, note)
    return format_html("<td>{}{}{}</td>", _input(form, name), form[f"seen_{warehouse.pk}"], note)
