"""Which names a site may have, and where each leads."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import Site

from cms.models import BrandSettings
from people.roles import grant
from replicated.consultants import aliases, reserved
from replicated.consultants.models import Consultant, NamePolicy, SiteAlias
from replicated.consultants.services import (
    AliasTaken,
    AlreadyConsultant,
    create_consultant,
    rename_site,
    set_site,
)

from .factories import make_consultant, make_person
from .test_influencer_curation import signed_in

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


@pytest.fixture
def raiz(db):
    """The company is called Raíz, and its staff reserved two names more."""
    brand = BrandSettings.objects.first() or BrandSettings(site=Site.objects.get())
    brand.name, brand.legal_name = "Raíz", "Raíz Botánica S.A.S."
    brand.save()
    policy = NamePolicy.load()
    policy.reserved = "Selva Viva\r\n  Casa Roja  \n\n"
    policy.save()


@pytest.mark.parametrize(
    "asked",
    ["raiz", "raiz-oficial", "soporte-raiz", "ra1z", "raiz2", "raiz-2027", "raiz-colombia",
     "raizcolombia", "raiz-co", "raiz-estados-unidos", "la-raiz", "marta-raiz", "raiz-botanica",
     "raizbotanica", "raizoficial", "oficialmarta", "marta-oficial", "soporte-marta", "staff-ana",
     "selva-viva", "selvaviva", "mi-selva-viva", "lilicasaroja", "admin-lili"],
)  # fmt: skip
def test_no_site_has_the_companys_name_or_speaks_for_it(raiz, asked):
    with pytest.raises(ValidationError):
        reserved.alias_of(asked)


@pytest.mark.parametrize(
    "asked", ["lili-gomez", "marta-raizal", "selva-de-lili", "viva-lili", "casa-de-marta",
              "raizel-cruz", "ana-tienda", "sugerencias-de-ana", "beatriz"]
)  # fmt: skip
def test_names_that_only_share_letters_with_it_are_free(raiz, asked):
    assert reserved.alias_of(asked) == asked


def test_a_surname_is_ones_own_and_the_companys_name_is_not(raiz):
    marta = make_consultant("Marta", "Raíz")
    assert marta.alias == "marta-raiz"
    rename_site(consultant=marta, alias="mi-casa-marta-raiz")
    for name in ("raiz", "raiz-oficial"):
        with pytest.raises(ValidationError):
            rename_site(consultant=marta, alias=name)
    # Nor does a name that somebody gave themselves become a way to it.
    other = make_consultant("Raíz", "Oficial")
    assert "raiz" not in other.alias


def test_a_name_that_was_reserved_later_stays_with_the_site_that_has_it(db):
    selva = make_consultant("Lili", "Gómez", alias="selva-viva")
    rename_site(consultant=selva, alias="lili-gomez")
    policy = NamePolicy.load()
    policy.reserved = "Selva Viva"
    policy.save()
    rename_site(consultant=selva, alias="selva-viva")
    assert selva.alias == "selva-viva"


@pytest.mark.parametrize(
    "name",
    [
        "Raíz",
        "Raíz Oficial – Soporte",
        "Equipo Raíz",
        "RAÍZ Colombia",
        "Marta Oficia1",
        "R\u0430íz Botánica",
    ],
)
def test_no_site_shows_the_companys_name_as_its_own(raiz, lili, name):
    answer = signed_in(lili.person.user).post("/es-co/account/my-site/", {"name": name})
    assert "name" in answer.context["form"].errors


def test_nor_does_a_site_without_a_name_of_its_own_by_way_of_the_profile(raiz, lili):
    profile = {"first_name": "Raíz", "last_name": "Oficial", "edition": "es-co"}
    answer = signed_in(lili.person.user).post("/es-co/account/profile/", profile)
    said = answer.content.decode()
    assert "Este nombre es de la empresa" in said and 'value="Raíz"' in said
    lili.refresh_from_db()
    assert "Oficial" not in lili.name
    # A customer's name is shown to nobody.
    ana = make_person("Ana", registered=True)
    signed_in(ana.user).post("/es-co/account/profile/", profile)
    ana.refresh_from_db()
    assert ana.name == "Raíz Oficial"


@pytest.mark.parametrize(
    "name", ["Marta · Consultora Raíz", "Lili Gómez", "Ka\u02bbiulani Silva", "O\u02bcBrien"]
)
def test_a_consultant_may_say_whose_products_they_sell(raiz, name):
    reserved.refuse_name(name)


def test_the_consultant_desk_reserves_names(raiz, lili):
    desk = make_person("Mesa", registered=True).user
    grant(desk, "Consultant desk")
    url = reverse("wagtailsettings:edit", args=["consultants", "namepolicy"])
    page = signed_in(desk).get(url, follow=True)
    assert "Selva Viva" in page.content.decode()
    answer = signed_in(desk).post(page.request["PATH_INFO"], {"reserved": "Luna"})
    assert answer.status_code == 302
    with pytest.raises(ValidationError):
        rename_site(consultant=lili, alias="luna-lili")


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


def test_creating_one_costs_six_queries(db, assert_max_queries):
    person = make_person("Nora", "Paz")
    with assert_max_queries(10) as queries:  # four of them begin and end the transaction
        create_consultant(person=person, market="co", alias="nora-paz")
    real = [q for q in queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "BEGIN"))]
    assert len(real) <= 6  # one of them asks for the reserved names


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
