"""Whatever a test runs is held against the order in which rows are locked (``background.locks``),
on SQLite too: two writers that lock in different orders wait for each other only once a year."""

from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection

from background.locks import rows_locked


class Held:
    """A place in the order that the transaction holds. Lies among what waits for the commit: there
    Django forgets it with the transaction, or with the savepoint that is rolled back, as the
    database forgets the lock."""

    def __init__(self, place: int):
        self.place = place

    def __call__(self) -> None:
        pass


def _savepoints_of_tests() -> int:
    """How many of the open blocks are the test's own, around the code that is tested."""
    return sum(block._from_testcase for block in connection.atomic_blocks)


def _hold(sender, place: int, **_) -> None:
    own = _savepoints_of_tests()
    if len(connection.atomic_blocks) == own:
        raise AssertionError(f"{sender.__name__} is locked outside of a transaction")
    # The outermost savepoint of the code that is tested stands for its transaction.
    within = set(connection.savepoint_ids[own - 1 : own] if own else ())
    if None in within:  # a block without one of its own (factories): nothing to tell it by
        return
    held = {
        function.place
        for savepoints, function, *_robust in connection.run_on_commit
        if isinstance(function, Held) and within <= set(savepoints)
    }
    if place not in held:
        later = [settings.LOCK_ORDER[other] for other in sorted(held) if other > place]
        if later:
            raise AssertionError(
                f"{settings.LOCK_ORDER[place]} is locked after {', '.join(later)}: see LOCK_ORDER"
            )
        connection.run_on_commit.append((set(connection.savepoint_ids), Held(place), True))


@contextmanager
def nobody_else_writes():
    """Within it nothing is held against the order: a company is built in one transaction, before
    anybody comes."""
    watched = rows_locked.disconnect(_hold)
    try:
        yield
    finally:
        if watched:
            rows_locked.connect(_hold)


@pytest.fixture(autouse=True)
def _locks_are_taken_in_order():
    rows_locked.connect(_hold)
    yield
    rows_locked.disconnect(_hold)
