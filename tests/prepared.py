"""Rows that all tests of a module begin with, made once.

What takes seconds to make (an influencer's pages, a product in every colour) is made within one
transaction around the module's tests; each test is a savepoint in it, as pytest-django allows.
Not for modules of which a test commits: that would end what the others begin with.
"""

import pytest
from django.db import connection, transaction


def commits(item) -> bool:
    mark = item.get_closest_marker("django_db")
    wanted = {"transactional_db", "live_server"} & set(item.fixturenames)
    return bool(wanted or (mark and mark.kwargs.get("transaction")))


@pytest.fixture(scope="module")
def prepare(request, django_db_setup, django_db_blocker):
    """``prepare(make)``: what ``make()`` returns; what it wrote is there until the module ends.

    What waited for a commit is forgotten, as it is in a test. Returned objects must not be
    handed to tests as they are: ``fresh`` reads them again, or each test has a ``deepcopy``.
    """
    within = [
        item for item in request.session.items if item.getparent(pytest.Module) is request.node
    ]
    wrong = [item.name for item in within if commits(item)]
    if wrong:
        pytest.fail(f"Nothing can be prepared for a module with tests that commit: {wrong}")
    with django_db_blocker.unblock():
        around = transaction.atomic()
        # As Django's own TestCase does: a durable block in a test is no mistake.
        around._from_testcase = True
        around.__enter__()

    def run(make):
        with django_db_blocker.unblock():
            made = make()
            connection.run_on_commit = []
            return made

    yield run
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


def fresh(row):
    """The row as it is in the database now, without what another test's copy holds."""
    return type(row)._default_manager.get(pk=row.pk)
