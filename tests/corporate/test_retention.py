from datetime import timedelta

from django.utils import timezone

from corporate.models import ContactMessage
from corporate.tasks import forget_old_messages


def test_messages_are_kept_two_years_as_the_privacy_page_says(db):
    old, recent = (
        ContactMessage.objects.create(
            name="Ana", email="ana@correo.example", message="Hola", edition="es-co"
        )
        for _ in range(2)
    )
    ContactMessage.objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=731))

    forget_old_messages.func()

    assert list(ContactMessage.objects.all()) == [recent]
