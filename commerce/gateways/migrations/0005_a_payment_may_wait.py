from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gateways", "0004_cash_on_delivery_may_have_a_fee")]

    operations = [
        migrations.AddField(
            model_name="payment",
            name="begun_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="Begun"
            ),
        ),
        migrations.AddField(
            model_name="payment",
            name="waits_until",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="Can be paid until"
            ),
        ),
    ]
