"""Who is mailed, what for, once, and how it ends."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from academy.forum import services, tasks
from academy.forum.models import Board, Follow, Notice, Post
from academy.forum.stopping import Subject, make_token, read_token
from people.services import erase_person
from tests.staff import make_staff

from . import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """``committed(service, …)``: with the jobs that its commit would queue."""

    def run(service, *args, **kwargs):
        with django_capture_on_commit_callbacks(execute=True):
            return service(*args, **kwargs)

    return run


@pytest.fixture
def talk():
    """Ana asked, Eva follows, Leo answers; none of their posts waits."""
    make.nothing_waits()
    ana, eva, leo = make.viewer(name="Ana D."), make.viewer("Eva"), make.viewer("Leo")
    thread = make.thread(ana)
    services.follow(by=eva, thread=thread)
    mail.outbox.clear()
    return thread, ana, eva, leo


def recipients():
    return sorted(message.to[0] for message in mail.outbox)


def stop_path(message) -> str:
    return re.fullmatch(r"<https?://[^/]+(/.*)>", message.extra_headers["List-Unsubscribe"])[1]


def test_followers_hear_of_a_reply_and_its_author_does_not(talk, committed):
    thread, ana, eva, leo = talk

    post = committed(
        services.reply, by=leo, thread=thread, text="Por la **noche**, <b>siempre</b>."
    )

    assert recipients() == sorted([ana.person.email, eva.person.email])
    message = mail.outbox[0]
    assert "Por la noche" in message.body and f"/foro/mensaje/{post.pk}/" in message.body
    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "<b>siempre" not in message.alternatives[0][0]
    # The task that comes again mails nobody.
    tasks.tell_of_post.call(post_id=post.pk)
    for notice in Notice.objects.all():
        tasks.mail_notice.call(notice_id=notice.pk)
    assert len(mail.outbox) == 2


def test_a_new_thread_is_told_to_who_follows_its_board(talk, committed):
    thread, _ana, eva, leo = talk
    services.follow(by=eva, board=thread.board)
    committed(make.thread, leo, thread.board, title="Otra pregunta")
    assert recipients() == [eva.person.email]
    assert "Otra pregunta" in mail.outbox[0].subject


def test_who_is_mentioned_hears_it_once_though_they_follow(talk, committed):
    thread, ana, eva, leo = talk
    committed(services.reply, by=leo, thread=thread, text="@ana d. mira esto, y @Eva también.")
    by_reader = {message.to[0]: message.subject for message in mail.outbox}
    assert (
        "te mencionó" in by_reader[ana.person.email] or "mentioned" in by_reader[ana.person.email]
    )
    # Eva has written nothing here: nobody can call her into it.
    assert "menc" not in by_reader[eva.person.email].lower()
    assert Post.objects.last().mentions.count() == 1


def test_a_change_is_news_to_who_is_mentioned_anew_alone(talk, committed):
    thread, ana, eva, leo = talk
    services.follow(by=eva, thread=thread, mode="none")
    post = committed(services.reply, by=leo, thread=thread, text="Por la noche.")
    services.follow(by=eva, thread=thread)
    mail.outbox.clear()
    committed(services.edit_post, by=leo, post=post, text="Por la noche, siempre.")
    late = make.viewer("Mar")
    services.follow(by=late, thread=thread)
    committed(services.edit_post, by=leo, post=post, text="De noche, siempre.")
    assert mail.outbox == []
    make.reply(eva, thread, "¿Y de día?")
    committed(services.edit_post, by=leo, post=post, text=f"@{eva.member.name} de noche.")
    assert mail.outbox == [] and post.mentions.get().member == eva.member
    Notice.objects.filter(member=eva.member).delete()
    committed(services.edit_post, by=leo, post=post, text=f"@{eva.member.name} solo de noche.")
    assert recipients() == [eva.person.email]


def test_the_author_of_an_answer_is_told(talk, committed):
    thread, ana, _eva, leo = talk
    post = committed(services.reply, by=leo, thread=thread, text="Por la noche.")
    mail.outbox.clear()
    committed(services.mark_as_answer, by=ana, post=post)
    assert recipients() == [leo.person.email]
    services.unmark_answer(by=ana, post=post)
    committed(services.mark_as_answer, by=ana, post=post)
    assert len(mail.outbox) == 1


def test_one_link_ends_the_mails_of_one_thread_without_signing_in(talk, committed):
    thread, ana, eva, leo = talk
    committed(services.reply, by=leo, thread=thread, text="Uno")
    path = stop_path(next(m for m in mail.outbox if m.to == [eva.person.email]))
    browser = Client(enforce_csrf_checks=True)

    shown = browser.get(path)

    assert shown.status_code == 200 and b"<form" in shown.content
    assert Follow.objects.get(member=eva.member).mode == Follow.Mode.EACH
    assert browser.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Follow.objects.get(member=eva.member).mode == Follow.Mode.NONE
    assert Follow.objects.get(member=ana.member).mode == Follow.Mode.EACH
    mail.outbox.clear()
    committed(services.reply, by=leo, thread=thread, text="Dos")
    assert recipients() == [ana.person.email]


@pytest.mark.parametrize(
    ("kind", "left"), [("digest", "none"), ("board", "none"), ("mine", "digest")]
)
def test_each_link_ends_what_it_says(talk, kind, left):
    thread, _ana, eva, _leo = talk
    services.follow(by=eva, board=thread.board, mode="digest")
    services.end_mails(Subject(eva.member.pk, kind, thread.board_id if kind == "board" else 0))
    eva.member.refresh_from_db()
    assert Follow.objects.get(member=eva.member, board=thread.board).mode == left
    assert eva.member.mails_about_me is (kind != "mine")


def test_links_of_others_cannot_be_made(talk):
    token = make_token(Subject(1, "thread", 2))
    assert read_token(token) == Subject(1, "thread", 2)
    assert read_token(token[:-1] + ("A" if token[-1] != "A" else "B")) is None
    assert read_token("WzEsInRocmVhZCIsMl0:abc:def") is None
    for path in (f"/es-co/foro/stop/{token}x/", "/es-co/foro/stop/nada/"):
        assert Client().post(path).status_code == 404


def test_nothing_is_mailed_of_what_the_reader_may_not_see_any_more(talk, committed):
    thread, ana, eva, leo = talk
    Board.objects.update(audience=["consultants"])
    post = committed(make.reply, make.moderator(), thread)
    assert mail.outbox == []
    Board.objects.update(audience=[])
    Post.objects.filter(pk=post.pk).update(state="hidden")
    Notice.objects.update(mailed_at=None)
    for notice in Notice.objects.all():
        tasks.mail_notice.call(notice_id=notice.pk)
    assert mail.outbox == []


def test_posts_that_wait_are_told_once_they_are_approved(committed):
    ana, eva, rosa = make.viewer(), make.viewer("Eva"), make.moderator()
    thread = committed(make.thread, ana)
    mail.outbox.clear()
    post = committed(services.reply, by=eva, thread=thread, text="¿Y de día?")
    assert mail.outbox == []
    committed(services.approve, by=rosa, post=post)
    assert recipients() == [ana.person.email]


def test_a_digest_comes_once_with_all_of_the_day(talk, committed):
    thread, ana, eva, leo = talk
    services.follow(by=eva, thread=thread, mode="digest")
    services.follow(by=ana, thread=thread, mode="none")
    for text in ("Uno", "Dos"):
        committed(services.reply, by=leo, thread=thread, text=text)
    hidden = committed(services.reply, by=leo, thread=thread, text="Tres, fuera de lugar")
    services.hide(by=make.moderator(), post=hidden)
    assert mail.outbox == []

    for _time in range(2):
        committed(tasks.mail_digests.call)

    message = mail.outbox[0]
    assert recipients() == [eva.person.email]
    assert "Uno" in message.body and "Dos" in message.body and "Tres" not in message.body
    assert stop_path(message).startswith("/es-co/foro/stop/")


def test_a_digest_leaves_out_what_is_old(talk, committed):
    thread, _ana, eva, leo = talk
    services.follow(by=eva, thread=thread, mode="digest")
    committed(services.reply, by=leo, thread=thread, text="Uno")
    mail.outbox.clear()
    Notice.objects.update(created_at=timezone.now() - timedelta(days=8))
    committed(tasks.mail_digests.call)
    assert mail.outbox == []


def test_a_mail_that_cannot_go_out_is_tried_again(talk, monkeypatch, committed):
    thread, _ana, eva, leo = talk
    services.follow(by=eva, thread=thread, mode="digest")
    committed(services.reply, by=leo, thread=thread, text="Uno")
    mail.outbox.clear()
    with monkeypatch.context() as broken:
        broken.setattr("academy.forum.sending.send_digest", _fails)
        with pytest.raises(OSError):
            tasks.mail_digest.func(member_id=eva.member.pk)
    tasks.mail_digest.call(member_id=eva.member.pk)
    assert recipients() == [eva.person.email]


def _fails(*args):
    raise OSError("no mail server")


def test_a_warning_is_mailed(talk, committed):
    thread, _ana, _eva, leo = talk
    committed(
        services.warn,
        by=make.moderator(),
        member=leo.member,
        text="Sin promesas de ingresos, por favor.",
    )
    assert recipients() == [leo.person.email]
    assert "Sin promesas" in mail.outbox[0].body


def test_the_erased_keep_their_posts_and_nothing_else(talk, committed):
    thread, ana, eva, leo = talk
    post = committed(services.reply, by=leo, thread=thread, text="@Ana D. mira.")
    services.like(by=ana, post=post)
    committed(services.warn, by=make.moderator(), member=ana.member, text="…")
    mail.outbox.clear()

    committed(erase_person, ana.person, by=make_staff("Administrator"))

    thread.refresh_from_db()
    post.refresh_from_db()
    assert thread.author.shown_name in ("Former member", "Antiguo miembro")
    assert "Ana D." not in post.text + post.html and "ana d." not in post.folded
    assert not Follow.objects.filter(member=ana.member).exists()
    assert not ana.member.warnings.exists() and not post.mentions.exists()
    committed(services.reply, by=leo, thread=thread, text="¿Sigues ahí?")
    assert ana.person.email not in recipients()


def test_the_export_has_what_one_wrote(talk, committed):
    from academy.forum.privacy import written_by

    thread, ana, _eva, leo = talk
    committed(services.reply, by=leo, thread=thread, text="No es de Ana")
    exported = written_by(ana.person)
    assert [post["text"] for post in exported["posts"]] == ["Lo compré ayer."]
    assert exported["follows"] == [{"what": thread.title, "mails": "each"}]


def test_what_is_kept_for_a_time_goes(talk, committed):
    thread, ana, _eva, leo = talk
    committed(services.reply, by=leo, thread=thread, text="Uno")
    Notice.objects.update(created_at=timezone.now() - timedelta(days=91))
    tasks.forget_old_forum_data.call()
    assert not Notice.objects.exists()
