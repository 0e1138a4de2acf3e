"""Two tabs, two devices, the clock: the same attempt at the same moment."""

from datetime import timedelta

import pytest
from django.utils import timezone

from academy.evaluations import services
from academy.evaluations.models import Attempt, AttemptQuestion
from academy.evaluations.signals import attempt_finished
from tests.at_once import at_once

from .factories import evaluation, fixed, learner, question
from .taking import hand_in, right_fields, save, start

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("open_gate"),
]


@pytest.fixture
def ana(transactional_db):
    return learner()


@pytest.fixture
def told():
    heard = []

    def hear(attempt, **kwargs):
        heard.append(attempt.pk)

    attempt_finished.connect(hear)
    yield heard
    attempt_finished.disconnect(hear)


def test_two_starts_are_one_attempt(ana):
    made = evaluation(fixed(question(), question()))
    found = at_once(*[lambda: start(ana, made).pk] * 4)
    assert set(found) == {Attempt.objects.get().pk}
    assert AttemptQuestion.objects.count() == 2


def test_two_starts_are_one_of_the_allowed_ones(ana):
    made = evaluation(attempts_allowed=1)
    old = start(ana, made)
    hand_in(old)
    results = at_once(*[lambda: start(ana, made)] * 3, refused=services.CannotStart)
    assert all(isinstance(one, services.CannotStart) for one in results)


def test_two_hand_ins_and_the_clock_end_it_once(ana, told):
    attempt = start(ana, evaluation(time_limit=1), now=timezone.now() - timedelta(minutes=1))
    save(attempt, 1, right_fields(attempt.questions.get()))
    later = timezone.now() + timedelta(minutes=5)
    at_once(
        lambda: hand_in(attempt),
        lambda: hand_in(attempt),
        lambda: services.close_overdue(now=later),
        lambda: hand_in(attempt, now=later),
    )
    assert told == [attempt.pk]
    assert Attempt.objects.get().score == 100


def test_an_answer_is_in_the_score_or_is_refused(ana):
    """Whoever hands in while another tab still saves: what was kept was scored."""
    made = evaluation(fixed(*[question() for _ in range(4)]))
    for _ in range(6):
        attempt = start(ana, made)
        right = {one.position: right_fields(one) for one in attempt.questions.all()}
        jobs = [
            lambda attempt=attempt, position=position, sent=sent: save(attempt, position, sent)
            for position, sent in right.items()
        ]
        at_once(*jobs, lambda attempt=attempt: hand_in(attempt), refused=services.AttemptClosed)
        attempt.refresh_from_db()
        kept = attempt.questions.filter(answer__isnull=False)
        assert attempt.score == 25 * kept.count()
        assert not kept.exclude(score=1).exists()


def test_the_newest_of_many_writes_stays(ana):
    attempt = start(ana, evaluation())
    now = int(timezone.now().timestamp() * 1000) - 10_000
    jobs = [
        lambda sequence=sequence: save(attempt, 1, str(sequence % 3 + 1), sequence=now + sequence)
        for sequence in range(8)
    ]
    at_once(*jobs)
    answer = AttemptQuestion.objects.get()
    assert (answer.sequence, answer.answer) == (now + 7, str(7 % 3 + 1))
