"""What is on record from before it was asked who had proven their address.

A person's entry that was written with an order's is that order's doing. The order's user says
nothing about whether they were signed in, so no such entry counts as proven; the others do
(registrations, codes typed in the account, staff). Orders of guests who registered since are in
their account by the user, like everybody's.
"""

from datetime import timedelta

from django.db import migrations
from django.db.models import OuterRef, Subquery

TOGETHER = timedelta(seconds=2)


def note_what_was_proven(apps, schema_editor):
    Credit = apps.get_model("attribution", "Credit")
    persons = Credit.objects.exclude(person=None)
    for pk, person, at in persons.values_list("pk", "person", "decided_at").iterator():
        order = (
            Credit.objects.filter(
                order__placement__person=person,
                decided_at__gte=at - TOGETHER,
                decided_at__lte=at,
            )
            .order_by("-decided_at")
            .values_list("order", flat=True)
            .first()
        )
        Credit.objects.filter(pk=pk).update(by_order=order, is_proven=order is None)


def tie_orders_of_registered_guests(apps, schema_editor):
    Order = apps.get_model("order", "Order")
    Placement = apps.get_model("checkout", "Placement")
    owner = Placement.objects.filter(order=OuterRef("pk")).values("person__user")[:1]
    Order.objects.filter(user=None, placement__person__user__isnull=False).update(
        user=Subquery(owner), guest_email=""
    )


class Migration(migrations.Migration):
    dependencies = [
        ("attribution", "0003_proven_credits"),
        ("checkout", "0002_placement_base"),
    ]

    operations = [
        migrations.RunPython(note_what_was_proven, migrations.RunPython.noop),
        migrations.RunPython(tie_orders_of_registered_guests, migrations.RunPython.noop),
    ]
