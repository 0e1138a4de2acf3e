"""Words on their way into Wagtail's editor, one text at a time."""

from threading import Lock

from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

_reading = Lock()


def install() -> None:
    """Wagtail reads rich text with one parser for each field, which all threads of a process
    share: two people who open a page at once could get errors, or each other's words.
    """
    read = ContentstateConverter.from_database_format

    def from_database_format(self, html):
        with _reading:
            return read(self, html)

    ContentstateConverter.from_database_format = from_database_format
