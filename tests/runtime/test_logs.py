"""Log lines: what happened, never to whom."""

import json
import logging

import pytest
import structlog

from config.logs import logging_settings, masked


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mail to ana.perez+shop@correo.example.co failed", "Mail to <email> failed"),
        ("GET /es-co/buscar/?q=crema+de+ana", "GET /es-co/buscar/?…"),
        ("call +57 304 535 1581 now", "call <phone> now"),
        ("from 203.0.113.9", "from <ip>"),
        ("GET /es-co/cuenta/clave/1a-c3x9k2m4n5p6q7r8s9t0u1v2/", "GET /es-co/cuenta/clave/<key>/"),
        ("GET /es-co/catalogo/crema-de-noche-con-calendula/", None),
        ("Order 100023 confirmed, 127.0.0.1", None),
        ("GET /static/css/base.55e7cbb9ba48.css", None),
    ],
)
def test_addresses_numbers_searches_and_keys_are_masked(text, written):
    assert masked(text) == (written or text)


@pytest.fixture
def lines():
    """What one handler of production writes."""
    formatter = logging_settings(json=True)["formatters"]["structured"]
    handler = logging.Handler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=formatter["foreign_pre_chain"], processors=formatter["processors"]
        )
    )
    written = []
    handler.emit = lambda record: written.append(json.loads(handler.format(record)))
    logger = logging.getLogger("tests.logs")
    logger.addHandler(handler)
    logger.propagate = False
    yield logger, written
    logger.removeHandler(handler)
    logger.propagate = True


def test_a_line_of_any_logger_is_one_json_object_without_people(lines):
    logger, written = lines
    logger.warning("No mail to %s", "ana@example.com")
    assert written[0]["event"] == "No mail to <email>"
    assert written[0]["level"] == "warning"
    assert written[0]["logger"] == "tests.logs"


def test_a_traceback_is_masked_too(lines):
    logger, written = lines
    try:
        raise ValueError("unknown: ana@example.com")
    except ValueError:
        logger.exception("Failed")
    assert "ValueError" in written[0]["exception"]
    assert "ana@" not in json.dumps(written[0])


def test_a_request_leaves_a_line_without_address_or_person(client, db, caplog):
    with caplog.at_level(logging.INFO, logger="django_structlog"):
        client.get("/health/live/?email=ana@example.com", HTTP_USER_AGENT="Somebody's phone")
    events = [record.msg for record in caplog.records if isinstance(record.msg, dict)]
    assert any(event.get("event") == "request_finished" for event in events)
    assert not any({"ip", "user_id"} & set(event) for event in events)
