"""What was sent before parcels were kept: one parcel with everything in it."""

from django.db import migrations


def make(apps, schema_editor):
    Order = apps.get_model("order", "Order")
    Event = apps.get_model("checkout", "OrderEvent")
    Parcel = apps.get_model("checkout", "Parcel")
    ParcelLine = apps.get_model("checkout", "ParcelLine")
    for order in Order.objects.filter(status__in=["shipped", "delivered"]).iterator():
        events = Event.objects.filter(order=order)
        sent = events.filter(kind="shipped").order_by("pk").last()
        if sent is None or Parcel.objects.filter(order=order).exists():
            continue
        delivered = events.filter(kind="delivered").order_by("pk").last()
        parcel = Parcel.objects.create(
            order=order,
            position=1,
            carrier=sent.detail.get("carrier", "")[:80],
            number=sent.detail.get("number", "")[:80],
            url=sent.detail.get("url", "")[:500],
            sent_at=sent.created_at,
            delivered_at=delivered.created_at if delivered else None,
        )
        ParcelLine.objects.bulk_create(
            ParcelLine(parcel=parcel, line=line, quantity=line.quantity)
            for line in order.lines.all()
            if line.quantity
        )
        for event in events.filter(kind__in=["shipped", "mail_shipped"]):
            event.detail = {**event.detail, "parcel": 1}
            event.save(update_fields=["detail"])


class Migration(migrations.Migration):
    dependencies = [("checkout", "0003_parcels_of_an_order")]

    operations = [migrations.RunPython(make, migrations.RunPython.noop, elidable=True)]
