import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """What filters count by. `rebuild_listings` fills the new columns."""

    dependencies = [
        ("catalogue", "0032_category_exclude_from_menu_category_long_description"),
        ("listings", "0003_catalogue_order_and_companions"),
    ]

    operations = [
        migrations.AddField(
            model_name="listing",
            name="units",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="listing",
            name="revision",
            field=models.BigIntegerField(default=0, editable=False),
        ),
        migrations.AddIndex(
            model_name="listing",
            index=models.Index(
                fields=["market", "language", "revision"], name="listings_by_revision"
            ),
        ),
        migrations.CreateModel(
            name="ListingVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.BigIntegerField(default=0)),
                ("words", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="FilterableAttribute",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "attribute",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="filterable",
                        to="catalogue.productattribute",
                        verbose_name="Attribute",
                    ),
                ),
            ],
            options={
                "verbose_name": "Filterable attribute",
                "verbose_name_plural": "Filterable attributes",
            },
        ),
    ]
