"""What somebody typed as a secret is told from the rest, whatever the field is called."""

import re
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.urls import get_resolver

from config.secret_fields import any_secret, declared_secret

FIELD = re.compile(r"<input\b[^>]*>")
SECRET = re.compile(r'type="password"|autocomplete="(?:[a-z-]+ )*(?:cc-|one-time|current-p|new-p)')


class SafeForm(forms.Form):
    """Names that say nothing."""

    wort = forms.CharField(widget=forms.PasswordInput)
    number = forms.CharField()
    digits = forms.CharField(widget=forms.TextInput({"autocomplete": "section-a cc-number"}))
    sent = forms.CharField(widget=forms.TextInput({"autocomplete": "one-time-code"}))
    street = forms.CharField(widget=forms.TextInput({"autocomplete": "street-address"}))


@pytest.mark.parametrize(
    ("name", "secret"),
    [
        *(("wort", True), ("digits", True), ("sent", True), ("number", False), ("street", False)),
        # of a provider, which no form of ours declares
        *(("securityCode", True), ("ccNumber", True), ("userPin", True), ("cvn", True)),
        *(("pineapple", False), ("unitPrice", False)),
        *(("postal_code", False), ("countryCode", False), ("zipCode", False)),
        *(("postal_code_pin", True), ("mypostal_code", True)),
    ],
)
def test_a_form_declares_what_is_secret(name, secret):
    assert any_secret([name]) == any_secret(["email", f"step-{name}"]) == secret


def test_the_forms_of_others_are_known():
    get_resolver().url_patterns  # noqa: B018 - whatever an address leads to is loaded
    assert {"oldpassword", "password1", "password2", "code"} <= declared_secret()


def test_so_is_every_input_that_is_written_by_hand():
    found = []
    for folder in ("site", "commerce", "replicated"):
        for path in Path(settings.ROOT, folder).rglob("*.html"):
            fields = (tag for tag in FIELD.findall(path.read_text()) if SECRET.search(tag))
            found += [re.search(r'\bname="([^"]*)"', tag)[1] for tag in fields]
    assert found and all(any_secret([name]) for name in found)
