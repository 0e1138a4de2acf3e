from django.db.models import Q

from people.audiences import Audience

GUESTS = Audience("evening-guests", "Guests of an evening", people=Q(evenings__isnull=False))
