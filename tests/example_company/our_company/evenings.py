from django.shortcuts import render

from people import portal


def summary(request):
    return f"{request.person.evenings.count()} so far"


EVENINGS = portal.Tile(
    key="evenings",
    label="Evenings",
    url_name="our_evenings",
    icon="calendar",
    order=45,
    group="buying",
    summary=summary,
)


@portal.page("evenings")
def evenings(request):
    guests = request.person.evenings.select_related("consultant__person")
    return render(request, "our_company/evenings.html", {"guests": guests})
