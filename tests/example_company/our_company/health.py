from datetime import timedelta

from django.utils import timezone

from background.health import Warned

from .models import Guest


def old_guests() -> None:
    if Guest.objects.filter(at__lt=timezone.now() - timedelta(days=730)).exists():
        raise Warned("guests of two years ago are still kept")
