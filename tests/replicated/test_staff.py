"""Consultants in the back office: made, found, opened and closed; credits seen and changed."""

import pytest
from django.urls import reverse

from commerce.orders.models import Placement
from people.models import Person
from replicated.attribution.models import Credit
from replicated.consultants.models import Consultant, SiteHost

from .factories import make_consultant, make_person

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


NEW = {
    "email": "Nora@Example.com",
    "first_name": "Nora",
    "last_name": "Peña",
    "edition": "es-co",
    "market": "co",
    "site_type": "standard",
    "site_active": "on",
}


def test_a_consultant_is_made_with_person_name_and_code(desk):
    desk.post(reverse("consultant:add"), NEW)

    consultant = Consultant.objects.get()
    assert consultant.alias == "nora-pena" and len(consultant.code) == 7
    assert consultant.person.email == "nora@example.com"
    assert consultant.person.source == Person.Source.BACKOFFICE
    assert desk.get("/@nora-pena/es-co/").status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"alias": "admin"},
        {"alias": "l1li-gomez"},
        {"alias": "a"},
        {"alias": "<script>"},
        {"code": "1001"},
        {"code": "x" * 17},
        {"code": "a b"},
        {"email": "nobody"},
        {"email": "lili@example.com"},
        {"first_name": ""},
        {"market": "xx"},
        {"edition": "xx-yy"},
        {"site_type": "other"},
        {"first_name": "\x00"},
    ],
)
def test_what_is_wrong_is_refused_and_kept(desk, wrong):
    make_consultant("Lili", "Gómez", alias="lili-gomez", code="1001", registered=False)
    Person.objects.filter(first_name="Lili").update(email="lili@example.com")
    answer = desk.post(reverse("consultant:add"), NEW | wrong)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert 'value="Peña"' in answer.content.decode()
    assert Consultant.objects.count() == 1 and Person.objects.filter(last_name="Peña").count() == 0


@pytest.mark.engine
def test_the_list_is_narrowed_and_searched(desk, lili, marta, assert_max_queries):
    Consultant.objects.filter(pk=marta.pk).update(state="paused")
    index = reverse("consultant:index")
    for query, found in (
        ("", {"Lili", "Marta"}),
        ("?state=paused", {"Marta"}),
        ("?q=gomez", {"Lili"}),
        ("?q=1002", {"Marta"}),
        ("?q=@lili-gomez", {"Lili"}),
        ("?q=%27%22", set()),
        ("?site_type=influencer", set()),
        ("?market=co&site_active=true", {"Lili", "Marta"}),
    ):
        html = desk.get(index + query).content.decode()
        assert {name for name in ("Lili", "Marta") if f"{name} " in html} == found, query
    for number in range(20):
        make_consultant("Ana", f"N{number}", registered=False)
    with assert_max_queries(22):
        desk.get(index)


def test_a_site_is_closed_renamed_and_given_a_host(desk, lili):
    edit = reverse("consultant:edit", args=[lili.pk])
    form = {
        "state": "active",
        "site_type": "standard",
        "alias": "Lili-Natural",
        "hosts": "Lili.example\nwww.lili.example",
    }
    assert desk.post(edit, form).status_code == 302

    lili.refresh_from_db()
    assert (lili.site_active, lili.alias) == (False, "lili-natural")
    assert set(SiteHost.objects.values_list("host", flat=True)) == {
        "lili.example",
        "www.lili.example",
    }
    assert desk.get("/@lili-natural/es-co/").headers["Location"] == "/es-co/?site=closed"
    desk.post(edit, form | {"site_active": "on", "hosts": "lili.example"})
    assert desk.get("/@lili-gomez/es-co/").headers["Location"] == "/@lili-natural/es-co/"
    assert SiteHost.objects.count() == 1
    page = desk.get(reverse("consultant:inspect", args=[lili.pk])).content.decode()
    assert "http://testserver/@lili-natural/es-co/" in page and "/@lili-gomez" in page


@pytest.mark.parametrize(
    "wrong",
    [{"alias": "marta-ruiz"}, {"alias": "puta"}, {"hosts": "not a host"},
     {"hosts": "marta.example"}, {"hosts": "-.example"}, {"state": "gone"}, {"hosts": "http://x.example/"}],
)  # fmt: skip
def test_a_wrong_change_writes_nothing(desk, lili, marta, wrong):
    SiteHost.objects.create(consultant=marta, host="marta.example")
    form = {"state": "paused", "site_type": "standard", "alias": "lili-nueva", "hosts": ""} | wrong
    answer = desk.post(reverse("consultant:edit", args=[lili.pk]), form)
    assert answer.status_code == 200 and answer.context["form"].errors
    lili.refresh_from_db()
    assert (lili.alias, lili.state) == ("lili-gomez", "active")


def test_staff_see_why_and_reassign(desk, shop, lili, marta):
    order = shop.place(provenance={"base": "/@lili-gomez", "claims": [
        {"reason": "link", "seller": lili.pk, "at": "2026-11-22T00:00:00+00:00", "by": "cookie"},
        {"reason": "link", "seller": marta.pk, "at": "2026-11-20T00:00:00+00:00", "by": "cookie"},
    ]})  # fmt: skip
    page = desk.get(reverse("order_desk:detail", args=[order.number])).content.decode()
    assert "Lili Gómez" in page and "abrió su enlace" in page
    assert "Marta Ruiz: " in page

    address = reverse("credits:reassign", args=["order", order.pk])
    refused = desk.post(address, {"consultant": "nobody", "why": ""})
    assert set(refused.context["form"].errors) == {"consultant", "why"}
    for typed in ("1002", "@marta-ruiz", marta.person.email):
        desk.post(address, {"consultant": typed, "why": "Era de Marta"})
    assert Credit.objects.current().get(order=order).consultant == marta
    desk.post(address, {"consultant": "", "why": "De la empresa"})
    assert Credit.objects.current().get(order=order).consultant is None
    assert Credit.objects.filter(order=order).count() == 3
    person = order.placement.person
    desk.post(reverse("credits:reassign", args=["person", person.pk]), {
        "consultant": "1002", "why": "Feria"})  # fmt: skip
    assert Credit.objects.current().get(person=person).consultant == marta
    assert "Feria" in desk.get(reverse("person:inspect", args=[person.pk])).content.decode()


def test_why_is_told_on_the_clock_of_the_order(desk, shop, lili):
    order = shop.place(provenance={"base": "/@lili-gomez", "claims": [
        {"reason": "link", "seller": lili.pk, "at": "2026-11-22T00:00:00+00:00", "by": "cookie"},
    ]})  # fmt: skip
    address = reverse("order_desk:detail", args=[order.number])
    assert "21/11/2026 19:00" in desk.get(address).content.decode()

    Placement.objects.filter(order=order).update(market="us")
    assert "21/11/2026 18:00" in desk.get(address).content.decode()


PLACES = ["index", "add", "inspect", "edit"]
MAY = {
    "Consultant desk": {"index", "add", "inspect", "edit", "reassign"},
    "Administrator": {"index", "add", "inspect", "edit", "reassign"},
    "Order desk": {"index", "inspect"},
    "Marketer": set(),
    "Merchandiser": set(),
}


@pytest.mark.parametrize("role", MAY)
def test_who_may_do_what(as_role, lili, role):
    client = as_role(role)
    person = make_person()
    addresses = {
        "index": reverse("consultant:index"),
        "add": reverse("consultant:add"),
        "inspect": reverse("consultant:inspect", args=[lili.pk]),
        "edit": reverse("consultant:edit", args=[lili.pk]),
        "reassign": reverse("credits:reassign", args=["person", person.pk]),
    }
    opened = {name for name, url in addresses.items() if client.get(url).status_code == 200}
    assert opened == MAY[role]
    assert client.get(f"/admin/consultants/delete/{lili.pk}/").status_code == 404


def test_a_customer_and_a_stranger_see_none_of_it(client, lili):
    for _visitor in range(2):
        for name in ("index", "add"):
            assert client.get(reverse(f"consultant:{name}")).status_code in (302, 403)
        client.force_login(make_person("Ana", registered=True).user)
