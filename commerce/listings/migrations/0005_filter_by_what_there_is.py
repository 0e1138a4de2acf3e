from django.db import migrations


def tick(apps, schema_editor):
    ProductAttribute = apps.get_model("catalogue", "ProductAttribute")
    FilterableAttribute = apps.get_model("listings", "FilterableAttribute")
    options = ProductAttribute.objects.filter(type="option", product_class__isnull=False)
    FilterableAttribute.objects.bulk_create(
        [FilterableAttribute(attribute=attribute) for attribute in options], ignore_conflicts=True
    )


class Migration(migrations.Migration):
    """Attributes with options that exist already are filters until a merchandiser says no."""

    dependencies = [("listings", "0004_units_and_versions")]

    operations = [migrations.RunPython(tick, migrations.RunPython.noop)]
