"""Django's debug page, for requests that cannot be read."""

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import UnreadablePostError
from django.views.debug import ExceptionReporter


class Reporter(ExceptionReporter):
    """Says what went wrong even where the form that was sent is what is wrong.

    The page shows the form's fields. Reading those would raise the same error again, each layer of
    middleware would draw a longer page about it, and the thread be busy for most of a minute.
    """

    def get_traceback_data(self):
        if self.request is not None:
            try:
                self.request.POST  # noqa: B018
            except (BadRequest, SuspiciousOperation, UnreadablePostError, ValueError):
                self.request._mark_post_parse_error()
        return super().get_traceback_data()
