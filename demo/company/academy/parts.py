"""What lessons are made of, in few words: each function is one block of a page."""

from __future__ import annotations

from ..markup import written
from ..schema import Block, Words

TONES = ("tip", "remember", "caution")


def text(*, es: str, en: str) -> Block:
    """Paragraphs, headings and lists (``markup.written``)."""
    return Block("rich_text", {"html": written(es=es, en=en)})


def tip(*, es: str, en: str, tone: str = "tip") -> Block:
    """A few words that stand out; ``tone`` is one of ``TONES``."""
    return Block("tip", {"tone": tone, "html": written(es=es, en=en)})


def checklist(title: Words, *items: Words, required: bool = True) -> Block:
    """Things to check off; the lesson is finished once all are, where it is ``required``."""
    return Block("checklist", {"title": title, "required": required, "items": items})


def agreement(title: Words, sentence: Words, *, es: str, en: str) -> Block:
    """Rules, and the sentence that confirms them."""
    return Block("agreement", {"title": title, "html": written(es=es, en=en), "sentence": sentence})


def film(name: str, title: Words, *, scene: str, share: int, es: str, en: str) -> Block:
    """The film ``film/<name>.mp4`` with its captions ``film/<name>.<language>.vtt``.

    ``share`` percent of it must be watched, ``scene`` stands before it plays, ``es`` and ``en``
    are its transcript.
    """
    return Block(
        "film",
        {
            "name": name,
            "title": title,
            "scene": scene,
            "share": share,
            "transcript": written(es=es, en=en),
        },
    )


def picture(scene: str, caption: Words | None = None) -> Block:
    return Block("image", {"scene": scene, "caption": caption})


def products(title: Words, *skus: str) -> Block:
    return Block("products", {"title": title, "skus": skus})


def questions(title: Words, *items: tuple[Words, Words]) -> Block:
    """Questions that open to their answers, which are plain lines (``markup.written``)."""
    found = tuple(
        {"question": question, "answer": written(es=answer.es, en=answer.en)}
        for question, answer in items
    )
    return Block("accordion", {"title": title, "items": found})


def features(title: Words, *items: tuple[str, Words, Words]) -> Block:
    """Icon, title and text of each."""
    found = tuple({"icon": icon, "title": name, "text": words} for icon, name, words in items)
    return Block("features", {"title": title, "items": found})
