"""From what a consultant wrote to what their site shows (``models.profiles`` has the shape)."""

from typing import Any

from markets.lookup import content_languages
from replicated.consultants.models import Consultant

from . import contacts, photos

MOST_FAVOURITES = 12
LONGEST_NOTE = 140

Content = dict[str, Any]


def blank(consultant: Consultant) -> Content:
    """What "My site" begins with. The person's phone and address are filled in, not shown."""
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
    """The card of a content: what pages under the consultant's name may read. The one place
    where consent decides what becomes public.
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
