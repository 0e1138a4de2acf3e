"""What the pages show, to whom, and at how many queries."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import translation

from academy.forum import services
from academy.forum.mine import count_unread
from academy.forum.models import Board, Follow, Post, Thread
from tests.replicated.factories import make_consultant, make_person

from . import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def signed_in(viewer) -> Client:
    browser = Client()
    browser.force_login(viewer.user)
    return browser


def at(name, *args, edition="es-co", **kwargs) -> str:
    with translation.override(edition):
        return reverse(f"forum:{name}", args=args, kwargs=kwargs or None)


def address(thread, edition="es-co") -> str:
    return at("thread", thread.board.slug, thread.pk, thread.slug, edition=edition)


def written(text="Gracias.", **more) -> dict:
    return {"text": text, "form_key": "7f1d8a4e-0000-4000-8000-000000000001", "follow": "on"} | more


@pytest.fixture
def talk():
    make.nothing_waits()
    ana, eva = make.viewer(name="Ana D."), make.viewer("Eva", name="Eva P.")
    thread = make.thread(ana)
    make.reply(eva, thread, "Por la **noche**.")
    return thread, ana, eva


def test_everybody_reads_a_public_board(talk):
    thread, _ana, _eva = talk
    visitor = Client()

    index = visitor.get("/es-co/foro/").content.decode()
    assert "Preguntas" in index and "1 tema" in index and "2 mensajes" in index
    board = visitor.get(at("board", "preguntas")).content.decode()
    assert thread.title in board and "Eva P." in board
    answer = visitor.get(address(thread))
    assert "<strong>noche</strong>" in answer.content.decode()
    assert "Inicia sesión para responder" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    post = thread.posts.last()
    assert visitor.get(at("post", post.pk)).url == f"{address(thread)}#post-{post.pk}"


def test_under_a_consultants_name_links_stay_there(talk):
    thread, _ana, _eva = talk
    make_consultant("Lili", "Gómez", alias="lili-gomez", code="1001")
    shown = Client().get(f"/@lili-gomez{address(thread)}")
    assert shown.status_code == 200
    assert 'href="/@lili-gomez/es-co/foro/preguntas/"' in shown.content.decode()


def test_a_board_is_read_in_its_language(talk):
    thread, _ana, _eva = talk
    make.board("Questions", "en")
    visitor = Client()
    english = visitor.get("/en-us/forum/").content.decode()
    assert "Questions" in english and "/es-us/foro/preguntas/" in english
    moved = visitor.get(f"/en-us/forum/preguntas/{thread.pk}-{thread.slug}/?last")
    assert moved.status_code == 302 and moved.url == f"{address(thread, 'es-us')}?last"
    assert visitor.get("/es-co/foro/no-hay/").status_code == 404


def test_a_board_of_another_market_is_read_there():
    make.board(markets=["mx"])
    answer = Client().get(at("board", "preguntas"))
    assert answer.status_code == 302 and answer.url == "/es-mx/foro/preguntas/"
    assert "Preguntas" not in Client().get("/es-co/foro/").content.decode()


def test_an_old_address_leads_to_the_new_one(talk):
    thread, _ana, _eva = talk
    answer = Client().get(at("thread", "otra-seccion", thread.pk, "otro-titulo"))
    assert answer.status_code == 302 and answer.url == address(thread)


def test_nobody_finds_a_board_that_is_for_others(talk):
    thread, ana, _eva = talk
    Board.objects.update(audience=["consultants"])
    post = thread.posts.first()
    lili = Client()
    lili.force_login(make_consultant("Lili", "Gómez").person.user)
    paths = [
        at("board", "preguntas"),
        address(thread),
        at("post", post.pk),
        at("names", thread.pk),
    ]
    for browser in (Client(), signed_in(ana)):
        for path in paths:
            assert browser.get(path).status_code == 404, path
        assert "Preguntas" not in browser.get("/es-co/foro/").content.decode()
        assert thread.title not in browser.get("/es-co/foro/?q=serum").content.decode()
    assert all(lili.get(path).status_code in (200, 302) for path in paths)
    assert "Solo" not in Client().get("/sitemap-es-co-1.xml").content.decode()
    from cms.addresses.sitemaps import all_entries

    assert not any("foro/preguntas" in str(entry.paths) for entry in all_entries())
    Board.objects.update(audience=[])
    assert any("foro/preguntas" in str(entry.paths) for entry in all_entries())


def test_somebody_starts_a_thread_and_is_named_once():
    make.nothing_waits()
    make.board()
    person = make_person("Ana", "Díaz", registered=True)
    browser = Client()
    assert "/login/" in browser.get(at("new_thread", "preguntas")).url
    browser.force_login(person.user)
    assert 'value="Ana D."' in browser.get(at("new_thread", "preguntas")).content.decode()

    answer = browser.post(
        at("new_thread", "preguntas"), written("Hola a **todas**", title=" Mi  duda ", name="Anita")
    )

    thread = Thread.objects.get()
    assert answer.url == address(thread)
    assert (thread.title, thread.author.name) == ("Mi duda", "Anita")
    assert Follow.objects.get().member.person == person
    assert 'name="name"' not in browser.get(address(thread)).content.decode()


def test_what_is_refused_keeps_what_was_typed(talk):
    thread, ana, _eva = talk
    browser = signed_in(ana)
    refused = browser.post(at("new_thread", "preguntas"), written("Un texto largo", title=" "))
    page = refused.content.decode()
    assert "Un texto largo" in page and 'id="form-errors"' in page
    services.close(by=make.moderator(), thread=thread)
    refused = browser.post(address(thread), written("Otro texto largo"))
    assert refused.status_code == 403 and "Otro texto largo" in refused.content.decode()
    assert Thread.objects.count() == 1


def test_a_reply_stands_below_and_a_second_press_adds_nothing(talk):
    thread, ana, _eva = talk
    browser = signed_in(ana)
    for _time in range(2):
        answer = browser.post(address(thread), written())
        post = Post.objects.last()
        assert answer.url == f"{address(thread)}?last#post-{post.pk}"
    assert thread.posts.count() == 3


def test_there_are_limits_that_lose_nothing(talk):
    thread, ana, _eva = talk
    browser = signed_in(ana)
    for number in range(30):
        key = f"7f1d8a4e-0000-4000-8000-{number + 10:012}"
        assert browser.post(address(thread), written(form_key=key)).status_code == 302
    refused = browser.post(address(thread), written("Y otra cosa más"))
    assert refused.status_code == 429 and "Y otra cosa más" in refused.content.decode()
    cache.clear()


def test_the_first_posts_wait_and_say_so():
    ana = make.viewer()
    make.board()
    browser = signed_in(ana)
    answer = browser.post(at("new_thread", "preguntas"), written(title="Hola"), follow=True)
    page = answer.content.decode()
    assert "revisa tus primeros mensajes" in page and "Espera aprobación" in page
    thread = Thread.objects.get()
    assert Client().get(address(thread)).status_code == 404
    assert "Hola" not in Client().get(at("board", "preguntas")).content.decode()


def test_buttons_do_what_they_say(talk):
    thread, ana, eva = talk
    post = thread.posts.last()
    by_ana, by_eva = signed_in(ana), signed_in(eva)
    assert by_ana.post(at("on_post", post.pk, "like")).status_code == 302
    assert by_ana.post(at("on_post", post.pk, "answer")).status_code == 302
    page = by_ana.get(address(thread)).content.decode()
    assert 'aria-pressed="true"' in page and "post--answer" in page
    # Repeated above only where it stands on another page.
    assert "La respuesta de Eva P." not in page
    make.many_posts(thread, [eva.member], 30)
    late = make.reply(eva, thread, "Ahora sí.")
    services.mark_as_answer(by=ana, post=late)
    assert "La respuesta de Eva P." in by_ana.get(address(thread)).content.decode()
    services.mark_as_answer(by=ana, post=post)
    assert by_eva.post(at("report", thread.posts.first().pk), {"reason": "spam"}).status_code == 302
    assert by_eva.get(at("on_post", post.pk, "like")).status_code == 405
    by_eva.post(at("follow_board", thread.board.pk), {"mode": "digest"})
    assert Follow.objects.get(board=thread.board).mode == "digest"
    by_eva.post(at("follow_thread", thread.pk), {"mode": ""})
    assert not Follow.objects.filter(thread=thread, member=eva.member).exists()


def test_members_have_no_buttons_of_moderators_and_cannot_forge_them(talk):
    thread, ana, _eva = talk
    browser = signed_in(ana)
    assert "Moderar" not in browser.get(address(thread)).content.decode()
    for action in ("close", "pin", "hide"):
        browser.post(at("on_thread", thread.pk, action))
    for action in ("hide", "approve", "show"):
        browser.post(at("on_post", thread.posts.last().pk, action))
    browser.post(at("move", thread.pk), {"board": make.board("Otra").pk})
    thread.refresh_from_db()
    assert (thread.state, thread.pinned, thread.board.slug) == ("open", False, "preguntas")
    assert set(thread.posts.values_list("state", flat=True)) == {"shown"}


def test_moderators_act_where_they_read(talk):
    thread, _ana, _eva = talk
    browser = signed_in(make.moderator())
    other = make.board("Rutinas")
    assert "Moderar" in browser.get(address(thread)).content.decode()
    for action in ("pin", "close"):
        browser.post(at("on_thread", thread.pk, action))
    browser.post(at("move", thread.pk), {"board": other.pk})
    browser.post(at("on_post", thread.posts.last().pk, "hide"))
    thread.refresh_from_db()
    assert (thread.state, thread.pinned, thread.board) == ("closed", True, other)
    assert thread.post_count == 1
    page = browser.get(address(thread)).content.decode()
    assert "Oculto" in page and "Volver a mostrar" in page


def test_a_long_thread_is_turned_page_by_page(talk):
    thread, ana, eva = talk
    make.many_posts(thread, [ana.member, eva.member], 45)
    visitor, seen, path = Client(), [], address(thread)
    while path:
        page = visitor.get(path)
        seen += [post.pk for post in page.context["page"].posts]
        later = page.context["page"].later
        path = f"{address(thread)}?{later}" if later else ""
    assert seen == list(thread.posts.order_by("pk").values_list("pk", flat=True))
    last = visitor.get(f"{address(thread)}?last").context["page"]
    assert last.posts[-1].pk == seen[-1] and last.earlier and not last.later
    back = visitor.get(f"{address(thread)}?{last.earlier}").context["page"]
    assert back.posts[-1].pk == last.posts[0].pk - 1
    assert visitor.get(f"{address(thread)}?after=99999999999999999").status_code == 302
    assert visitor.get(f"{address(thread)}?after=x").status_code == 200


def test_search_finds_words_without_accents_and_no_hidden_posts(talk):
    thread, ana, _eva = talk
    found = Client().get("/es-co/foro/?q=SERUM+lo").content.decode()
    assert thread.title in found
    assert thread.title not in Client().get("/es-co/foro/?q=jabon").content.decode()
    services.hide(by=make.moderator(), post=thread.posts.last())
    assert "noche" not in Client().get("/es-co/foro/?q=noche").content.decode().split("</form>")[-1]
    assert Client().get("/es-co/foro/", {"q": "a\x00%_'\"" * 40}).status_code == 200


def test_names_are_those_of_the_thread(talk):
    thread, ana, eva = talk
    make.viewer("Eva", name="Eva Lejana")
    names = signed_in(ana).get(at("names", thread.pk), {"q": "EV"}).json()["names"]
    assert names == ["Eva P."]
    assert Client().get(at("names", thread.pk), {"q": "e"}).json()["names"] == []


def test_the_account_shows_what_is_new_and_followed(talk, django_capture_on_commit_callbacks):
    thread, ana, eva = talk
    with django_capture_on_commit_callbacks(execute=True):
        services.reply(by=eva, thread=thread, text="Y de día también.")
    browser = signed_in(ana)
    page = browser.get("/es-co/account/forum/").content.decode()
    assert thread.title in page and "Mensaje nuevo en un tema que sigues" in page
    assert count_unread(ana.person) == 1
    browser.get(address(thread))
    assert count_unread(ana.person) == 0
    assert "Mensaje nuevo en un tema" not in browser.get("/es-co/account/forum/").content.decode()
    browser.post("/es-co/account/forum/", {"name": "Ana de Cali"})
    ana.member.refresh_from_db()
    assert ana.member.name == "Ana de Cali"


def test_whoever_has_no_name_yet_is_asked_for_it_and_led_back(talk):
    thread, _ana, _eva = talk
    browser = Client()
    browser.force_login(make_person("Leo", "Paz", registered=True).user)
    answer = browser.post(at("on_post", thread.posts.first().pk, "like"))
    assert answer.url.startswith("/es-co/account/forum/?next=")
    named = browser.post(answer.url, {"name": "Leo P.", "next": address(thread)})
    assert named.url == address(thread)
    named = browser.post(answer.url, {"name": "Leo Paz", "next": "https://evil.example/"})
    assert named.url == "/es-co/account/forum/"


@pytest.mark.parametrize("number", [10, 10_000])
def test_reading_costs_the_same_at_any_size(talk, number, assert_max_queries):
    thread, ana, eva = talk
    make.many_posts(thread, [ana.member, eva.member], number)
    moderator = signed_in(make.moderator())
    for browser, most in ((Client(), 6), (signed_in(ana), 12), (moderator, 12)):
        counts = set()
        browser.get(address(thread))
        for query in ("", "?last"):
            with assert_max_queries(most) as queries:
                assert browser.get(f"{address(thread)}{query}").status_code == 200
            counts.add(len(queries))
        assert len(counts) == 1, counts
        for path in ("/es-co/foro/", at("board", "preguntas"), "/es-co/foro/?q=respuesta+9"):
            with assert_max_queries(12):
                assert browser.get(path).status_code == 200


def test_a_board_for_some_stays_within_the_budget(talk, assert_max_queries):
    thread, _ana, _eva = talk
    Board.objects.update(audience=["consultants"])
    lili = make_consultant("Lili", "Gómez")
    from academy.forum.access import Viewer

    viewer = Viewer(lili.person.user)
    services.take_part(by=viewer, name="Lili G.")
    browser = signed_in(viewer)
    browser.get(address(thread))
    with assert_max_queries(12):
        assert browser.get(address(thread)).status_code == 200
