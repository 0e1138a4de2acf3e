"""Where the company looks at sites first: sent in, approved or refused, and told either way."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core import mail
from django.urls import reverse

from replicated.storefronts import services
from replicated.storefronts.models import SitePolicy, SiteProfile

from .site_factories import contact, write_site

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture(autouse=True)
def policy(db):
    policy = SitePolicy.load()
    policy.approval_required = True
    policy.notify_to = "sitios@example.com"
    policy.save()
    return policy


@pytest.fixture
def desk(db):
    """Somebody who decides about sites."""
    user = get_user_model().objects.create_user("desk@example.com", "a long pass phrase")
    wanted = ["access_admin", "view_siteprofile", "change_siteprofile"]
    user.user_permissions.add(*Permission.objects.filter(codename__in=wanted))
    return user


def review(profile) -> str:
    return reverse("site_profiles:review", args=[profile.pk])


def test_publishing_sends_it_in(lili, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        profile = write_site(lili, city="Cali")
    assert profile.state == SiteProfile.State.SUBMITTED and lili.card == {}
    assert mail.outbox[0].to == ["sitios@example.com"] and review(profile) in mail.outbox[0].body
    client.force_login(lili.person.user)
    page = client.get("/es-co/account/my-site/").content.decode()
    assert "En espera de aprobación" in page and "Enviar a aprobación" in page


def test_approved_it_is_public_and_they_hear_of_it(
    lili, desk, client, django_capture_on_commit_callbacks
):
    profile = write_site(lili, city="Cali", contact=contact(phone="+573001234567"))
    client.force_login(desk)
    listing = client.get(reverse("site_profiles:index"))
    assert "Lili Gómez" in listing.content.decode()
    page = client.get(review(profile))
    assert "+573001234567" in page.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            review(profile),
            {"decision": "approve", "seen": profile.submitted_at.isoformat()},
        )
    lili.refresh_from_db()
    assert lili.card["city"] == "Cali" and lili.card["contact"] == {"phone": "+573001234567"}
    profile.refresh_from_db()
    assert profile.decided_by == desk and profile.submitted is None
    told = mail.outbox[-1]
    assert told.to == [lili.person.email] and "publicado" in told.subject
    assert "http://testserver/@lili-gomez/es-co/" in told.body


def test_refused_it_stays_as_it_was_and_says_why(
    lili, desk, client, policy, django_capture_on_commit_callbacks
):
    policy.approval_required = False
    policy.save()
    write_site(lili, city="Cali")
    policy.approval_required = True
    policy.save()
    profile = write_site(lili, city="Tu ciudad")
    client.force_login(desk)
    seen = profile.submitted_at.isoformat()
    empty = client.post(review(profile), {"decision": "refuse", "seen": seen, "reason": " "})
    assert empty.status_code == 200 and empty.context["form"].errors["reason"]
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            review(profile), {"decision": "refuse", "seen": seen, "reason": "Escribe tu <ciudad>"}
        )
    lili.refresh_from_db()
    assert lili.card["city"] == "Cali"
    assert "Escribe tu <ciudad>" in mail.outbox[-1].body
    client.force_login(lili.person.user)
    page = client.get("/es-co/account/my-site/").content.decode()
    assert "Escribe tu &lt;ciudad&gt;" in page and 'value="Tu ciudad"' in page


def test_what_was_not_looked_at_is_not_approved(lili, desk, client):
    profile = write_site(lili, city="Cali")
    seen = profile.submitted_at.isoformat()
    write_site(lili, city="Otra cosa")
    client.force_login(desk)
    client.post(review(profile), {"decision": "approve", "seen": seen}, follow=True)
    lili.refresh_from_db()
    assert lili.card == {}
    with pytest.raises(services.StaleSubmission):
        services.approve(profile=profile, seen=profile.submitted_at, by=desk)


def test_later_changes_of_the_draft_are_not_approved_with_it(lili, desk):
    profile = write_site(lili, city="Cali")
    services.save_draft(consultant=lili, city="Sin mirar")
    services.approve(profile=profile, seen=profile.submitted_at, by=desk)
    lili.refresh_from_db()
    profile.refresh_from_db()
    assert lili.card["city"] == "Cali" and profile.state == SiteProfile.State.DRAFT


def test_sending_in_what_is_public_takes_the_earlier_one_back(lili, desk):
    profile = write_site(lili, city="Cali")
    services.approve(profile=profile, seen=profile.submitted_at, by=desk)
    waiting = write_site(lili, city="Otra", photo=True)
    assert waiting.is_waiting
    services.set_photo(consultant=lili, photo=None)
    profile = write_site(lili, city="Cali")
    assert profile.state == SiteProfile.State.PUBLISHED and profile.submitted is None
    with pytest.raises(services.StaleSubmission):
        services.approve(profile=profile, seen=waiting.submitted_at, by=desk)


@pytest.mark.parametrize("seen", ["", "junk", "\0", "2026-99-99T00:00:00"])
def test_a_forged_moment_decides_nothing(lili, desk, client, seen):
    profile = write_site(lili, city="Cali")
    client.force_login(desk)
    assert client.post(review(profile), {"decision": "approve", "seen": seen}).status_code == 302
    lili.refresh_from_db()
    assert lili.card == {}


def test_only_staff_with_the_right_see_what_waits(lili, marta, client):
    profile = write_site(lili, city="Cali")
    pages = [review(profile), reverse("site_profiles:preview", args=[profile.pk])]
    editor = get_user_model().objects.create_user("editor@example.com", "a long pass phrase")
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    for user in (None, marta.person.user, editor):
        if user:
            client.force_login(user)
        for page in pages:
            response = client.get(page)
            assert response.status_code in (302, 403) and "Cali" not in response.content.decode()
            client.post(page, {"decision": "approve", "seen": profile.submitted_at.isoformat()})
    lili.refresh_from_db()
    assert lili.card == {}


def test_staff_see_the_site_as_it_would_be(lili, desk, client):
    from .site_factories import make_consultant_page

    make_consultant_page()
    profile = write_site(lili, city="Cali")
    client.force_login(desk)
    response = client.get(reverse("site_profiles:preview", args=[profile.pk]))
    html = response.content.decode()
    assert "Cali" in html and '"/@lili-gomez/es-co/' in html
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "seller" not in response.cookies
