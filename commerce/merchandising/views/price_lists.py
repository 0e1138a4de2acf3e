"""The form of a price list, with a warning about group prices above the public ones."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from oscar.core.loading import get_model
from wagtail.admin import messages
from wagtail.admin.views import generic

from commerce.pricing.group_conflicts import conflicts_of
from commerce.pricing.models import PriceList
from markets.dates import staff_moment

Product = get_model("catalogue", "Product")
# The most products named in a warning.
MOST = 12


class _Warns:
    """Mixin: save the price list, then warn about odd prices."""

    def form_valid(self, form):
        response = super().form_valid(form)
        if conflicts_of(form.instance):
            edit = reverse("price-lists:edit", args=[form.instance.pk])
            messages.warning(
                self.request,
                _("Some prices of a group are at odds with those for everyone."),
                buttons=[messages.button(edit, _("See which"))],
            )
        return response


class PriceListCreateView(_Warns, generic.CreateView):
    pass


class PriceListEditView(_Warns, generic.EditView):
    def get_context_data(self, **kwargs):
        # Read the list as stored, not as typed.
        stored = PriceList.objects.get(pk=self.object.pk)
        return super().get_context_data(**kwargs) | {"warnings": list(_warnings(stored))}


def _warnings(price_list: PriceList):
    for conflict in conflicts_of(price_list):
        own = conflict.price_list
        said = {
            "group": own.customer_group,
            "list": own,
            "moment": staff_moment(conflict.moment),
        }
        holds_now = conflict.moment <= timezone.now()
        for product_ids, text in (
            (conflict.dearer, _dearer(holds_now)),
            (conflict.unused, _unused(holds_now)),
        ):
            if product_ids:
                yield {
                    "text": text % said,
                    "products": _products(product_ids[:MOST], own),
                    "more": len(product_ids[MOST:]),
                }


def _dearer(holds_now: bool) -> str:
    if holds_now:
        return _(
            "Members of %(group)s pay more than everyone for these products. Lower their price, or "
            "the priority of the list “%(list)s”."
        )
    return _(
        "From %(moment)s on, members of %(group)s pay more than everyone for these products. Lower "
        "their price, or the priority of the list “%(list)s”."
    )


def _unused(holds_now: bool) -> str:
    if holds_now:
        return _(
            "Members of %(group)s do not get the price of these products: a list for everyone has "
            "a higher priority than “%(list)s”."
        )
    return _(
        "From %(moment)s on, members of %(group)s do not get the price of these products: a list "
        "for everyone has a higher priority than “%(list)s”."
    )


def _products(product_ids: list[int], price_list: PriceList) -> list[dict]:
    """The SKUs of these products, each with a link to its prices on the list."""
    rows = Product.objects.filter(pk__in=product_ids).values_list("pk", "parent_id", "upc")
    place = f"?lists={price_list.pk}#tab-variants"
    return [
        {"sku": sku, "url": reverse("products:edit", args=[parent or pk]) + place}
        for pk, parent, sku in rows.order_by("upc")
    ]
