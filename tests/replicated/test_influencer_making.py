"""Somebody becomes an influencer: their pages are made, and only then."""

import pytest
from django.db import transaction

from people.services import register
from replicated.consultants.services import create_consultant, set_site
from replicated.influencers.models import InfluencerPage, InfluencerSite, homes_of
from replicated.influencers.services import sync_site
from tests.cms.factories import make_page

from .factories import make_consultant, make_person
from .influencer_factories import INFLUENCER, make_influencer, own_page, site_of

pytestmark = pytest.mark.django_db


def test_a_site_is_made_when_somebody_becomes_an_influencer(
    client, django_capture_on_commit_callbacks
):
    consultant = make_consultant("Vale", "Ríos", alias="vale-rios")
    assert not InfluencerSite.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        set_site(consultant=consultant, site_type=INFLUENCER)
    site = site_of(consultant)
    assert site.is_open and homes_of(site).count() == 2
    html = client.get("/@vale-rios/es-co/").content.decode()
    assert "Hola, soy Vale Ríos" in html
    assert "Hello, I am Vale Ríos" in client.get("/@vale-rios/en-us/").content.decode()
    # The company's words are public, what they still have to write is not.
    kinds = InfluencerPage.objects.descendant_of(homes_of(site).first(), inclusive=True)
    assert {page.kind: page.live for page in kinds} == {
        "home": True, "story": False, "lifestyle": False, "favourites": False
    }  # fmt: skip


def test_a_consultant_who_never_was_one_has_no_site(lili):
    assert sync_site(lili) is None
    assert not InfluencerSite.objects.exists()


def test_a_guest_made_an_influencer_is_let_in_with_their_first_account(db):
    person = make_person("Noa", "Gil", email="noa@example.com")
    consultant = create_consultant(person=person, market="co", alias="noa-gil")
    set_site(consultant=consultant, site_type=INFLUENCER)
    sync_site(consultant)
    with transaction.atomic():
        user = register(email="noa@example.com", edition="es-co", source="corporate")
    assert user.groups.get() == site_of(consultant).group


def test_somebody_may_begin_as_an_influencer(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        consultant = make_consultant("Vale", "Ríos", alias="vale-rios", site_type=INFLUENCER)
    assert site_of(consultant).is_open


def test_a_word_that_the_company_took_first_is_avoided(db):
    make_page("Historia", "historia")
    vale = make_influencer()
    assert own_page(vale, "story").slug == "mi-historia"


def test_who_ends_is_out_of_the_back_office_before_any_worker_runs(
    vale, django_capture_on_commit_callbacks
):
    user = vale.person.user
    assert user.has_perm("wagtailadmin.access_admin")
    with django_capture_on_commit_callbacks() as callbacks:
        set_site(consultant=vale, state="ended")
    for callback in callbacks:
        callback()  # what these queue in their turn is not run: the worker is away
    assert not type(user).objects.get(pk=user.pk).has_perm("wagtailadmin.access_admin")
