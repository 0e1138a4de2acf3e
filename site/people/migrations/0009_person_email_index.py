from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0008_given_rights"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="person",
            index=models.Index(fields=["email"], name="people_person_email"),
        ),
    ]
