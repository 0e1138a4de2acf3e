"""The same at the same moment: counts are right, and nothing is there twice."""

import uuid

import pytest

from academy.forum import services
from academy.forum.access import Viewer
from academy.forum.models import Like, Member, Notice, Post, Report
from academy.forum.tasks import mail_digest, tell_of_post
from people.models import User
from tests.at_once import at_once
from tests.replicated.factories import make_person

from . import factories as make

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def fresh(viewer) -> Viewer:
    """The same person in another request."""
    return Viewer(User.objects.get(pk=viewer.user.pk))


@pytest.fixture
def people():
    make.nothing_waits()
    return [make.viewer(f"Ana{number}") for number in range(6)]


def test_replies_at_once_are_all_counted(people):
    thread = make.thread(people[0])

    at_once(
        *(
            lambda who=who: services.reply(by=fresh(who), thread=thread, text="Yo también.")
            for who in people
        )
    )

    thread.refresh_from_db()
    assert thread.post_count == thread.posts.count() == 7
    assert thread.last_author_id == thread.posts.last().author_id


def test_the_same_form_at_once_is_one_post(people):
    thread, key = make.thread(people[0]), uuid.uuid4()
    made = at_once(
        *(
            lambda: services.reply(by=fresh(people[0]), thread=thread, text="Una", form_key=key)
            for _time in range(4)
        )
    )
    thread.refresh_from_db()
    assert len({post.pk for post in made}) == 1 and thread.post_count == 2


def test_a_thread_that_is_sent_twice_at_once_is_one(people):
    here, key = make.board(), uuid.uuid4()
    made = at_once(
        *(
            lambda: services.open_thread(
                by=fresh(people[0]), board=here, title="Hola", text="Una", form_key=key
            )
            for _time in range(4)
        )
    )
    assert len({thread.pk for thread in made}) == 1 and here.threads.count() == 1


def test_likes_at_once_count_each_member_once(people):
    post = make.thread(people[0]).posts.get()
    jobs = [lambda who=who: services.like(by=fresh(who), post=post) for who in people[1:]]
    at_once(*jobs, *jobs)
    post.refresh_from_db()
    assert post.like_count == Like.objects.count() == 5


def test_hiding_and_replying_at_once_leave_the_right_count(people):
    thread = make.thread(people[0])
    victim = make.reply(people[1], thread)
    rosa = make.moderator()
    at_once(
        lambda: services.hide(by=fresh(rosa), post=victim),
        lambda: services.hide(by=fresh(rosa), post=victim),
        lambda: services.reply(by=fresh(people[2]), thread=thread, text="Hola"),
        lambda: services.reply(by=fresh(people[3]), thread=thread, text="Hola"),
    )
    thread.refresh_from_db()
    assert thread.post_count == thread.posts.filter(state=Post.State.SHOWN).count() == 3


def test_a_report_twice_at_once_is_one(people):
    post = make.thread(people[0]).posts.get()
    at_once(
        *(
            lambda: services.report(by=fresh(people[1]), post=post, reason="spam")
            for _time in range(3)
        )
    )
    assert Report.objects.count() == 1


def test_a_name_is_taken_once():
    people = [make_person("Ana", "Díaz", registered=True) for _time in range(3)]
    from django.core.exceptions import ValidationError

    at_once(
        *(lambda who=who: services.take_part(by=Viewer(who.user), name="Ana D.") for who in people),
        refused=(ValidationError,),
    )
    assert Member.objects.count() == 1


def test_tasks_that_run_twice_tell_once(people, mailoutbox):
    thread = make.thread(people[0])
    for who in people[1:]:
        services.follow(by=who, thread=thread, mode="digest")
    post = services.reply(by=people[0], thread=thread, text="Hola")
    mailoutbox.clear()
    at_once(*(lambda: tell_of_post.func(post_id=post.pk) for _time in range(3)))
    assert Notice.objects.filter(post=post).count() == 5
    reader = people[1].member.pk
    at_once(*(lambda: mail_digest.func(member_id=reader) for _time in range(3)))
    assert len(mailoutbox) == 1
