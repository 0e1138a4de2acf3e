"""What the services promise: who may do what, and that counts and states are right."""

import uuid
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import ModelLogEntry

from academy.forum import services
from academy.forum.access import Viewer
from academy.forum.models import Board, Follow, Like, Member, Post, Report, Thread
from tests.replicated.factories import make_person

from . import factories as make

pytestmark = pytest.mark.django_db


def test_first_posts_wait_until_enough_was_approved():
    ana, rosa, here = make.viewer(), make.moderator(), make.board()

    thread = services.open_thread(by=ana, board=here, title="Hola", text="Soy nueva.")

    assert thread.state == Thread.State.WAITING and thread.post_count == 0
    assert list(Thread.objects.visible_to(ana)) == [thread]
    assert not Thread.objects.visible_to(make.viewer("Eva")).exists()
    services.approve(by=rosa, post=thread.posts.get())
    thread.refresh_from_db()
    assert thread.state == Thread.State.OPEN and thread.post_count == 1
    second = services.reply(by=ana, thread=thread, text="Otra cosa.")
    assert second.state == Post.State.WAITING
    services.approve(by=rosa, post=second)
    third = services.reply(by=ana, thread=thread, text="Y otra.")
    assert third.state == Post.State.SHOWN
    thread.refresh_from_db()
    assert thread.post_count == 3 and thread.last_author == ana.member


def test_what_was_hidden_builds_no_trust():
    ana, rosa = make.viewer(), make.moderator()
    thread = make.thread(ana)
    services.hide(by=rosa, post=thread.posts.get())

    again = services.open_thread(by=ana, board=thread.board, title="Otra", text="Vez.")

    assert again.state == Thread.State.WAITING


def test_the_same_form_sent_twice_is_one_post():
    make.nothing_waits()
    ana, key = make.viewer(), uuid.uuid4()
    thread = make.thread(ana, form_key=key)
    assert make.thread(ana, thread.board, form_key=key) == thread

    key = uuid.uuid4()
    first = make.reply(ana, thread, form_key=key)
    assert make.reply(ana, thread, form_key=key) == first
    thread.refresh_from_db()
    assert thread.post_count == 2


def test_counts_follow_what_is_hidden_and_shown_again():
    make.nothing_waits()
    ana, eva, rosa = make.viewer(), make.viewer("Eva"), make.moderator()
    thread = make.thread(ana)
    answer = make.reply(eva, thread)
    services.mark_as_answer(by=ana, post=answer)

    services.hide(by=rosa, post=answer)
    services.hide(by=rosa, post=answer)

    thread.refresh_from_db()
    assert (thread.post_count, thread.last_author, thread.answer) == (1, ana.member, None)
    services.show(by=rosa, post=answer)
    thread.refresh_from_db()
    assert (thread.post_count, thread.last_author) == (2, eva.member)


def test_hiding_the_opening_post_hides_the_thread_and_showing_it_brings_it_back():
    make.nothing_waits()
    ana, rosa = make.viewer(), make.moderator()
    thread = make.thread(ana)
    services.hide(by=rosa, post=thread.posts.get())
    thread.refresh_from_db()
    assert thread.state == Thread.State.HIDDEN and thread.post_count == 0
    assert not Thread.objects.visible_to(ana).exists()

    services.show_thread(by=rosa, thread=thread)

    thread.refresh_from_db()
    assert thread.state == Thread.State.OPEN and thread.post_count == 1


def test_an_own_post_is_changed_for_half_an_hour_and_its_history_kept():
    make.nothing_waits()
    ana = make.viewer()
    post = make.thread(ana, title="Antes", text="Uno").posts.get()

    services.edit_post(by=ana, post=post, text="Dos", title="Después")

    post.refresh_from_db()
    assert "Dos" in post.html and "despues" in post.folded and post.edited_at
    assert post.thread.title == "Después"
    version = post.versions.get()
    assert (version.title, version.text) == ("Antes", "Uno")
    Post.objects.update(created_at=timezone.now() - timedelta(minutes=31))
    with pytest.raises(services.NotPossible):
        services.edit_post(by=ana, post=post, text="Tres")


def test_a_post_that_was_approved_is_not_turned_into_another():
    ana = make.viewer()
    post = make.thread(ana, text="Hola").posts.get()
    with pytest.raises(services.NotPossible):
        services.edit_post(by=ana, post=post, text="https://spam.example")


def test_likes_count_once_and_never_for_oneself():
    make.nothing_waits()
    ana, eva = make.viewer(), make.viewer("Eva")
    post = make.thread(ana).posts.get()
    for _time in range(2):
        services.like(by=eva, post=post)
    with pytest.raises(services.NotPossible):
        services.like(by=ana, post=post)
    post.refresh_from_db()
    assert post.like_count == 1

    for _time in range(2):
        services.unlike(by=eva, post=post)

    post.refresh_from_db()
    assert post.like_count == 0 and not Like.objects.exists()


def test_the_answer_is_marked_by_who_asked_or_a_moderator():
    make.nothing_waits()
    ana, eva, rosa = make.viewer(), make.viewer("Eva"), make.moderator()
    thread = make.thread(ana)
    answer, other = make.reply(eva, thread), make.reply(eva, thread, "Por la mañana.")
    with pytest.raises(services.NotPossible):
        services.mark_as_answer(by=eva, post=answer)
    with pytest.raises(services.NotPossible):
        services.mark_as_answer(by=ana, post=thread.posts.first())

    services.mark_as_answer(by=ana, post=answer)
    services.mark_as_answer(by=rosa, post=other)

    thread.refresh_from_db()
    assert thread.answer == other
    services.unmark_answer(by=ana, post=other)
    thread.refresh_from_db()
    assert thread.answer is None


def test_reports_are_settled_by_hiding_or_by_saying_that_nothing_is_wrong():
    make.nothing_waits()
    ana, eva, rosa = make.viewer(), make.viewer("Eva"), make.moderator()
    post = make.thread(ana).posts.get()
    first = services.report(by=eva, post=post, reason="spam")
    assert services.report(by=eva, post=post, reason="other") == first
    with pytest.raises(services.NotPossible):
        services.report(by=ana, post=post, reason="spam")

    assert services.dismiss_reports(by=rosa, post=post) == 1

    services.report(by=eva, post=post, reason="offensive")
    services.hide(by=rosa, post=post)
    assert list(Report.objects.values_list("state", flat=True)) == ["dismissed", "acted"]


def test_a_closed_thread_takes_replies_of_moderators_alone():
    make.nothing_waits()
    ana, rosa = make.viewer(), make.moderator()
    thread = make.thread(ana)
    services.close(by=rosa, thread=thread)
    with pytest.raises(services.NotPossible):
        services.reply(by=ana, thread=thread, text="Pero…")
    services.reply(by=rosa, thread=thread, text="Ya está dicho.")
    services.reopen(by=rosa, thread=thread)
    services.reply(by=ana, thread=thread, text="Gracias.")


def test_a_thread_is_moved_within_its_language():
    ana, rosa = make.viewer(), make.moderator()
    thread = make.thread(ana)
    there = make.board("Rutinas")
    with pytest.raises(services.NotPossible):
        services.move(by=rosa, thread=thread, board=make.board("Questions", "en"))
    services.move(by=rosa, thread=thread, board=there)
    thread.refresh_from_db()
    assert thread.board == there


@pytest.mark.parametrize(
    "service",
    ["approve", "hide", "show", "dismiss_reports"],
)
def test_members_moderate_no_posts(service):
    make.nothing_waits()
    ana, eva = make.viewer(), make.viewer("Eva")
    post = make.thread(ana).posts.get()
    with pytest.raises(services.NotPossible):
        getattr(services, service)(by=eva, post=post)


@pytest.mark.parametrize(
    "service", ["close", "reopen", "pin", "unpin", "hide_thread", "show_thread"]
)
def test_members_moderate_no_threads(service):
    make.nothing_waits()
    ana = make.viewer()
    with pytest.raises(services.NotPossible):
        getattr(services, service)(by=ana, thread=make.thread(ana))


def test_a_board_with_an_audience_is_not_there_for_others():
    make.nothing_waits()
    ana, rosa = make.viewer(), make.moderator()
    secret = make.board("Solo ventas", audience=["consultants"])
    thread = make.thread(rosa, secret)
    post = thread.posts.get()
    nobody = Viewer(AnonymousUser())

    for somebody in (ana, nobody):
        assert not Thread.objects.visible_to(somebody).exists()
        assert not Thread.objects.visible_to(somebody, [secret]).exists()
        assert not Post.objects.visible_to(somebody).exists()
    with pytest.raises(Board.DoesNotExist):
        services.open_thread(by=ana, board=secret, title="Hola", text="¿Se puede?")
    with pytest.raises(Thread.DoesNotExist):
        services.reply(by=ana, thread=thread, text="Hola")
    with pytest.raises(Thread.DoesNotExist):
        services.follow(by=ana, thread=thread)
    with pytest.raises(Board.DoesNotExist):
        services.follow(by=ana, board=secret)
    for service, more in ((services.like, {}), (services.report, {"reason": "spam"})):
        with pytest.raises(Post.DoesNotExist):
            service(by=ana, post=post, **more)


def test_only_who_is_known_writes():
    here = make.board()
    with pytest.raises(services.NotPossible):
        services.open_thread(by=Viewer(AnonymousUser()), board=here, title="Hola", text="x")
    unnamed = Viewer(make_person(registered=True).user)
    with pytest.raises(services.NotPossible):
        services.open_thread(by=unnamed, board=here, title="Hola", text="x")
    unproven = make.viewer("Eva")
    unproven.user.emailaddress_set.update(verified=False)
    with pytest.raises(services.NotPossible):
        services.open_thread(by=unproven, board=here, title="Hola", text="x")


def test_a_board_may_leave_threads_to_moderators():
    news = make.board("Noticias", takes_threads=False)
    with pytest.raises(services.NotPossible):
        services.open_thread(by=make.viewer(), board=news, title="Hola", text="x")
    services.open_thread(by=make.moderator(), board=news, title="Hola", text="x")


def test_names_are_nobody_elses():
    ana = make.viewer(name="Ana D.")
    assert services.membership.suggested_name(make_person("Ana", "Díaz")) == "Ana D. 2"
    eva = make.viewer("Eva")
    for name in ("ana d.", "ÁNA  D.", "***", "Ana@D", "  "):
        with pytest.raises(ValidationError):
            services.rename(by=eva, name=name)
    services.rename(by=ana, name="Ana de Cali")
    services.rename(by=eva, name="Ana D.")
    assert Member.objects.get(pk=eva.member.pk).name == "Ana D."


def test_who_writes_follows_and_who_said_no_is_left_alone():
    make.nothing_waits()
    ana = make.viewer()
    thread = make.thread(ana)
    assert Follow.objects.get().mode == Follow.Mode.EACH
    services.follow(by=ana, thread=thread, mode=Follow.Mode.NONE)
    services.reply(by=ana, thread=thread, text="Algo más.")
    assert Follow.objects.get().mode == Follow.Mode.NONE


def test_each_act_leaves_one_row_that_names_nobody():
    make.nothing_waits()
    ana, rosa = make.viewer(name="Ana la Única"), make.moderator()
    thread = make.thread(ana)
    services.pin(by=rosa, thread=thread)
    services.pin(by=rosa, thread=thread)
    services.warn(by=rosa, member=ana.member, text="Por favor, sin promesas.")
    rows = ModelLogEntry.objects.filter(action__startswith="forum.")
    assert sorted(rows.values_list("action", flat=True)) == [
        "forum.join",
        "forum.join",
        "forum.open_thread",
        "forum.pin",
        "forum.warn",
    ]
    assert not rows.filter(label__contains="Única").exists()
