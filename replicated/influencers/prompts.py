"""Questions of the template that wait for an influencer's answer: no words for the public."""

import re
from collections.abc import Iterator

from wagtail.models import Page

from cms.content.plain_text import lines_of_html

from . import tree

NAME = "{name}"


def unanswered(page: Page, body: list) -> dict[int, str]:
    """By the place of its block: what still stands in a page's body (raw stream data) as the
    template asks it.

    What is a draft in the template asks; what is live there is the company's own words, which an
    influencer may keep. ``page`` is an InfluencerPage. Two queries.
    """
    pages = type(page).objects
    home = pages.filter(
        slug=tree.TEMPLATE_SLUG, depth=tree.HOME_DEPTH, locale_id=page.locale_id
    ).first()
    if home is None or page.path.startswith(home.path):
        return {}
    asking = pages.child_of(home).filter(kind=page.kind, live=False)
    asked = [
        re.compile(re.escape(text).replace(re.escape(NAME), ".+"))
        for template in asking
        for text in _prose(list(template.get_latest_revision_as_object().body.raw_data))
        # The name alone asks nothing.
        if text.replace(NAME, "").strip(" .,:;!?¡¿")
    ]
    return {
        place: text
        for place, block in enumerate(body)
        for text in _prose(block["value"])
        if any(one.fullmatch(text) for one in asked)
    }


def _prose(data) -> Iterator[str]:
    """What stands under ``text`` in stream data, without its markup."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "text" and isinstance(value, str):
                if text := " ".join(lines_of_html(value).split()):
                    yield text
            else:
                yield from _prose(value)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _prose(value)
