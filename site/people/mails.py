"""Mails: subject, text and HTML from templates, in the reader's language and on their clock.

The app that sends a mail registers it, so that everybody can see which there are and how they read
(``manage.py sample_mails``):

    # in AppConfig.ready()
    register_mail(Mail("lookbook/mail/new_look", to=CUSTOMER, sample=sample_look))
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import css_inline
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from markets.lookup import language_of, market_of
from markets.sellers import address_at

from . import registration

CUSTOMER, SELLER, STAFF = "customer", "seller", "staff"
SAMPLE_ADDRESS = "ana@example.com"


@dataclass(frozen=True)
class Mail:
    """A mail that an app sends.

    ``template``: what names it, and the beginning of the names of its templates,
    ``<template>.subject.txt``, ``.txt`` and, unless it is ``text_only``, ``.html``. ``to``: who
    gets it. ``sample``: what ``send_mail`` gets as context, given an edition, for a mail that is
    only looked at; None where there is nothing to show yet.
    """

    template: str
    to: str
    sample: Callable[[str], dict[str, Any] | None]
    text_only: bool = False


_mails: dict[str, Mail] = {}
_frames: list[Callable[[str], dict[str, Any]]] = []
_inliner = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


def register_frame(frame: Callable[[str], dict[str, Any]]) -> None:
    """Have the context of every mail begin with what ``frame(edition)`` returns (the brand)."""
    if frame not in _frames:
        _frames.append(frame)


def register_mail(mail: Mail) -> None:
    """Registering a template again replaces its mail."""
    _mails[mail.template] = mail


def full_name(template: str) -> str:
    return template if "/" in template else f"people/mail/{template}"


def all_mails() -> list[Mail]:
    return [_mails[template] for template in sorted(_mails)]


def send_mail(
    *,
    template: str,
    to: str,
    edition: str,
    context: dict[str, Any],
    base: str = "",
    attachments: Iterable[tuple[str, bytes, str]] = (),
    reply_to: Iterable[str] = (),
    headers: Mapping[str, str] | None = None,
) -> None:
    """Render and send one mail. Call it from a task, after commit.

    ``template`` names a mail that an app registered (KeyError where none did); one without a slash
    lies in ``people/mail/``. Its templates are rendered in ``edition`` with ``edition``,
    ``market``, ``language``, ``site_name``, ``home_url`` and ``account_url`` (absolute, on the
    site ``base`` (``markets.sellers``), whatever the current prefix or Host) and what the
    registered frames say added to the context. ``headers``: further ones (List-Unsubscribe).
    """
    template = full_name(template)
    mail = _mails[template]
    market = market_of(edition)
    with translation.override(edition), timezone.override(ZoneInfo(market.time_zone)):
        framed = {key: value for frame in _frames for key, value in frame(edition).items()}
        context = {
            "edition": edition,
            "market": market,
            "language": language_of(edition),
            "site_name": settings.WAGTAIL_SITE_NAME,
            "home_url": address_at(base, "/", edition),
            "account_url": address_at(base, reverse("account"), edition),
            "login_url": address_at(base, reverse("account_login"), edition),
            "code_url": address_at(base, reverse("account_request_login_code"), edition),
            "reset_url": address_at(base, reverse("account_reset_password"), edition),
            "sign_up_url": address_at(base, reverse("account_signup"), edition)
            if registration.is_open_at(base)
            else "",
            **framed,
            **context,
        }
        # A subject is one line whatever somebody is called.
        subject = " ".join(render_to_string(f"{template}.subject.txt", context).split())
        context["subject"] = subject
        message = EmailMultiAlternatives(
            subject=subject,
            body=render_to_string(f"{template}.txt", context).strip() + "\n",
            to=[to],
            reply_to=list(reply_to),
            headers={"Auto-Submitted": "auto-generated", **(headers or {})},
        )
        if not mail.text_only:
            # Many readers of mail drop the style element; it stays for dark mode.
            html = _inliner.inline(render_to_string(f"{template}.html", context))
            message.attach_alternative(html, "text/html")
    for name, content, mimetype in attachments:
        message.attach(name, content, mimetype)
    message.send()
