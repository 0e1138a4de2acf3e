import django.db.models.deletion
from django.db import migrations, models


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
    ]
