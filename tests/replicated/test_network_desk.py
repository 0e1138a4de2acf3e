"""Staff place consultants and keep zones in the back office."""

import pytest
from django.urls import reverse

from replicated.consultants.models import Consultant
from replicated.network.models import Move, Position, Zone

from .factories import make_consultant
from .network_factories import make_member, make_zone, spot

pytestmark = pytest.mark.django_db


def place_url(consultant) -> str:
    return reverse("network:place", args=[consultant.pk])


def test_somebody_new_is_placed_by_code_without_a_reason(desk):
    lili = make_member("Lili", code="1001")
    ana, zone = make_consultant("Ana", registered=False), make_zone()
    assert "Aún no está en la red" in desk.get(place_url(ana)).content.decode()

    answer = desk.post(place_url(ana), {"sponsor": "1001", "zone": zone.pk, "why": ""}, follow=True)

    assert spot(ana).sponsor == spot(lili) and spot(ana).zone == zone
    html = answer.content.decode()
    assert "Ana Gómez quedó en el equipo de Lili Gómez" in html
    assert "Lugar en la red" in html and "Bogotá norte" in html


def test_a_move_says_how_many_come_along_and_is_kept_with_its_reason(desk):
    lili, marta = make_member("Lili", code="1001"), make_member("Marta", alias="marta-x")
    ana = make_member("Ana", under=lili)
    make_member("Bea", under=ana)
    assert "1 persona" in desk.get(place_url(ana)).content.decode()

    answer = desk.post(place_url(ana), {"sponsor": "@marta-x", "why": "Vive en Cali"}, follow=True)

    assert spot(ana).sponsor == spot(marta)
    move = Move.objects.first()
    assert (move.team, move.why, move.decided_by.email) == (
        1,
        "Vive en Cali",
        "consultant@example.com",
    )
    assert "Vive en Cali" in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"sponsor": "2002", "why": "x"}, "está en su equipo"),
        ({"sponsor": "1001", "why": "x"}, "es el mismo consultor"),
        ({"sponsor": "9999", "why": "x"}, "Ningún consultor tiene"),
        ({"sponsor": "", "why": ""}, "Di el motivo: queda registrado."),
        ({"sponsor": "", "zone": "mx", "why": "x"}, "Elige una zona abierta"),
    ],
)
def test_what_cannot_be_is_refused_in_words_and_nothing_is_lost(desk, typed, said):
    lili = make_member("Lili", code="1001")
    ana = make_member("Ana", under=lili, code="2002")
    foreign = make_zone("Centro", "mx-cen", "mx")
    closed = Zone.objects.create(name="Vieja", code="old", market="co", is_open=False)
    if typed.get("zone"):
        typed = typed | {"zone": foreign.pk}
        assert closed.name not in desk.get(place_url(lili)).content.decode()

    answer = desk.post(place_url(lili), typed)

    html = answer.content.decode()
    assert answer.status_code == 200 and said in html
    assert f'value="{typed["sponsor"]}"' in html or not typed["sponsor"]
    assert spot(lili).sponsor is None and spot(ana).sponsor == spot(lili)
    assert Move.objects.count() == 2


def test_nobody_new_comes_below_who_does_not_sell_and_who_is_there_stays(desk):
    lili, zone = make_member("Lili", code="1001"), make_zone()
    ana, bea = make_member("Ana", under=lili), make_member("Bea", code="2002")
    Consultant.objects.filter(pk=lili.pk).update(state=Consultant.State.ENDED)

    answer = desk.post(place_url(bea), {"sponsor": "1001", "why": "x"})
    assert "ahora no vende" in answer.content.decode() and spot(bea).sponsor is None

    # Whoever stands below her can still be given a zone.
    assert 'value="1001"' in desk.get(place_url(ana)).content.decode()
    answer = desk.post(place_url(ana), {"sponsor": "1001", "zone": zone.pk, "why": "Se mudó"})
    assert answer.status_code == 302 and spot(ana).zone == zone


def test_the_list_reads_as_a_tree_and_narrows_to_a_team(desk, django_assert_max_num_queries):
    lili = make_member("Lili", code="1001")
    ana = make_member("Ana", under=lili, code="2002")
    make_member("Bea", under=ana, zone=make_zone())
    make_member("Marta")
    index = reverse("network:index")
    desk.get(index)
    with django_assert_max_num_queries(16):
        html = desk.get(index).content.decode()
    assert html.index("Lili Gómez") < html.index("Ana Gómez") < html.index("Bea Gómez")

    html = desk.get(index, {"under": "2002"}).content.decode()
    assert "Bea Gómez" in html and "Marta Gómez" not in html
    assert "Marta Gómez" not in desk.get(index, {"q": "bea"}).content.decode()


def test_zones_are_made_and_closed_and_never_deleted(desk):
    typed = {"market": "co", "code": "bog-s", "name": "Bogotá sur", "is_open": "on"}
    desk.post(reverse("zones:add"), typed)
    zone = Zone.objects.get()
    typed.pop("is_open")
    desk.post(reverse("zones:edit", args=[zone.pk]), typed)
    zone.refresh_from_db()
    assert zone.name == "Bogotá sur" and not zone.is_open
    assert desk.get(f"/admin/zones/delete/{zone.pk}/").status_code == 404


@pytest.mark.parametrize("role", ["Marketer", "Merchandiser", "Order desk"])
def test_nobody_else_places_or_sees_the_network(as_role, role):
    lili, clerk = make_member("Lili"), as_role(role)
    for url in (place_url(lili), reverse("network:index"), reverse("zones:index")):
        assert clerk.get(url).status_code == 302
    clerk.post(place_url(lili), {"sponsor": "", "zone": "", "why": "x"})
    assert Position.objects.count() == 1 and Move.objects.count() == 1
    page = clerk.get(reverse("consultant:inspect", args=[lili.pk]))
    assert "Lugar en la red" not in page.content.decode()
