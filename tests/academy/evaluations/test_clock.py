"""Time under a clock that is put forward and back."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from academy.evaluations import services
from academy.evaluations.models import Attempt
from academy.evaluations.signals import attempt_finished

from .factories import evaluation, fixed, question
from .taking import hand_in, right_fields, save, start

pytestmark = [pytest.mark.django_db(transaction=False), pytest.mark.usefixtures("open_gate")]

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["save", "save", "save", "hand in", "sweep", "start"]),
        st.integers(-900, 1500),  # seconds after noon, in any order
        st.booleans(),
    ),
    max_size=12,
)


@pytest.fixture
def heard():
    finals = []

    def hear(attempt, **kwargs):
        finals.append(attempt.pk)

    attempt_finished.connect(hear)
    yield finals
    attempt_finished.disconnect(hear)


@pytest.fixture
def asked(db):
    return question()


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS, on_timeout=st.sampled_from(["hand_in", "discard"]))
def test_however_the_clock_jumps(db, open_gate, ana, asked, heard, steps, on_timeout):
    """The deadline never moves; what is kept is kept in time; an attempt ends once and stays so."""
    rules = {"time_limit": 10, "grace_seconds": 30, "on_timeout": on_timeout}
    made = evaluation(fixed(asked), attempts_allowed=1, **rules)
    attempt = start(ana, made, now=NOON)
    ends = NOON + timedelta(seconds=630)
    right = right_fields(attempt.questions.get())
    kept, final = None, None
    for what, seconds, is_right in steps:
        now = NOON + timedelta(seconds=seconds)
        if what == "save":
            sent = right if is_right else ""
            try:
                assert save(attempt, 1, sent, now=now).stored
                assert final is None and now <= ends
                kept = sent or None
            except services.AttemptClosed:
                assert final is not None or now > ends
        elif what == "hand in":
            hand_in(attempt, now=now)
        elif what == "sweep":
            services.close_overdue(now=now)
        else:
            try:
                assert start(attempt.person, made, now=now).pk == attempt.pk
            except services.CannotStart:
                pass
        row = Attempt.objects.get(pk=attempt.pk)
        assert (row.deadline, row.accepts_until) == (NOON + timedelta(minutes=10), ends)
        assert row.questions.get().answer == kept
        if final is not None:
            assert row.state == final
        elif not row.is_open:
            final = row.state
            late = now > ends
            assert final == ("expired" if late and on_timeout == "discard" else "graded")
            assert NOON <= row.handed_in_at <= max(ends, NOON)
            if final == "graded":
                assert row.score == (100 if kept else 0)
    assert heard.count(attempt.pk) == (final is not None)
    assert Attempt.objects.at(made.translation_key).count() == 1
