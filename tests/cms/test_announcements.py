"""The line above the header: to whom, where and when, and never to anybody else."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from cms.frame.announcements import next_change, public_line
from cms.frame.values import Line
from cms.models import Announcement
from people.models import CustomerGroup
from tests.factories import customer_group, join
from tests.replicated.factories import make_consultant

pytestmark = pytest.mark.one_database

HOUR = timedelta(hours=1)


def announce(text, language="es", **fields):
    fields = {"markets": ["co"], **fields}
    row = Announcement(locale=Locale.objects.get(language_code=language), text=text, **fields)
    row.full_clean()
    row.save()
    return row


def person(email="ana@example.com", *groups):
    user = get_user_model().objects.create_user(email, "a long pass phrase")
    join(user, *groups)
    return user


def browser_of(user=None) -> Client:
    client = Client()
    if user:
        client.force_login(user)
    return client


def told(client, path="/es-co/"):
    return client.get(f"{path}visitor/").json()["announcement"]


@pytest.fixture
def lines(db):
    """One line for each audience, and the two groups' members."""
    gold = customer_group("Oro")
    announce("Para todos")
    announce("Primera visita", audience="signed_out", link=[("path", "/registro/")])
    announce("Hola de nuevo", audience="signed_in", sort_order=5)
    announce("Solo oro", audience="groups", groups=[gold.pk], sort_order=2)
    return gold


def test_each_reads_what_is_for_them(lines):
    assert told(browser_of()) == {"text": "Primera visita", "url": "/es-co/registro/", "lang": ""}
    assert told(browser_of(person()))["text"] == "Hola de nuevo"
    assert told(browser_of(person("eva@example.com", lines)))["text"] == "Solo oro"
    # Another market has none of them.
    assert told(browser_of(), "/es-mx/") is None


def test_links_keep_the_consultants_alias(lines):
    make_consultant("Lili", "Gómez", alias="lili-gomez", code="1001")
    assert told(browser_of(), "/@lili-gomez/es-co/")["url"] == "/@lili-gomez/es-co/registro/"


def test_the_page_is_the_same_for_all_and_names_no_other_line(lines):
    pages = {
        browser_of(user).get("/es-co/").content
        for user in (None, person(), person("eva@example.com", lines))
    }
    (html,) = {page.decode() for page in pages}
    assert "Para todos" in html
    assert not any(text in html for text in ("Primera visita", "Hola de nuevo", "Solo oro"))
    # A longer line may come: the page leaves room for it, whoever reads.
    assert "announcement--roomy" not in html
    announce("Gracias por volver: mira lo que acaba de llegar", audience="signed_in")
    assert "announcement--roomy" in browser_of().get("/es-co/").content.decode()


def test_without_a_public_line_there_is_an_empty_hidden_place(db):
    announce("Solo clientes", audience="signed_in")
    html = browser_of().get("/es-co/").content.decode()
    assert "data-announcement hidden" in html and "Solo clientes" not in html
    assert told(browser_of()) is None


def test_a_line_in_ones_language_comes_before_a_fallback(db):
    announce("Solo clientes", audience="signed_in", markets=["us"])
    assert told(browser_of(person()), "/en-us/") == {
        "text": "Solo clientes",
        "url": "",
        "lang": "es",
    }
    announce("For everybody", "en", markets=["us"])
    assert told(browser_of(person("eva@example.com")), "/en-us/") is None
    assert "For everybody" in browser_of().get("/en-us/").content.decode()


def test_a_fallback_says_its_language(db):
    announce("Envío gratis", markets=[])
    assert '<span class="announcement__text" lang="es">Envío gratis' in (
        browser_of().get("/en-us/").content.decode()
    )


# --- Dates ------------------------------------------------------------------------------


def test_dates_hold_to_the_moment():
    now = timezone.now()
    later = Line("Después", "", "es", begins=now + HOUR, ends=now + 2 * HOUR)
    until_then = Line("Antes", "", "es", ends=now + HOUR)
    both = (later, until_then)

    assert public_line(both, now) == until_then
    assert public_line(both, now + HOUR) == later
    assert public_line(both, now + 2 * HOUR) is None
    assert next_change(both, now) == now + HOUR
    assert next_change(both, now + HOUR) == now + 2 * HOUR
    assert next_change(both, now + 2 * HOUR) is None


def test_over_and_not_begun_are_not_shown_though_nobody_unpublished_them(db):
    now = timezone.now()
    announce("Ya pasó", expire_at=now - HOUR)
    announce("Aún no", go_live_at=now + HOUR)
    announce("Ahora", sort_order=9)
    html = browser_of().get("/es-co/").content.decode()
    assert "Ahora" in html and "Ya pasó" not in html and "Aún no" not in html


def test_a_planned_version_begins_though_nobody_publishes_it(db, monkeypatch):
    row = announce("De hoy")
    row.save_revision().publish()
    row.refresh_from_db()
    row.text, row.go_live_at = "De mañana", timezone.now() + HOUR
    row.save_revision().publish()
    assert "De hoy" in browser_of().get("/es-co/").content.decode()

    begun = row.go_live_at
    monkeypatch.setattr("cms.frame.storefront.timezone.now", lambda: begun)

    html = browser_of().get("/es-co/").content.decode()
    assert "De mañana" in html and "De hoy" not in html
    row.refresh_from_db()
    assert row.text == "De hoy"


def test_a_kept_page_ends_with_its_line(page_cache, transactional_db):
    ends = timezone.now() + timedelta(minutes=7)
    announce("Hasta luego", expire_at=ends)
    for _reader in range(2):
        assert "Hasta luego" in browser_of().get("/es-co/").content.decode()
    (page,) = page_cache.pages()
    assert page.ends == ends
    # The header that is kept with the frame is drawn anew: this page knows as well.
    browser_of().get("/es-co/catalogo/")
    assert {page.ends for page in page_cache.pages()} == {ends}


def test_kept_pages_hold_nobodys_line(page_cache, transactional_db):
    gold = customer_group("Oro")
    announce("Para todos")
    announce("Solo oro", audience="groups", groups=[gold.pk])
    eva = browser_of(person("eva@example.com", gold))
    ana, stranger = browser_of(person()), browser_of()
    pages = set()
    for client, expected in ((eva, "Solo oro"), (ana, None), (stranger, None), (eva, "Solo oro")):
        pages.add(client.get("/es-co/").content)
        line = told(client)
        assert (line and line["text"]) == expected
    assert len(pages) == 1 and b"Solo oro" not in pages.pop()


def test_strangers_cost_no_query(page_cache, transactional_db, django_assert_num_queries):
    announce("Primera visita", audience="signed_out")
    told(browser_of())
    with django_assert_num_queries(0):
        assert told(browser_of())["text"] == "Primera visita"


def test_a_group_costs_one_query(page_cache, transactional_db, django_assert_num_queries):
    gold = customer_group("Oro")
    announce("Para todos")
    client = browser_of(person("eva@example.com", gold))
    told(client)
    with CaptureQueriesContext(connection) as queries:
        told(client)
    before = len(queries)
    announce("Solo oro", audience="groups", groups=[gold.pk])
    told(client)
    with django_assert_num_queries(before + 1):
        assert told(client)["text"] == "Solo oro"


# --- The back office --------------------------------------------------------------------


def test_groups_are_asked_for_and_long_lines_refused(db):
    with pytest.raises(ValidationError, match="groups"):
        announce("Solo oro", audience="groups")
    with pytest.raises(ValidationError, match="90"):
        announce("x" * 91, audience="signed_in")
    assert announce("x" * 91, groups=[1]).groups == []


def test_a_marketer_publishes_one_for_a_group_and_finds_it_in_the_list(marketer, admin_client_of):
    gold = customer_group("Oro")
    client = admin_client_of(marketer)
    add = reverse("wagtailsnippets_cms_announcement:add")
    form = client.get(add).content.decode()
    # Roles of the back office are no customers' groups.
    assert "Oro" in form and f'name="groups" value="{gold.pk}"' in form
    assert form.count('name="groups"') == CustomerGroup.objects.count()

    response = client.post(
        add,
        {
            "text": "Solo oro",
            "link-count": "0",
            "markets": ["co"],
            "audience": "groups",
            "groups": [str(gold.pk)],
            "sort_order": "0",
            "expire_at": (timezone.localtime() + timedelta(days=3)).strftime("%Y-%m-%d %H:%M"),
            "action-publish": "1",
        },
    )

    assert response.status_code == 302, response.context["form"].errors
    row = Announcement.objects.get()
    assert (row.live, row.groups, row.audience) == (True, [gold.pk], "groups")
    assert told(browser_of(person("eva@example.com", gold)))["text"] == "Solo oro"


def test_the_list_tells_states_apart(marketer, admin_client_of):
    now = timezone.now()
    announce("Envío gratis")
    announce("Adiós octubre", expire_at=now - HOUR)
    announce("Hola México", markets=["mx"], live=False)
    planned = announce("Llega diciembre", live=False, go_live_at=now + HOUR, audience="signed_in")
    planned.save_revision().publish()
    client = admin_client_of(marketer)

    def listed(**query):
        url = reverse("wagtailsnippets_cms_announcement:list")
        html = client.get(url, query).content.decode()
        texts = ("Envío gratis", "Adiós octubre", "Hola México", "Llega diciembre")
        return [text for text in texts if text in html]

    assert len(listed()) == 4
    assert listed(state="live") == ["Envío gratis"]
    assert listed(state="over") == ["Adiós octubre"]
    assert listed(state="draft") == ["Hola México"]
    assert listed(state="planned") == ["Llega diciembre"]
    assert listed(market="mx") == ["Hola México"]
    assert listed(audience="signed_in") == ["Llega diciembre"]
    states = {row.text: row.state for row in Announcement.objects.all()}
    assert states == {
        "Envío gratis": "live",
        "Adiós octubre": "over",
        "Hola México": "draft",
        "Llega diciembre": "planned",
    }
