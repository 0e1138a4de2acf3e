"""Small builders that turn the company's texts into the HTML that seeds carry.

Only ``p``, ``ul`` and ``li`` are written here; ``h3``, ``strong``, ``em`` and ``a`` may stand
inside the texts.
"""

from __future__ import annotations

from .schema import Words


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
