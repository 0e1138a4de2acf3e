"""Rich text where there is no HTML: mails for readers of plain text."""

import re
from html import unescape

from django.utils.html import strip_tags

# What begins a new line when it is drawn.
ENDS_A_LINE = re.compile(r"<br\s*/?>|</(?:p|li|h[1-6]|div|tr|blockquote)>", re.IGNORECASE)
BEGINS_AN_ITEM = re.compile(r"<li[^>]*>", re.IGNORECASE)


def lines_of_html(html: str) -> str:
    """The words of rich text, each paragraph, line and list item on a line of its own."""
    text = BEGINS_AN_ITEM.sub("- ", ENDS_A_LINE.sub("\n", re.sub(r"\s+", " ", html)))
    lines = (line.strip() for line in unescape(strip_tags(text)).splitlines())
    return "\n".join(line for line in lines if line)
