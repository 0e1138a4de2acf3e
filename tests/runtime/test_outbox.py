"""A job commits with the change that asks for it, or not at all."""

import pytest
from django.db import connection, transaction
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from background.outbox import gather, queue

pytestmark = pytest.mark.every_engine


@task()
def tell(what: str = "", products=(), everything: bool = False) -> None:
    """Stands for any job: nobody runs it here."""


class Undone(Exception):
    pass


@pytest.fixture(autouse=True)
def database_queue(settings, transactional_db):
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def jobs():
    return [row.args_kwargs["kwargs"] for row in DBTaskResult.objects.order_by("enqueued_at")]


def test_a_job_is_written_before_the_commit_and_goes_with_a_rollback():
    with transaction.atomic():
        queue(tell, what="kept")
        # Nothing is left to do after the commit: a process that dies there loses nothing.
        assert jobs() == [{"what": "kept"}]
        assert connection.run_on_commit == []
    with pytest.raises(Undone), transaction.atomic():
        queue(tell, what="undone")
        raise Undone

    assert jobs() == [{"what": "kept"}]


def test_what_a_transaction_asks_for_is_gathered_in_one_job():
    with transaction.atomic():
        gather(tell, products=[1, 2])
        gather(tell, products=[2, 3])
        gather(tell, products=[None])
        assert jobs() == [{"products": [1, 2, 3]}]
    with transaction.atomic():
        gather(tell, products=[4])
        gather(tell, everything=True)

    assert jobs() == [{"products": [1, 2, 3]}, {"everything": True}]


def test_a_savepoint_takes_back_what_was_asked_in_it_and_no_more():
    with transaction.atomic():
        gather(tell, products=[1])
        with pytest.raises(Undone), transaction.atomic():
            gather(tell, products=[2])
            raise Undone
        # The same ids again: what the savepoint took back must be written anew.
        gather(tell, products=[2])
    with transaction.atomic():
        with pytest.raises(Undone), transaction.atomic():
            gather(tell, products=[3])
            raise Undone
        gather(tell, products=[3])

    assert jobs() == [{"products": [1, 2]}, {"products": [3]}]


def test_without_a_transaction_a_job_is_queued_at_once():
    gather(tell, products=[5])
    queue(tell, what="now")

    assert jobs() == [{"products": [5]}, {"what": "now"}]
