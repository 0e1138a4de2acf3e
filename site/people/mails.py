"""Mails: subject, text and HTML from templates, in the reader's language and on their clock."""

from collections.abc import Callable, Iterable
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

_frames: list[Callable[[str], dict[str, Any]]] = []
_inliner = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


def register_frame(frame: Callable[[str], dict[str, Any]]) -> None:
    """Have the context of every mail begin with what ``frame(edition)`` returns (the brand)."""
    if frame not in _frames:
        _frames.append(frame)


def send_mail(
    *,
    template: str,
    to: str,
    edition: str,
    context: dict[str, Any],
    base: str = "",
    attachments: Iterable[tuple[str, bytes, str]] = (),
    reply_to: Iterable[str] = (),
) -> None:
    """Render and send one mail. Call it from a task, after commit.

    ``template`` names three templates, ``<template>.subject.txt``, ``.txt`` and ``.html``; one
    without a slash lies in ``people/mail/``. They are rendered in ``edition`` with ``edition``,
    ``market``, ``language``, ``site_name``, ``home_url`` and ``account_url`` (absolute, on the
    site ``base`` (``markets.sellers``), whatever the current prefix or Host) and what the
    registered frames say added to the context.
    """
    if "/" not in template:
        template = f"people/mail/{template}"
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
            headers={"Auto-Submitted": "auto-generated"},
        )
        # Many readers of mail drop the style element; it stays for dark mode.
        html = _inliner.inline(render_to_string(f"{template}.html", context))
        message.attach_alternative(html, "text/html")
    for name, content, mimetype in attachments:
        message.attach(name, content, mimetype)
    message.send()
