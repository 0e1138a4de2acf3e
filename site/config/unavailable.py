"""When the database does not answer, or the disk is full: said plainly, with nothing lost.

That is nobody's mistake and passes, so it is no 500: a page in the language of the address with
503 and Retry-After, and one line in the log that says what to look after. What was sent with
the request stands in the page, to be sent again, where that is safe.
"""

import errno
import logging
import sys

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, UnreadablePostError
from django.template import loader

from cms import views

from .secret_fields import any_secret

logger = logging.getLogger(__name__)

RETRY_AFTER = 30  # seconds
MOST_FIELDS = 300
# SQLite also calls a missing table or column an operational error: those are mistakes of ours.
SQLITE = {
    "SQLITE_BUSY": "The database is locked by another program or a long write",
    "SQLITE_LOCKED": "The database is locked by another program or a long write",
    "SQLITE_FULL": "The disk of the database is full",
    "SQLITE_IOERR": "The disk of the database cannot be read or written (full?)",
    "SQLITE_CANTOPEN": "The database file cannot be opened (permissions, or the disk is full)",
    "SQLITE_READONLY": "The database file may not be written",
}
DISK = {
    errno.ENOSPC: "The disk is full",
    errno.EDQUOT: "The disk quota is used up",
    errno.EFBIG: "A file may not grow any more (a limit of this process)",
    errno.EROFS: "The disk is mounted read-only",
    errno.EACCES: "A file or folder may not be written",
}


def reason(error: BaseException | None) -> str:
    """What does not answer, in a sentence for whoever runs the shop; "" for any other error."""
    if isinstance(error, OSError) and error.errno in DISK:
        return f"{DISK[error.errno]}: {error.filename or 'no file is named'}"
    if isinstance(error, OperationalError | InterfaceError):
        name = getattr(error.__cause__, "sqlite_errorname", None)
        if name is None:  # PostgreSQL: what is missing is a ProgrammingError there
            return f"The database does not answer: {' '.join(str(error).split())}"
        return next((text for start, text in SQLITE.items() if name.startswith(start)), "")
    return ""


def answer(request, error: BaseException | None, *, by_view: bool = False) -> HttpResponse | None:
    """The page for this error; None for one that is none of these.

    ``by_view``: the view itself raised it, so every check of the request came before and nothing
    was saved after. Only then may the page offer to send the form again: elsewhere it might be
    another site's form, or be saved twice.
    """
    said = reason(error)
    if not said:
        return None
    logger.error("%s. %s %s was answered with 503.", said, request.method, request.path)
    fields = _sent_again(request) if by_view else None
    with views.language_of_address(request):
        page = loader.get_template("503.html").render(
            {
                "fields": fields,
                "action": request.get_full_path(),
                "method": request.method,
                "by_view": by_view,
            }
        )
    headers = {"Retry-After": str(RETRY_AFTER), "Cache-Control": "no-store"}
    response = HttpResponse(page, status=503, headers=headers)
    # Django would write a second line about it.
    response._has_been_logged = True
    return response


def _sent_again(request) -> list[tuple[str, str]] | None:
    """(name, value) of a form that can be sent once more from the page; else None."""
    if request.method != "POST":
        return None
    try:
        sent, files = request.POST, request.FILES
    except (BadRequest, SuspiciousOperation, UnreadablePostError, ValueError, OSError):
        return None
    fields = [(name, value) for name, values in sent.lists() for value in values]
    if files or not fields or len(fields) > MOST_FIELDS:
        return None
    if any_secret(name for name, _value in fields):
        return None
    return fields


def server_error(request):
    """503 where the database or the disk does not answer; else a mistake of ours, 500."""
    return answer(request, sys.exc_info()[1]) or views.server_error(request)


class UnavailableMiddleware:
    """The last one, and so the first that hears of a view's error: nobody writes a second line.

    Errors of the others come to ``server_error``.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        return answer(request, error, by_view=True)
