"""From an influencer's change to the public: submitted, decided, told by mail."""

import json

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, TaskState, WorkflowState
from wagtail.users.models import UserProfile

from people.roles import grant
from replicated.influencers.models import InfluencerPage
from tests.cms.factories import make_page

from .factories import PASSWORD, make_person
from .influencer_factories import make_influencer, own_page, publish
from .test_influencer_curation import form_of, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def story(vale):
    return publish(own_page(vale, "story"), title="Mi historia")


def make_marketer(name, language):
    user = make_person(name, "Mercadeo", registered=True).user
    grant(user, "Marketer")
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()
    return user


@pytest.fixture
def marketer(db):
    return make_marketer("Clara", "es")


@pytest.fixture
def submit(vale, story, django_capture_on_commit_callbacks):
    """Vale changes her story in the editor and submits it. Returns the page."""

    def run(title="Mi historia, contada de nuevo"):
        url = reverse("wagtailadmin_pages:edit", args=[story.pk])
        form = form_of(story, title=title) | {"action-submit": "1"}
        with django_capture_on_commit_callbacks(execute=True):
            response = signed_in(vale.person.user).post(url, form)
        assert response.status_code == 302
        return InfluencerPage.objects.get(pk=story.pk)

    return run


@pytest.fixture
def decide(django_capture_on_commit_callbacks):
    def run(user, page, action, comment=""):
        state = TaskState.objects.filter(status="in_progress").latest("pk")
        url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
        with django_capture_on_commit_callbacks(execute=True):
            return signed_in(user).post(url, {"comment": comment})

    return run


@pytest.mark.parametrize("language", ["es", "en"])
def test_what_the_template_asks_is_no_answer(vale, language):
    page = own_page(vale, "story", language)
    (_hero, prompt) = page.get_latest_revision_as_object().body
    asked = str(prompt.value["text"].source).removeprefix("<p>").removesuffix("</p>")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    same = {
        key: value.replace("Cambiado", asked) if isinstance(value, str) else value
        for key, value in form_of(page, title="Mi historia, contada de nuevo").items()
    }
    browser = signed_in(vale.person.user)

    kept = browser.post(url, same)
    submitted = browser.post(url, same | {"action-submit": "1"})

    assert kept.status_code == 302  # a draft is kept half done
    assert submitted.status_code == 200
    assert "tus palabras o quita el bloque" in submitted.content.decode()
    assert not WorkflowState.objects.exists()
    answered = form_of(page, title="Mi historia") | {"action-submit": "1"}
    assert browser.post(url, answered).status_code == 302
    assert WorkflowState.objects.filter(status="in_progress").exists()


def test_submitted_approved_public(vale, story, marketer, submit, decide, client):
    address = "/@vale-rios/es-co/historia/"
    page = submit()
    assert "contada de nuevo" not in client.get(address).content.decode()

    [letter] = mail.outbox
    assert letter.to == [marketer.email]
    assert letter.subject == "Vale Ríos te pide aprobar «Mi historia, contada de nuevo»"
    review = f"http://testserver/admin/pages/{page.pk}/edit/"
    assert review in letter.body and review in letter.alternatives[0].content
    # The approver sees the change in the back office, and how the page would look.
    staff = signed_in(marketer)
    assert "contada de nuevo" in staff.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    preview = next(line for line in letter.body.split() if "/workflow/preview/" in line)
    html = staff.get(preview.removeprefix("http://testserver")).content.decode()
    assert "contada de nuevo" in html
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", "latest"])
    assert "contada de nuevo" in staff.get(compare).content.decode()

    mail.outbox.clear()
    decide(marketer, page, "approve")
    assert "contada de nuevo" in client.get(address).content.decode()
    [letter] = mail.outbox
    assert letter.to == [vale.person.email]
    assert letter.subject == "«Mi historia, contada de nuevo» ya es pública"
    assert "http://testserver/@vale-rios/es-co/historia/" in letter.body


def test_rejected_with_a_comment(vale, story, marketer, submit, decide, client):
    page = submit()
    mail.outbox.clear()
    decide(marketer, page, "reject", comment="Falta la foto & el año.")
    [letter] = mail.outbox
    assert letter.to == [vale.person.email]
    assert "Clara Mercadeo escribe: Falta la foto & el año." in letter.body
    assert f"http://testserver/admin/pages/{page.pk}/edit/" in letter.body
    html = client.get("/@vale-rios/es-co/historia/").content.decode()
    assert "contada de nuevo" not in html
    # Nothing is lost: they change it and submit it again.
    mail.outbox.clear()
    assert submit("Otra vez").get_latest_revision_as_object().title == "Otra vez"
    assert [letter.to for letter in mail.outbox] == [[marketer.email]]


def typed(form: dict, text: str) -> dict:
    """The form with another text in its block."""
    block = {"key": "a", "text": text, "type": "unstyled", "depth": 0,
             "inlineStyleRanges": [], "entityRanges": []}  # fmt: skip
    return form | {
        key: json.dumps({"blocks": [block], "entityMap": {}})
        for key in form
        if key.endswith("-text")
    }


def test_the_templates_question_is_no_content(vale, marketer):
    """A page is not submitted with it, and the editor says where it stands; a draft is kept."""
    story = own_page(vale, "story")
    question = "¿Cómo empezó todo? ¿Quién eras antes y qué cambió?"
    assert question in str(story.get_latest_revision_as_object().body)
    editor = reverse("wagtailadmin_pages:edit", args=[story.pk])
    browser = signed_in(vale.person.user)
    untouched = typed(form_of(story, title="Mi historia"), question)

    answer = browser.post(editor, untouched | {"action-submit": "1"})

    assert answer.status_code == 200 and "quita el bloque" in answer.content.decode()
    assert not WorkflowState.objects.exists() and not mail.outbox
    assert signed_in(marketer).post(editor, untouched | {"action-publish": "1"}).status_code == 200
    assert browser.post(editor, untouched).status_code == 302
    # Answered it goes its way.
    written = typed(untouched, "Empecé en la cocina de mi abuela.")
    assert browser.post(editor, written | {"action-submit": "1"}).status_code == 302
    assert WorkflowState.objects.exists()


def test_a_question_of_ones_own_is_content(vale):
    story = own_page(vale, "story")
    editor = reverse("wagtailadmin_pages:edit", args=[story.pk])
    asked = typed(form_of(story), "¿Y tú, cómo empezaste?") | {"action-submit": "1"}
    assert signed_in(vale.person.user).post(editor, asked).status_code == 302


@pytest.mark.parametrize("comment", ["", "  \n"])
def test_asking_for_changes_needs_a_comment(vale, story, marketer, submit, decide, comment):
    page = submit()
    mail.outbox.clear()
    decide(marketer, page, "reject", comment=comment)
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS
    assert not mail.outbox
    # The window asks for it, and says that it is needed.
    state = TaskState.objects.get(status="in_progress")
    window = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", state.pk])
    answer = signed_in(marketer).post(
        window, {"comment": comment}, headers={"x-requested-with": "XMLHttpRequest"}
    )
    assert answer.json()["step"] == "action" and "required" in answer.json()["html"]
    # Nor does the editor's own road go without.
    form = form_of(page, title="x") | {
        "action-workflow-action": "1",
        "workflow-action-name": "reject",
        "workflow-action-extra-data": '{"comment": ""}',
    }
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert signed_in(marketer).post(url, form).status_code == 400
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_they_read_what_has_to_change_where_they_work(vale, marketer, submit, decide):
    page = submit()
    decide(marketer, page, "reject", comment="Falta la foto & el <año>.")
    influencer = signed_in(vale.person.user)
    asked = "Falta la foto &amp; el &lt;año&gt;."
    assert asked in influencer.get("/admin/").content.decode()
    editor = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert asked in influencer.get(editor).content.decode()
    # Once it is on its way again there is nothing left to say.
    submit("Otra vez")
    assert asked not in influencer.get("/admin/").content.decode()
    assert asked not in influencer.get(editor).content.decode()


def test_each_approver_is_asked_in_their_language(marketer, submit):
    english = make_marketer("Jane", "en")
    silent = make_marketer("Muda", "es")
    profile = UserProfile.get_for_user(silent)
    profile.submitted_notifications = False
    profile.save()
    submit()
    subjects = {letter.to[0]: letter.subject for letter in mail.outbox}
    assert set(subjects) == {marketer.email, english.email}
    assert subjects[english.email].startswith("Vale Ríos asks you to approve")


def test_they_approve_nothing_themselves(vale, story, marketer, submit, decide, client):
    page = submit()
    for action in ("approve", "reject"):
        assert decide(vale.person.user, page, action).status_code in (302, 403)
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS
    assert "contada" not in client.get("/@vale-rios/es-co/historia/").content.decode()
    other = make_influencer("Sol", "Paz", alias="sol-paz")
    assert decide(other.person.user, page, "approve").status_code in (302, 403)
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_IN_PROGRESS


def test_the_company_chooses_who_approves_and_it_stays(vale):
    workflow = own_page(vale).get_workflow()
    workflow.name = "Revisión"
    workflow.save()
    task = workflow.tasks.get().specific
    task.groups.clear()
    make_influencer("Sol", "Paz", alias="sol-paz")
    assert not task.groups.exists()
    assert {own_page(vale, "home", code).get_workflow() for code in ("es", "en")} == {workflow}


def test_wagtails_own_mails_go_on_for_other_pages(marketer, django_capture_on_commit_callbacks):
    page = make_page("Equipo", "equipo")
    editor = make_marketer("Eva", "es")
    workflow = GroupApprovalTask.objects.create(name="Otra")
    workflow.groups.set(editor.groups.all())
    from wagtail.models import Workflow, WorkflowTask

    other = Workflow.objects.create(name="Otro")
    WorkflowTask.objects.create(workflow=other, task=workflow)
    other.start(page, editor)
    assert [letter.to for letter in mail.outbox] == [[marketer.email]]
    assert "Equipo" in mail.outbox[0].subject


@pytest.mark.parametrize("mode", ["es-co", "es-mx"])
def test_a_draft_is_previewed_in_each_market_at_its_own_address(vale, story, mode):
    page = story.get_latest_revision_as_object()
    page.title = "Borrador de historia"
    page.save_revision()
    admin = signed_in(vale.person.user)
    response = admin.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]), {"mode": mode})
    html = response.content.decode()
    assert response.status_code == 200 and "Borrador de historia" in html
    assert "seller" not in response.cookies
    draft = Page.objects.get(pk=page.pk).specific
    preview = draft.get_latest_revision_as_object().make_preview_request(preview_mode=mode)
    assert f'href="/@vale-rios/{mode}/' in preview.content.decode()


def test_they_sign_in_at_the_back_office(vale):
    client = Client()
    response = client.get("/admin/", follow=True)
    form = {"login": vale.person.email, "password": PASSWORD, "next": "/admin/"}
    response = client.post(response.request["PATH_INFO"], form)
    assert response.status_code == 302
    assert client.get("/admin/").status_code == 200
