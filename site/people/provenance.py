"""Where somebody came from, as the request that made them (or their order) can prove it.

This layer carries the facts and does not read them: ``replicated`` collects them and decides by
them. They are collected by the server at the moment of the form, kept on the server while a code
is on its way by mail, and handed on with ``person_registered`` and ``order_placed``.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from markets.sellers import base_of

Collector = Callable[[Any], dict[str, Any]]

_collectors: list[Collector] = []
_codes: list[tuple[Callable[[str], dict[str, Any]], Callable[[Any], bool]]] = []


def register_collector(collector: Collector) -> None:
    """``collector(request)`` gives facts as JSON; called in an area's ``AppConfig.ready``."""
    if collector not in _collectors:
        _collectors.append(collector)


def register_code(
    check: Callable[[str], dict[str, Any]], *, offered: Callable[[Any], bool]
) -> None:
    """``check(text)`` gives the claim of a typed code, or raises ValidationError;
    ``offered(request)`` says whether asking for one makes sense.
    """
    if (check, offered) not in _codes:
        _codes.append((check, offered))


Notice = Callable[[Any], str]
_notices: list[tuple[Notice, Notice]] = []


def register_notice(who_sees: Notice, of_a_code: Notice) -> None:
    """What a form that asks for somebody's details tells them: who else sees what of them.
    ``of_a_code(request)`` says it where a code is asked for, before anybody is named.
    """
    if (who_sees, of_a_code) not in _notices:
        _notices.append((who_sees, of_a_code))


def notices(request, *, asks_for_code: bool) -> list[str]:
    """What to say beside such a form, in sentences of plain text."""
    said = [who_sees(request) for who_sees, _of_a_code in _notices]
    if asks_for_code and not any(said):
        said = [of_a_code(request) for _who_sees, of_a_code in _notices]
    return [text for text in said if text]


def collect(request, *, code_claim: dict[str, Any] | None = None) -> dict[str, Any]:
    """What a request proves: ``base`` (the site it came to) and ``claims``."""
    facts: dict[str, Any] = {"base": base_of(request), "claims": []}
    for collector in _collectors:
        part = collector(request)
        facts["claims"] += part.pop("claims", [])
        facts.update(part)
    if code_claim:
        facts["claims"].append(code_claim)
    return facts


class CodeField(forms.CharField):
    """The code of whoever recommended the company: optional, and checked. Cleans to its claim,
    or None.
    """

    def __init__(self, **kwargs):
        kwargs.setdefault("label", _("Code of the person who referred you"))
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("required", False)
        kwargs.setdefault(
            "widget", forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"})
        )
        super().__init__(**kwargs)

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        for check, _offered in _codes:
            return {**check(text), "typed": text}
        raise ValidationError(_("We don't recognize this code. Check it, or leave it blank."))


def asks_for_code(request) -> bool:
    """Whether a form offers the field: not where it is known already who recommended us."""
    return not base_of(request) and any(offered(request) for _check, offered in _codes)
