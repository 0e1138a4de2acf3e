"""Asking, answering and moderating in a real browser, in both languages, on a phone and a desk."""

import re

import pytest
from playwright.sync_api import expect

from academy.forum import services
from academy.forum.access import Viewer
from academy.forum.models import Board, Follow, Post, Thread
from people.models import User
from tests.replicated.factories import PASSWORD, make_consultant, make_person

from . import factories as make

WORDS = {
    "es-co": {
        "forum": "foro",
        "board": "Preguntas",
        "new": "Tema nuevo",
        "start": "Abrir el tema",
        "bold": "Negrita",
        "reply": "Enviar la respuesta",
        "answer": "Esta es la respuesta",
        "like": "Me gusta",
        "close": "Cerrar",
        "closed": "Este tema está cerrado",
        "hide": "Ocultar",
    },
    "en-us": {
        "forum": "forum",
        "board": "Questions",
        "new": "New thread",
        "start": "Start the thread",
        "bold": "Bold",
        "reply": "Send the reply",
        "answer": "This is the answer",
        "like": "Like",
        "close": "Close",
        "closed": "This thread is closed",
        "hide": "Hide",
    },
}
BOTH = pytest.mark.parametrize(("edition", "width"), [("es-co", 360), ("en-us", 1440)])


def sign_in(page, user, edition):
    page.goto(f"/{edition}/account/login/")
    page.locator("[name=login]").fill(user.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url(f"**/{edition}/account/**")


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.fixture
def here(transactional_db):
    make.nothing_waits()
    make.board("Preguntas", "es")
    make.board("Questions", "en")


@BOTH
def test_a_question_is_asked_answered_and_closed(here, new_page, assert_accessible, edition, width):
    words = WORDS[edition]
    ana = make_person("Ana", "Díaz", registered=True).user
    leo = make.viewer("Leo", "Paz", name="Leo P.")
    page = new_page(width=width)
    sign_in(page, ana, edition)
    page.goto(f"/{edition}/{words['forum']}/")
    assert_accessible(page)
    page.get_by_role("link", name=words["board"], exact=True).click()
    page.get_by_role("link", name=words["new"]).click()
    assert_accessible(page)
    expect(page.locator("[name=name]")).to_have_value("Ana D.")
    page.locator("[name=title]").fill("¿Crema o sérum?")
    page.locator("[name=text]").fill("Tengo dudas")
    page.locator("[name=text]").select_text()
    page.get_by_role("button", name=words["bold"]).click()
    expect(page.locator("[name=text]")).to_have_value("**Tengo dudas**")
    page.get_by_role("button", name=words["start"]).dblclick()

    expect(page.locator(".post__text strong")).to_have_text("Tengo dudas")
    assert_accessible(page)
    assert fits(page)
    thread = Thread.objects.get()

    # Somebody answers and names who asked, chosen from the list by keyboard.
    other = new_page(width=width)
    sign_in(other, leo.user, edition)
    other.goto(page.url.split("#")[0])
    other.locator("[name=text]").press_sequentially("El sérum va primero, @an")
    expect(other.get_by_role("option", name="Ana D.")).to_be_visible()
    assert_accessible(other)
    other.keyboard.press("ArrowDown")
    other.keyboard.press("Enter")
    expect(other.locator("[name=text]")).to_have_value("El sérum va primero, @Ana D. ")
    other.get_by_role("button", name=words["reply"]).click()
    expect(other.locator(".post__text .mention")).to_have_text("@Ana D.")
    assert Follow.objects.filter(thread=thread, member=leo.member).exists()

    page.reload()
    page.get_by_role("button", name=words["like"]).click()
    expect(page.get_by_role("button", name=words["like"])).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name=words["answer"]).click()
    expect(page.locator(".post--answer")).to_contain_text("El sérum va primero")
    assert_accessible(page)

    rosa = make.moderator()
    moderator = new_page(width=width)
    sign_in(moderator, rosa.user, edition)
    moderator.goto(page.url.split("#")[0])
    assert_accessible(moderator)
    moderator.get_by_role("button", name=words["close"], exact=True).click()
    page.reload()
    expect(page.get_by_text(words["closed"])).to_be_visible()
    assert Post.objects.count() == 2


@BOTH
def test_it_works_without_a_script_under_a_consultants_name(here, new_page, edition, width):
    words = WORDS[edition]
    make_consultant("Lili", "Gómez", alias="lili-gomez", code="1001")
    ana = make.viewer("Ana", name="Ana D.")
    page = new_page(width=width, javascript=False)
    page.goto(f"/@lili-gomez/{edition}/account/login/")
    page.locator("[name=login]").fill(ana.user.email)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.goto(f"/@lili-gomez/{edition}/{words['forum']}/{words['board'].lower()}/")
    page.get_by_role("link", name=words["new"]).click()
    expect(page.get_by_role("button", name=words["bold"])).to_be_hidden()
    page.locator("[name=title]").fill("¿Crema o sérum?")
    page.locator("[name=text]").fill("**Tengo** dudas")
    page.locator("[name=pictures]").set_input_files(
        {"name": "foto.svg", "mimeType": "image/png", "buffer": b"<svg onload='alert(1)'/>"}
    )
    page.get_by_role("button", name=words["start"]).click()
    # Refused in words, with all that was typed.
    expect(page.locator("#form-errors")).to_be_visible()
    expect(page.locator("[name=text]")).to_have_value("**Tengo** dudas")
    page.get_by_role("button", name=words["start"]).click()
    expect(page.locator(".post__text strong")).to_have_text("Tengo")
    assert re.search(rf"/@lili-gomez/{edition}/", page.url)
    assert fits(page)


@BOTH
def test_the_account_and_the_moderators_list(here, new_page, assert_accessible, edition, width):
    ana, eva, rosa = make.viewer(name="Ana D."), make.viewer("Eva"), make.moderator()
    board = Board.objects.get(locale__language_code=edition[:2])
    thread = make.thread(ana, board)
    services.report(by=eva, post=thread.posts.get(), reason="spam")
    services.warn(by=rosa, member=ana.member, text="Sin promesas, por favor.")
    make.reply(eva, thread, "Una palabra " + "muy" * 80 + " larga")
    page = new_page(width=width)
    sign_in(page, ana.user, edition)
    page.goto(f"/{edition}/account/forum/")
    assert_accessible(page)
    assert fits(page)
    forum = f"/{edition}/{WORDS[edition]['forum']}/"
    page.goto(f"{forum}?q=palabra")
    assert_accessible(page)
    assert fits(page)
    page.goto(f"{forum}{board.slug}/{thread.pk}-x/")
    assert fits(page)
    desk = new_page(width=width)
    sign_in(desk, User.objects.get(pk=rosa.user.pk), edition)
    desk.goto("/admin/forum/")
    reported = desk.locator(f"#reported-{thread.posts.first().pk}")
    reported.locator("button[value=hide]").click()
    expect(reported).to_have_count(0)
    assert not Thread.objects.visible_to(Viewer(eva.user)).exists()
