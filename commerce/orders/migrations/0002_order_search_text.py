"""The text that the order desk searches, for the orders that are there too."""

import django.db.models.deletion
from django.db import migrations, models

from markets.folding import fold

SAID = (
    *("order__number", "email"),
    *("order__shipping_address__first_name", "order__shipping_address__last_name"),
    "order__shipping_address__line4",
    *("person__first_name", "person__last_name"),
)
BATCH = 1000


def write_texts(apps, schema_editor):
    placements = apps.get_model("orders", "Placement").objects.order_by("order")
    lines, texts = apps.get_model("order", "Line"), apps.get_model("orders", "OrderSearchText")
    last = 0
    while rows := list(
        placements.filter(order__gt=last).values_list("order", "phone", *SAID)[:BATCH]
    ):
        first, last = rows[0][0], rows[-1][0]
        bought = {}
        for order, *said in (
            lines.objects.filter(order__range=(first, last))
            .order_by("pk")
            .values_list("order", "title", "partner_sku", "upc")
        ):
            bought.setdefault(order, []).extend(said)
        texts.objects.bulk_create(
            texts(order_id=order, phone=phone, text=_text([*said, *bought.get(order, ())]))
            for order, phone, *said in rows
        )


def _text(said):
    return " ".join(dict.fromkeys(fold(" ".join(part for part in said if part)).split()))


class Migration(migrations.Migration):
    dependencies = [
        ("order", "0021_billingaddress_code_shippingaddress_code"),
        ("orders", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="OrderSearchText",
            fields=[
                (
                    "order",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_text",
                        serialize=False,
                        to="order.order",
                    ),
                ),
                ("text", models.TextField()),
                ("phone", models.CharField(blank=True, max_length=32)),
            ],
            options={
                "verbose_name": "Search text of an order",
                "verbose_name_plural": "Search texts of orders",
            },
        ),
        migrations.RunPython(write_texts, migrations.RunPython.noop),
    ]
