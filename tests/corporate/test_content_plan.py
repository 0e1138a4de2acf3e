"""The plan of contents: stages, objectives and dates of pages, and the report about them."""

from datetime import datetime, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import Page

from cms.addresses.translations import translate_page
from corporate.content_plan import coverage, in_plan
from corporate.models import ContentPage
from tests.cms.factories import home, make_contact_page, make_page
from tests.replicated.influencer_factories import make_influencer
from tests.staff import make_staff

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def team(client):
    """``team("Marketer")``: a browser in which somebody with the role is signed in."""

    def sign_in(role: str):
        client.force_login(make_staff(role))
        return client

    return sign_in


@pytest.fixture
def pages():
    now = timezone.now()
    make_page("Historia", "historia", journey_stage="discover", objective="Que nos conozcan")
    make_page("Beneficios", "beneficios", journey_stage="consider", expire_at=now + 5 * DAY)
    make_page("Navidad", "navidad", journey_stage="buy", go_live_at=now + 3 * DAY, markets=["co"])
    make_page("Borrador", "borrador", journey_stage="use", publish=False)
    old = make_page("Pasada", "pasada", journey_stage="buy", expire_at=now + DAY)
    Page.objects.filter(pk=old.pk).update(expire_at=now - DAY)
    make_contact_page(journey_stage="use", objective="Que pregunten")


TITLES = ("Historia", "Beneficios", "Navidad", "Borrador", "Pasada", "Contacto")


def titles(html: str) -> list[str]:
    return [title for title in TITLES if f">{title}<" in "".join(html.split())]


def listed(browser, **query) -> list[str]:
    return titles(browser.get(reverse("content_plan_results"), query).content.decode())


def test_the_report_tells_stages_and_states_apart(team, pages):
    marketer = team("Marketer")
    assert listed(marketer) == list(TITLES)
    assert listed(marketer, stage="buy") == ["Navidad", "Pasada"]
    assert listed(marketer, status="live") == ["Historia", "Contacto"]
    assert listed(marketer, status="expiring") == ["Beneficios"]
    assert listed(marketer, status="planned") == ["Navidad"]
    assert listed(marketer, status="expired") == ["Pasada"]
    assert listed(marketer, status="draft") == ["Borrador"]
    assert listed(marketer, language="en") == []
    html = marketer.get(reverse("content_plan")).content.decode()
    assert "Que pregunten" in html and "Colombia" in html


def test_it_counts_live_pages_by_language_and_flags_an_empty_stage(team, pages):
    source = ContentPage.objects.get(slug="historia")
    translate_page(source, "en", title="Story", slug="story")

    found = {row["code"]: row for row in coverage(in_plan(plan_pages()), timezone.now())}

    counts = {code: [count for _language, count in row["counts"]] for code, row in found.items()}
    assert counts["discover"] == [1, 1]
    assert counts["consider"] == [1, 0]
    assert counts["buy"] == [0, 0]
    assert counts["use"] == [1, 0]
    assert [code for code, row in found.items() if row["is_empty"]] == ["buy", "return"]

    html = team("Marketer").get(reverse("content_plan")).content.decode()
    assert html.count("Empty stage") + html.count("Etapa vacía") == 2
    assert html.count("Sin página en inglés") == 2


def plan_pages():
    return Page.objects.annotate_approved_schedule()


def test_it_is_exported(team, pages):
    browser = team("Administrator")
    answer = browser.get(reverse("content_plan"), {"export": "xlsx", "stage": "buy"})
    rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.values)
    assert [row[0] for row in rows[1:]] == ["Navidad", "Pasada"]
    answer = browser.get(reverse("content_plan"), {"export": "csv"})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="plan-de-contenidos.csv"'
    written = b"".join(answer.streaming_content).decode()
    assert "Que nos conozcan" in written and "Español" in written


def test_a_draft_with_a_date_that_nobody_scheduled_is_told_apart(team):
    page = make_page("Navidad", "navidad", publish=False)
    page.go_live_at = timezone.make_aware(datetime(2030, 12, 12, 8))
    page.save()

    html = team("Marketer").get(reverse("content_plan_results")).content.decode()

    assert "Borrador para el 12/12/2030 08:00, sin programar" in html


def test_translations_share_the_plan(pages):
    source = ContentPage.objects.get(slug="historia")
    translation = translate_page(source, "en", title="Story", slug="story")
    translation.refresh_from_db()
    assert (translation.journey_stage, translation.objective) == ("discover", "Que nos conozcan")


def test_the_plan_is_on_the_pages_form_and_nowhere_in_public(team, pages, client):
    html = client.get("/es-co/historia/").content.decode()
    assert "Que nos conozcan" not in html
    page = ContentPage.objects.get(slug="historia")
    form = team("Marketer").get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert 'name="journey_stage"' in form.content.decode()
    assert (
        'name="journey_stage"'
        in client.get(reverse("wagtailadmin_pages:edit", args=[home().pk])).content.decode()
    )


@pytest.mark.parametrize("role", ["Merchandiser", "Order desk", "Consultant desk"])
def test_it_is_for_who_edits_pages(team, role):
    browser = team(role)
    assert browser.get(reverse("content_plan")).status_code in (302, 403)
    assert reverse("content_plan") not in browser.get("/admin/").content.decode()


def test_influencers_do_not_see_it(client, pages):
    influencer = make_influencer()
    client.force_login(influencer.person.user)
    for name in ("content_plan", "content_plan_results"):
        answer = client.get(reverse(name))
        assert answer.status_code in (302, 403)
        assert "Historia" not in answer.content.decode()
    assert reverse("content_plan") not in client.get("/admin/", follow=True).content.decode()
