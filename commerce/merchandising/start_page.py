"""Start page panel: products with low stock, for merchandisers."""

from django.db.models import Case, Count, When, Window
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.back_office.start_page import StartPanel
from commerce.backoffice.categories import reader_language
from commerce.copy.models import ProductCopy

from . import access
from .views.stock import LEVEL, records_to_sell

SHOWN = 8


class RunningOutPanel(StartPanel):
    """Products with few units left, the fewest first, and the number of sold-out ones."""

    code, order = "running-out", 30
    heading = _("Running out of stock")
    icon = "clipboard-list"
    most_queries = 2
    template_name = "merchandising/start/running_out.html"

    def is_for(self, user):
        return access.may_edit_stock(user)

    def values(self, request):
        # Fewest units first; sold-out ones come last, and are only counted.
        records = list(
            records_to_sell()
            .exclude(LEVEL["enough"])
            .annotate(
                low=Window(Count("pk", filter=LEVEL["low"])),
                out=Window(Count("pk", filter=LEVEL["out"])),
                is_out=Case(When(LEVEL["out"], then=1), default=0),
            )
            .select_related("partner", "product__parent")
            .order_by("is_out", "left", "partner_sku", "pk")[:SHOWN]
        )
        low = [record for record in records if not record.is_out]
        owners = {record.product.parent_id or record.product_id for record in low}
        titles = ProductCopy.objects.filter(product__in=owners).by_subject(reader_language())
        index = reverse("stock:index")
        for record in low:
            owner = record.product.parent_id or record.product_id
            # The product's title only: the SKU beside it identifies the variant.
            record.named = str(titles.get(owner) or record.product.get_title())
            record.url = f"{reverse('products:edit', args=[owner])}#tab-variants"
        return {
            "records": low,
            "low": {"count": records[0].low if records else 0, "url": f"{index}?level=low"},
            "out": {"count": records[0].out if records else 0, "url": f"{index}?level=out"},
        }
