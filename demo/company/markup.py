"""Small builders that turn the company's texts into the HTML that seeds carry.

Only ``p``, ``ul``, ``li``, ``h3`` and ``em`` are written here; ``strong`` and ``a`` may stand
inside the texts. Long ones, such as lessons, are ``written`` as a person types them. A link in a
text is symbolic (``<a href="page:shipping">``) until ``with_links`` gives it an address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from inspect import cleandoc

from .schema import Words

SYMBOLIC_LINK = re.compile(r'href="((?:page|category|product):[\w-]+|catalogue|contact)"')


def paragraphs(*texts: str) -> str:
    """Each text as a paragraph."""
    return "".join(f"<p>{text}</p>" for text in texts)


def bullets(*texts: str) -> str:
    """The texts as one list."""
    return "<ul>" + "".join(f"<li>{text}</li>" for text in texts) + "</ul>"


def prose(*, es: tuple[str, ...], en: tuple[str, ...]) -> Words:
    """Paragraphs in both languages."""
    return Words(paragraphs(*es), paragraphs(*en))


def steps(*, es: tuple[str, ...], en: tuple[str, ...]) -> Words:
    """Lists in both languages."""
    return Words(bullets(*es), bullets(*en))


def composition(inci: str, *, es: str, en: str) -> Words:
    """A plain sentence about the formula, then its list by international (INCI) names."""
    return Words(paragraphs(es, f"<em>{inci}</em>"), paragraphs(en, f"<em>{inci}</em>"))


def section(title: str, *texts: str) -> str:
    """A heading of the third level and its paragraphs."""
    return f"<h3>{title}</h3>{paragraphs(*texts)}"


def written(*, es: str, en: str) -> Words:
    """A long text in both languages, from plain lines.

    An empty line parts paragraphs; ``### `` begins a heading and ``- `` an item of a list;
    ``**strong**``, ``*em*`` and ``[a link](page:shipping)`` stand within.
    """
    return Words("".join(_written(es)), "".join(_written(en)))


def _written(text: str) -> Iterator[str]:
    for part in re.split(r"\n\s*\n", cleandoc(text)):
        if part.startswith("- "):
            yield bullets(*(_one_line(item) for item in re.split(r"(?m)^- ", part)[1:]))
        elif part.startswith("### "):
            yield f"<h3>{_one_line(part[4:])}</h3>"
        else:
            yield paragraphs(_one_line(part))


def _one_line(text: str) -> str:
    line = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", " ".join(text.split()))
    line = re.sub(r"\*(.+?)\*", r"<em>\1</em>", line)
    return re.sub(r"\[(.+?)\]\((.+?)\)", r'<a href="\2">\1</a>', line)


def with_links(html: str, attributes_of: Callable[[str], str]) -> str:
    """The HTML with each symbolic ``href`` replaced by what ``attributes_of`` makes of its target.

    ``attributes_of("page:shipping")`` answers whole attributes, so that a link may become
    ``href="/somewhere/"`` as well as a rich-text ``linktype="page" id="12"``.
    """
    return SYMBOLIC_LINK.sub(lambda match: attributes_of(match[1]), html)
