"""The two addresses that monitoring asks."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from background.models import Heartbeat
from commerce.gateways.models import GatewayEvent
from config import health


@pytest.fixture
def well(db, monkeypatch):
    """Every part that is not looked at in the test is well."""
    Heartbeat.objects.create(process_id="worker-1", kind=Heartbeat.Kind.WORKER)


def test_live_answers_without_looking_at_anything(client):
    # no database is allowed in this test
    response = client.get("/health/live/")
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_everything_that_is_examined_has_a_name_and_a_state(client, well):
    response = client.get("/health/")
    expected = {"database", "cache", "storage", "search", "queue", "money", "books", "payments"}
    expected.add("payment_keys")
    assert response.json()["checks"].keys() == expected
    assert response.status_code == 200, response.json()


def test_a_part_that_is_away_makes_503_and_tells_a_stranger_nothing_more(client, well, monkeypatch):
    def away():
        raise ConnectionError("redis://secret@10.0.0.3 refused")

    monkeypatch.setitem(health.CHECKS, "cache", away)
    response = client.get("/health/")
    assert response.status_code == 503
    assert response.json()["checks"]["cache"] == "failed"
    assert b"secret" not in response.content


def test_no_worker_is_a_warning_only(client, db):
    response = client.get("/health/")
    assert response.json()["checks"]["queue"] == "warning"


@pytest.mark.parametrize(("waits", "state"), [(1, "ok"), (6, "warning")])
def test_a_job_that_waits_long_is_a_warning(client, well, waits, state):
    job = DBTaskResult.objects.create(
        status=TaskResultStatus.READY,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="config.tasks.publish_scheduled",
        backend_name="default",
        run_after=get_date_max(),
        exception_class_path="",
        traceback="",
    )
    DBTaskResult.objects.filter(pk=job.pk).update(
        enqueued_at=timezone.now() - timedelta(minutes=waits)
    )
    assert client.get("/health/").json()["checks"]["queue"] == state


def test_security_headers_are_on_every_answer(client):
    response = client.get("/health/live/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def test_health_can_only_be_read(client):
    assert client.post("/health/").status_code == 405


def test_a_notification_without_a_payment_is_a_warning(client, db):
    assert client.get("/health/").json()["checks"]["money"] == "ok"

    event = GatewayEvent.objects.create(gateway="demo", event_id="e1")
    GatewayEvent.objects.update(received_at=timezone.now() - timedelta(hours=2))
    answer = client.get("/health/")

    # Shoppers notice nothing: the shop stays in service.
    assert (answer.status_code, answer.json()["checks"]["money"]) == (200, "warning")
    event.handled_at = timezone.now()
    event.save()
    assert client.get("/health/").json()["checks"]["money"] == "ok"
