from django.shortcuts import render
from django.utils import timezone

from people import portal

COMMUNITY = portal.Group(key="community", label="Community", order=30)


def to_come(person):
    return person.evenings.filter(at__gt=timezone.now()).count()


def summary(request):
    return f"{request.person.evenings.count()} so far"


EVENINGS = portal.Tile(
    key="evenings",
    label="Evenings",
    url_name="our_evenings",
    icon="calendar",
    order=45,
    group="community",
    summary=summary,
    count=to_come,
)


@portal.page("evenings")
def evenings(request):
    guests = request.person.evenings.select_related("consultant__person")
    return render(request, "our_company/evenings.html", {"guests": guests})
