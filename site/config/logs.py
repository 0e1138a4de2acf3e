"""What the processes write about themselves: one line an event, nothing about a person.

On a laptop plain text, in production JSON, both to standard output. Addresses, phone numbers,
codes in links and what people searched for never get into a line, whoever wrote it.
"""

import logging
import re

import structlog

EMAIL = re.compile(r"[\w.+%-]+@[\w-]+\.[\w.-]*\w")
PHONE = re.compile(r"\+\d[\d ().-]{6,}\d")
IP = re.compile(r"\b(?:\d{1,3}\.){3}\d{1,3}\b")
# After a question mark stand searches, mailed codes and addresses; the rest of a path is ours.
QUERY = re.compile(r"(/[^\s?\"']*)\?[^\s\"']+")
# A long mixed segment is a key that somebody was mailed or a session: `/reset/1a-c3x…/`.
TOKEN = re.compile(r"(?<=/)(?=[^/\s]*\d)(?=[^/\s]*[A-Za-z])[\w:=-]{24,}(?=[/\s?]|$)")
# Keys whose value is never written, whatever it holds.
DROPPED = {"user_agent", "ip", "user_id", "password", "email", "phone"}


def masked(text: str) -> str:
    """The text without addresses, phone numbers, keys and query strings."""
    text = QUERY.sub(r"\1?…", text)
    text = EMAIL.sub("<email>", text)
    text = PHONE.sub("<phone>", text)
    text = IP.sub(lambda found: found[0] if found[0].startswith("127.") else "<ip>", text)
    return TOKEN.sub("<key>", text)


def mask_people(_logger, _method, event: dict) -> dict:
    """A structlog processor: masks every text in the event and drops personal keys."""
    return {key: _masked(value) for key, value in event.items() if key not in DROPPED}


def _masked(value):
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, dict):
        return {key: _masked(item) for key, item in value.items() if key not in DROPPED}
    if isinstance(value, list | tuple):
        return [_masked(item) for item in value]
    return value


SHARED = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def configure_structlog() -> None:
    structlog.configure(
        processors=[
            # A line that nobody writes is not put together: two for each request on a laptop.
            structlog.stdlib.filter_by_level,
            *SHARED,
            structlog.processors.StackInfoRenderer(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def plain_lines(_logger, _method, event: dict) -> str:
    """``12:00:01 warning  people.services  Something  key=value``, then the traceback."""
    moment = str(event.pop("timestamp", ""))[11:19]
    level, name = event.pop("level", ""), event.pop("logger", "")
    text, trace = event.pop("event", ""), event.pop("exception", "")
    event.pop("request_id", None)
    rest = " ".join(f"{key}={value}" for key, value in event.items())
    line = f"{moment} {level:8} {name}  {text}  {rest}".rstrip()
    return f"{line}\n{trace}" if trace else line


def logging_settings(*, json: bool, level: str = "INFO") -> dict:
    """The value of ``LOGGING``. ``json`` is for machines, plain lines are for people."""
    renderer = structlog.processors.JSONRenderer(ensure_ascii=False) if json else plain_lines
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "structured": {
                "()": structlog.stdlib.ProcessorFormatter,
                "foreign_pre_chain": SHARED,
                "processors": [
                    structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                    structlog.processors.format_exc_info,
                    # Last but one: also the rendered traceback is masked.
                    mask_people,
                    renderer,
                ],
            }
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "structured"}},
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            # Django's own handlers mail and print; ours are enough.
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
            # django_structlog writes the same, failures of every request included.
            "django.request": {"level": "CRITICAL"},
            # Names whoever failed to sign in, with their address: the table of attempts has it.
            "axes": {"level": "ERROR"},
            "django_structlog": {"level": logging.WARNING if not json else logging.INFO},
            # A line or two for each call to a payment provider, with what was asked in it.
            "stripe": {"level": "WARNING"},
            "httpx": {"level": "WARNING"},
            "django_tasks": {"level": "INFO" if json else "WARNING"},
            "django_tasks_db": {"level": "INFO" if json else "WARNING"},
        },
    }
