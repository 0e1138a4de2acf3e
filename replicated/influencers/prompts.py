"""Placeholder questions of the template that influencers replace by their own texts."""

import re
from collections.abc import Iterator

from wagtail.models import Page

from cms.content.plain_text import lines_of_html

from . import tree

NAME = "{name}"


def unanswered(page: Page, body: list) -> dict[int, str]:
    """Placeholder questions that are still in a page's body (raw stream data), by block index.

    Texts of the template's draft pages are questions; those of its live pages are the company's
    texts, which an influencer may keep. ``page`` is an InfluencerPage. Two queries.
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
        # The name alone is no question.
        if text.replace(NAME, "").strip(" .,:;!?¡¿")
    ]
    return {
        place: text
        for place, block in enumerate(body)
        for text in _prose(block["value"])
        if any(one.fullmatch(text) for one in asked)
    }


def _prose(data) -> Iterator[str]:
    """The values of ``text`` in stream data, without markup."""
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
