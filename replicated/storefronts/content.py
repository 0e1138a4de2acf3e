"""The content of "My site", and the public card made from it (schema: ``models.profiles``)."""

from typing import Any

from markets.lookup import content_languages
from replicated.consultants.models import Consultant

from . import contacts, photos

MOST_FAVOURITES = 12
LONGEST_NOTE = 140

Content = dict[str, Any]


def blank(consultant: Consultant) -> Content:
    """The initial content of "My site". The person's phone and email are filled in, but hidden."""
    person = consultant.person
    known = {"phone": person.phone, "whatsapp": person.phone, "email": person.email}
    return {
        "name": person.name,
        "city": "",
        "photo": None,
        "contact": {
            kind: {"value": known.get(kind) or "", "show": False} for kind in contacts.KINDS
        },
        "words": {language: {"greeting": "", "story": ""} for language in content_languages()},
        "favourites": [],
    }


def card_of(content: Content) -> Content:
    """The card of a content: all that pages of the consultant's site may read. The only place where
    the consultant's consent decides what becomes public.
    """
    name = content.get("name") or ""
    photo = photos.find(content.get("photo"))
    contact = {
        kind: entry["value"]
        for kind, entry in (content.get("contact") or {}).items()
        if kind in contacts.KINDS and entry.get("show") and entry.get("value")
    }
    card: Content = {
        "name": name,
        "city": content.get("city") or "",
        "photo": photos.picture(photo, alt=name) if photo else None,
        "contact": contact,
        "words": {
            language: {key: text for key, text in words.items() if text}
            for language, words in (content.get("words") or {}).items()
        },
        "favourites": content.get("favourites") or [],
        "og_image": photos.share_address(photo) if photo else "",
    }
    return card


def photo_ids(*contents: Content | None) -> set[int]:
    return {content["photo"] for content in contents if content and content.get("photo")}
