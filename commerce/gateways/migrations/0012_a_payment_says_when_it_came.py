from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gateways", "0011_a_refund_says_how_much_of_it_is_shipping")]

    operations = [
        migrations.AddField(
            model_name="payment",
            name="came_at",
            field=models.DateTimeField(
                blank=True, editable=False, null=True, verbose_name="Came"
            ),
        ),
    ]
