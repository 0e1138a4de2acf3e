from django.db import migrations

NAME = "All Oscar Dashboard Permissions"


def remove(apps, schema_editor):
    """Oscar makes a group for its dashboard, which is no part of this product; among customer
    groups it would be offered as one. One that somebody was put into stays."""
    Group = apps.get_model("auth", "Group")
    Group.objects.filter(name=NAME, user__isnull=True).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0005_customer_groups"),
        ("customer", "0008_assign_permissions_to_staff"),
    ]

    operations = [migrations.RunPython(remove, migrations.RunPython.noop)]
