"""Taking an evaluation in a real browser: saved as one goes, gone on with elsewhere."""

import re
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from academy.evaluations.models import Attempt, AttemptQuestion
from tests.factories import image
from tests.replicated.test_inbox_browser import sign_in

from .factories import CONTENT, evaluation, fixed, learner, question
from .taking import right_fields

pytestmark = pytest.mark.usefixtures("open_gate")

WORDS = {
    "es-co": {"begin": "Comenzar", "saved": "Tus respuestas están guardadas.", "in": "Entregar",
              "passed": "Aprobaste", "offline": "Sin conexión"},
    "en-us": {"begin": "Begin", "saved": "Your answers are saved.", "in": "Hand in",
              "passed": "You passed", "offline": "No connection"},
}  # fmt: skip


@pytest.fixture
def made(transactional_db):
    spots = {
        "image": image(),
        "alt": "Una cara de frente",
        "spots": [
            {"x": 20, "y": 30, "text": "", "is_right": False, "feedback": ""},
            {"x": 60, "y": 60, "text": "bajo el ojo", "is_right": True, "feedback": ""},
        ],
    }
    kinds = [question(code, content=content) for code, content in CONTENT.items()]
    everything = [question("picture_spots", content=spots), *kinds]
    return evaluation(fixed(*everything, title="Todo"), title="Piel", time_limit=30, pass_mark=50)


@pytest.fixture
def cut_off(console_errors):
    """``with cut_off(page):`` there is no connection; that requests fail then is no fault."""

    @contextmanager
    def off(page):
        page.context.set_offline(True)
        yield
        page.context.set_offline(False)
        said = [one for one in console_errors if "ERR_INTERNET_DISCONNECTED" not in one]
        console_errors[:] = said

    return off


def answer(page, asked):
    """As somebody does who knows it, with the keyboard where there is something to type."""
    name, right = f"q{asked.position}", right_fields(asked)
    if asked.kind in ("one", "several", "true_false", "picture_spots"):
        for value in [right] if isinstance(right, str) else right:
            page.locator(f"[name={name}][value='{value}']").focus()
            page.keyboard.press("Space")
    elif isinstance(right, dict):
        for part, value in right.items():
            page.locator(f"[name={name}-{part}]").select_option(value)
    else:
        page.locator(f"[name={name}]").fill(right)


@pytest.mark.parametrize(("edition", "width"), [("es-co", 360), ("en-us", 1440)])
def test_saved_as_one_goes_and_gone_on_with_elsewhere(
    made, new_page, cut_off, assert_accessible, edition, width
):
    ana, words = learner(), WORDS[edition]
    path = f"/{edition}/learning/evaluations/{made.translation_key}/"
    phone = new_page(width=width)
    sign_in(phone, ana, edition)
    phone.goto(path)
    assert_accessible(phone)
    phone.get_by_role("button", name=words["begin"]).click()
    phone.wait_for_url("**/1/")
    expect(phone.locator("html[data-enhanced]")).to_be_attached()
    assert_accessible(phone)
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(phone.locator("[data-time-left]")).to_contain_text(re.compile(r"(29|30):\d\d"))

    asked = list(AttemptQuestion.objects.order_by("position"))
    state = phone.locator("[data-save-state]")
    for one in asked[:4]:
        answer(phone, one)
    expect(state).to_have_text(words["saved"])

    # Cut off: what is answered meanwhile is sent once the connection is back.
    with cut_off(phone):
        answer(phone, asked[4])
        expect(state).to_contain_text(words["offline"])
    expect(state).to_have_text(words["saved"], timeout=15_000)
    phone.close()
    kept = AttemptQuestion.objects.filter(answer__isnull=False)
    assert kept.count() == 5

    desk = new_page(width=1440)
    sign_in(desk, ana, edition)
    desk.goto(f"{path}1/")
    checked = right_fields(asked[0])
    expect(desk.locator(f"[name=q1][value='{checked}']")).to_be_checked()
    for one in asked[5:]:
        answer(desk, one)
    desk.get_by_role("button", name=words["in"]).click()
    desk.wait_for_url("**/hand-in/")
    assert_accessible(desk)
    desk.get_by_role("button", name=words["in"]).click()
    desk.wait_for_url("**/result/")
    assert_accessible(desk)
    attempt = Attempt.objects.get()
    unsaid = attempt.questions.exclude(kind="long_text").exclude(score=1)
    assert not unsaid.exists() and attempt.state == "to_be_graded"


def test_a_click_on_the_picture_chooses_its_spot(made, new_page):
    ana = learner()
    page = new_page(width=360)
    sign_in(page, ana, "es-co")
    page.goto(f"/es-co/learning/evaluations/{made.translation_key}/")
    page.get_by_role("button", name="Comenzar").click()
    page.wait_for_url("**/1/")
    expect(page.locator("html[data-enhanced]")).to_be_attached()
    page.locator("[data-spot='2'] circle").click()
    expect(page.locator("[name=q1][value='2']")).to_be_checked()
    expect(page.locator("[data-save-state]")).to_have_text(WORDS["es-co"]["saved"])
    assert AttemptQuestion.objects.get(position=1).answer == "2"


def test_what_was_never_sent_is_sent_when_the_page_opens_again(made, new_page, cut_off):
    ana = learner()
    page = new_page(width=360)
    sign_in(page, ana, "es-co")
    page.goto(f"/es-co/learning/evaluations/{made.translation_key}/")
    page.get_by_role("button", name="Comenzar").click()
    page.wait_for_url("**/1/")
    expect(page.locator("html[data-enhanced]")).to_be_attached()
    with cut_off(page):
        page.locator("[name=q1][value='2']").check()
        expect(page.locator("[data-save-state]")).to_contain_text("Sin conexión")
        page.close()
    assert AttemptQuestion.objects.get(position=1).answer is None
    page = page.context.new_page()
    page.goto(f"/es-co/learning/evaluations/{made.translation_key}/1/")
    expect(page.locator("[name=q1][value='2']")).to_be_checked()
    expect(page.locator("[data-save-state]")).to_have_text(WORDS["es-co"]["saved"])
    assert AttemptQuestion.objects.get(position=1).answer == "2"


def test_when_time_is_up_the_page_hands_in(made, new_page):
    ana = learner()
    page = new_page(width=360)
    sign_in(page, ana, "es-co")
    page.goto(f"/es-co/learning/evaluations/{made.translation_key}/")
    page.get_by_role("button", name="Comenzar").click()
    page.wait_for_url("**/1/")
    soon = timezone.now() + timedelta(seconds=6)
    Attempt.objects.update(deadline=soon, accepts_until=soon + timedelta(seconds=60))
    page.reload()
    page.locator("[name=q1][value='2']").check()
    page.wait_for_url("**/result/", timeout=20_000)
    attempt = Attempt.objects.get()
    assert not attempt.is_open and attempt.questions.get(position=1).score == 1
