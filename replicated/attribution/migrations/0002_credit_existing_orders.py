"""Orders from before there were sellers are the company's own: every order has a credit."""

from django.db import migrations
from django.utils import timezone


def credit_to_the_house(apps, schema_editor):
    Credit = apps.get_model("attribution", "Credit")
    Order = apps.get_model("order", "Order")
    credited = Credit.objects.exclude(order=None).values("order")
    now = timezone.now()
    Credit.objects.bulk_create(
        (
            Credit(order_id=pk, reason="house", evidence={"by": "migration"}, decided_at=placed or now)
            for pk, placed in Order.objects.exclude(pk__in=credited).values_list("pk", "date_placed")
        ),
        batch_size=1000,
    )


class Migration(migrations.Migration):
    dependencies = [("attribution", "0001_initial")]

    operations = [migrations.RunPython(credit_to_the_house, migrations.RunPython.noop)]
