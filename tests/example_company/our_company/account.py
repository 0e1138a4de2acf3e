from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from people.overview import Reminder


def invitations(request):
    coming = request.person.evenings.filter(at__gt=timezone.now())
    return [
        Reminder(
            text=f"{guest.consultant.name} expects you at an evening.",
            url=reverse("our_evenings"),
            action="See when",
        )
        for guest in coming.select_related("consultant__person")[:1]
    ]


def refuse_our_team(person, name):
    if "event team" in name.casefold():
        raise ValidationError("This name is our team's.")
