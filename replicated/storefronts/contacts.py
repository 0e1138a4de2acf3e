"""Contact details of consultants: their kinds, validation, and links."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KINDS = ("phone", "whatsapp", "email", "instagram", "facebook", "tiktok", "youtube")

LABELS: dict[str, str | Promise] = {
    "phone": _("Phone"),
    "whatsapp": "WhatsApp",
    "email": pgettext_lazy("way to reach somebody", "Email"),
    "instagram": "Instagram",
    "facebook": "Facebook",
    "tiktok": "TikTok",
    "youtube": "YouTube",
}
ICONS = {"email": "mail"}


@dataclass(frozen=True)
class Network:
    """A social network: its hosts, the pattern of its user names, and the URL of a profile."""

    hosts: tuple[str, ...]
    name: re.Pattern
    address: str


NETWORKS = {
    "instagram": Network(
        ("instagram.com",), re.compile(r"[A-Za-z0-9._]{1,30}\Z"), "https://www.instagram.com/{}"
    ),
    "facebook": Network(
        ("facebook.com", "fb.com", "m.facebook.com"),
        re.compile(r"(?:[A-Za-z0-9.]{3,60}|profile\.php\?id=\d{4,20})\Z"),
        "https://www.facebook.com/{}",
    ),
    "tiktok": Network(
        ("tiktok.com",), re.compile(r"[A-Za-z0-9._]{2,24}\Z"), "https://www.tiktok.com/@{}"
    ),
    "youtube": Network(
        ("youtube.com", "m.youtube.com"),
        re.compile(r"(?:[A-Za-z0-9._-]{3,30}|channel/[A-Za-z0-9_-]{20,30})\Z"),
        "https://www.youtube.com/@{}",
    ),
}


def clean_address(kind: str, text: str) -> str:
    """The URL of a profile, from its URL or the user name ("@lili").

    Raises ValidationError if it is no profile of that network.
    """
    network = NETWORKS[kind]
    found = text.strip()
    if "/" in found:
        match = re.match(r"(?:https?://)?(?:www\.)?([a-z.]+)/(.+)\Z", found, re.IGNORECASE)
        if not match or match[1].lower() not in network.hosts:
            raise _wrong(kind)
        found = match[2]
        if not found.startswith("profile.php?"):
            found = found.split("?")[0].split("#")[0]
        found = found.rstrip("/")
    found = found.removeprefix("@")
    if not network.name.match(found):
        raise _wrong(kind)
    address = network.address
    if "/" in found:  # a channel by its number has no "@"
        address = address.replace("@", "")
    return address.format(found)


def _wrong(kind: str) -> ValidationError:
    return ValidationError(
        _("Paste the address of your page on %(network)s, or enter your username there.")
        % {"network": LABELS[kind]}
    )


@dataclass(frozen=True)
class Line:
    """A contact link for display."""

    kind: str
    label: str | Promise
    text: str
    url: str
    icon: str

    @property
    def is_social(self) -> bool:
        return self.kind in NETWORKS


def lines(contact) -> list[Line]:
    """The contact links of a card, in a fixed order. Unsafe URLs are left out."""
    found = []
    for kind in KINDS:
        value = (contact or {}).get(kind)
        if not isinstance(value, str) or not value:
            continue
        if url := _link(kind, value):
            text = value.partition("://")[2].removeprefix("www.") if kind in NETWORKS else value
            found.append(Line(kind, LABELS[kind], _spoken(kind, text), url, ICONS.get(kind, kind)))
    return found


def _link(kind: str, value: str) -> str:
    if kind == "email":
        return f"mailto:{value}"
    if kind in ("phone", "whatsapp"):
        digits = re.sub(r"\D", "", value)
        if not digits:
            return ""
        return f"tel:+{digits}" if kind == "phone" else f"https://wa.me/{digits}"
    return value if value.startswith("https://") else ""


def _spoken(kind: str, text: str) -> str:
    if kind not in ("phone", "whatsapp"):
        return text
    import phonenumbers

    try:
        number = phonenumbers.parse(text)
    except phonenumbers.NumberParseException:
        return text
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
