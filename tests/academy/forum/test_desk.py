"""The moderators' pages of the back office."""

import pytest
from django.core import mail
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from academy.forum import services
from academy.forum.models import Board, Post, Report, Thread
from academy.forum.waiting import to_decide
from tests.staff import make_staff

from . import factories as make
from .test_pages import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

QUEUE = "/admin/forum/"


def test_what_waits_is_approved_or_hidden_from_a_list():
    ana, rosa = make.viewer(name="Ana D."), make.moderator()
    here = make.board()
    first = services.open_thread(by=ana, board=here, title="Uno", text="<b>Hola</b>")
    second = services.open_thread(by=ana, board=here, title="Dos", text="Compra ya")
    browser = signed_in(rosa)
    page = browser.get(QUEUE).content.decode()
    assert "Uno" in page and "&lt;b&gt;Hola" in page and "Ana D." in page

    browser.post(QUEUE, {"post": first.posts.get().pk, "decision": "approve"})
    browser.post(QUEUE, {"post": second.posts.get().pk, "decision": "hide"})

    assert sorted(Thread.objects.values_list("state", flat=True)) == ["hidden", "open"]
    assert "Compra ya" not in browser.get(QUEUE).content.decode()
    again = browser.post(QUEUE, {"post": second.posts.get().pk, "decision": "approve"}, follow=True)
    assert "Entretanto" in again.content.decode()


def test_reports_are_settled_with_the_history_before_ones_eyes():
    make.nothing_waits()
    ana, eva, rosa = make.viewer(), make.viewer("Eva", name="Eva P."), make.moderator()
    post = make.thread(ana, text="Antes era otra cosa").posts.get()
    services.edit_post(by=ana, post=post, text="Ahora dice esto")
    services.report(by=eva, post=post, reason="false", note="Promete ingresos")
    browser = signed_in(rosa)
    page = browser.get(QUEUE).content.decode()
    assert "Promete ingresos" in page and "Eva P." in page
    assert "Antes era otra cosa" in browser.get(f"/admin/forum/post/{post.pk}/").content.decode()

    browser.post(QUEUE, {"post": post.pk, "decision": "dismiss"})

    assert Report.objects.get().state == "dismissed"
    assert Report.objects.get().decided_by == rosa.user


def test_a_member_is_warned_and_reads_it(django_capture_on_commit_callbacks):
    make.nothing_waits()
    ana, rosa = make.viewer(), make.moderator()
    post = make.thread(ana).posts.get()
    path = f"/admin/forum/warn/{ana.member.pk}/?post={post.pk}"
    browser = signed_in(rosa)
    assert browser.get(path).status_code == 200
    assert browser.post(path, {"text": " "}).status_code == 200
    assert mail.outbox == []

    with django_capture_on_commit_callbacks(execute=True):
        answer = browser.post(path, {"text": "Sin promesas de ingresos."})

    assert answer.url == f"/es-co/foro/mensaje/{post.pk}/"
    assert "Sin promesas" in mail.outbox[0].body
    assert "Sin promesas" in signed_in(ana).get("/es-co/account/forum/").content.decode()


def test_the_start_page_says_what_waits():
    ana, rosa = make.viewer(), make.moderator()
    services.open_thread(by=ana, board=make.board(), title="Uno", text="Hola")
    make.nothing_waits()
    post = make.thread(rosa, Board.objects.get()).posts.get()
    for who in (make.viewer("Eva"), make.viewer("Leo")):
        services.report(by=who, post=post, reason="spam")
    waiting = to_decide(None)
    assert [one.count for one in waiting] == [1, 1]
    page = signed_in(rosa).get("/admin/").content.decode()
    assert "Mensajes del foro por aprobar" in page and QUEUE in page


def test_lists_find_and_lead_to_the_thread():
    thread = make.thread()
    browser = signed_in(make.moderator())
    assert thread.title in browser.get("/admin/forum-threads/?q=serum").content.decode()
    assert thread.title not in browser.get("/admin/forum-threads/?q=jabon").content.decode()
    assert browser.get("/admin/forum-members/").status_code == 200
    answer = browser.get(reverse("forum_thread", args=[thread.pk]))
    assert answer.url == f"/es-co/foro/mensaje/{thread.posts.get().pk}/"


def test_a_board_is_made_and_kept_while_it_has_threads():
    browser = signed_in(make.moderator())
    add = reverse("wagtailsnippets_forum_board:add")
    form = {"title": "Rutinas", "slug": "", "summary": "", "position": "0", "is_shown": "on"}
    form["takes_threads"] = "on"
    made = browser.post(f"{add}?locale=es", form)
    assert made.status_code == 302
    board = Board.objects.get()
    assert (board.slug, board.locale) == ("rutinas", Locale.objects.get(language_code="es"))
    twice = browser.post(f"{add}?locale=es", form)
    assert twice.status_code == 200 and Board.objects.count() == 1
    make.thread(where=board)
    gone = browser.post(reverse("wagtailsnippets_forum_board:delete", args=[board.pk]))
    assert gone.status_code in (302, 403, 404) and Board.objects.exists()
    bulk = f"/admin/bulk/forum/board/delete/?id={board.pk}"
    assert browser.post(bulk).status_code in (200, 302) and Board.objects.exists()


def test_a_board_in_another_language_is_its_translation_with_threads_of_its_own():
    board = make.board("Rutinas", summary="Lo que sirve", audience=["consultants"], markets=["us"])
    english = Locale.objects.get_or_create(language_code="en")[0]
    source, _made = TranslationSource.update_or_create_from_instance(board)
    source.create_or_update_translation(english, fallback=True)

    translated = Board.objects.get(locale=english)

    assert translated.translation_key == board.translation_key
    assert (translated.audience, translated.markets) == (["consultants"], ["us"])
    Board.objects.update(audience=[])
    page = signed_in(make.moderator()).get("/es-us/foro/rutinas/").content.decode()
    assert 'hreflang="en-US" href="http://testserver/en-us/forum/rutinas/"' in page


@pytest.mark.parametrize(
    "path",
    [QUEUE, "/admin/forum-threads/", "/admin/forum/post/999/", "/admin/forum/warn/999/"],
)
def test_other_staff_has_no_business_there(client, path):
    client.force_login(make_staff("Order desk"))
    make.thread()
    assert client.get(path).status_code in (302, 403)
    assert client.post(QUEUE, {"post": Post.objects.get().pk, "decision": "hide"}).status_code in (
        302,
        403,
    )
    assert Post.objects.get().state == "shown"


@pytest.mark.parametrize("form", [{}, {"post": "x", "decision": "hide"}, {"post": "9" * 30}])
def test_forms_that_nobody_sends_are_not_there(form):
    assert signed_in(make.moderator()).post(QUEUE, form).status_code == 404
