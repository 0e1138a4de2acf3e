"""The form of "My site": everything except favorites and the alias."""

import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from markets.lookup import content_languages
from markets.names import language_name
from people.fields import BIDI_MARKS, AddressField, NameField, PhoneField
from replicated.consultants import reserved

from .. import contacts, photos
from ..models import SitePolicy

LONGEST_NAME, LONGEST_CITY = 60, 60


class PhotoField(forms.FileField):
    """An uploaded photo. Cleans to ``photos.Photo``."""

    widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})

    def to_python(self, data):
        upload = super().to_python(data)
        return photos.read(upload) if upload else None

    def bound_data(self, data, initial):
        return None


class WordsField(forms.CharField):
    """Plain text of several lines. A line break counts as one character of the maximum length."""

    def __init__(self, *, longest: int, rows: int, **kwargs):
        self.longest = longest
        attrs = {"rows": rows, "data-count": longest}
        super().__init__(required=False, widget=forms.Textarea(attrs), **kwargs)

    def to_python(self, value):
        # Browsers send line breaks as two characters.
        text = BIDI_MARKS.sub("", super().to_python(value).replace("\r\n", "\n"))
        return "".join(
            char for char in text if char == "\n" or unicodedata.category(char) not in ("Cc", "Cs")
        ).strip()

    def validate(self, value):
        super().validate(value)
        if len(value) > self.longest:
            raise ValidationError(
                ngettext_lazy(
                    "Use at most %(most)d character (there is %(count)d).",
                    "Use at most %(most)d characters (there are %(count)d).",
                    "count",
                )
                % {"most": self.longest, "count": len(value)}
            )


class NetworkField(forms.CharField):
    """A profile on a social network, by its URL or user name."""

    def __init__(self, kind: str):
        self.kind = kind
        attrs = {"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}
        super().__init__(
            label=contacts.LABELS[kind],
            required=False,
            max_length=200,
            widget=forms.TextInput(attrs),
        )

    def clean(self, value):
        text = super().clean(value)
        return contacts.clean_address(self.kind, text) if text else ""


def _contact_field(kind: str, region: str) -> forms.Field:
    if kind in ("phone", "whatsapp"):
        return PhoneField(label=contacts.LABELS[kind], region=region)
    if kind == "email":
        return AddressField(label=contacts.LABELS[kind], required=False)
    return NetworkField(kind)


class SiteForm(forms.Form):
    """The form of "My site". ``content``: the stored draft (``models.profiles``). ``region``: the
    country whose phone numbers need no country code.
    """

    name = NameField(
        label=_("Name on your site"),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Enter the name your site shows.")},
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    city = NameField(label=_("City"), max_length=LONGEST_CITY, required=False)
    photo = PhotoField(
        label=_("Photo"),
        required=False,
        help_text=_("JPEG, PNG or WebP, up to 8 MB. Your face in the middle looks best."),
    )
    remove_photo = forms.BooleanField(label=_("Remove my photo"), required=False)

    def __init__(self, data=None, files=None, *, content, region):
        self.content = content
        super().__init__(data, files, initial=self._initial())
        policy = SitePolicy.load()
        for kind in contacts.KINDS:
            self.fields[kind] = _contact_field(kind, region)
            self.fields[f"show_{kind}"] = forms.BooleanField(
                label=_("Show on my site"), required=False
            )
            # For screen readers, which of the seven checkboxes this is.
            self.fields[f"show_{kind}"].widget.attrs["aria-label"] = (
                f"{self.fields[f'show_{kind}'].label}: {contacts.LABELS[kind]}"
            )
        for language in content_languages():
            self.fields[f"greeting_{language}"] = WordsField(
                label=_("Greeting"),
                longest=policy.greeting_limit,
                rows=3,
                help_text=_("One or two sentences. At most %(most)d characters.")
                % {"most": policy.greeting_limit},
            )
            self.fields[f"story_{language}"] = WordsField(
                label=_("Your story"),
                longest=policy.story_limit,
                rows=8,
                help_text=_("Who you are and why you do this. At most %(most)d characters.")
                % {"most": policy.story_limit},
            )

    def _initial(self) -> dict:
        content = self.content
        found = {"name": content.get("name", ""), "city": content.get("city", "")}
        for kind, entry in content.get("contact", {}).items():
            found |= {kind: entry.get("value", ""), f"show_{kind}": entry.get("show", False)}
        for language, words in content.get("words", {}).items():
            found |= {f"{key}_{language}": text for key, text in words.items()}
        return found

    def clean_name(self):
        reserved.refuse_name(self.cleaned_data["name"])
        return self.cleaned_data["name"]

    # --- For the template

    def contact_rows(self):
        return [(self[kind], self[f"show_{kind}"]) for kind in contacts.KINDS]

    def word_groups(self):
        return [
            {
                "language": language,
                "title": language_name(language),
                "greeting": self[f"greeting_{language}"],
                "story": self[f"story_{language}"],
            }
            for language in content_languages()
        ]

    # --- Result

    def parts(self) -> dict:
        """The parts of a content that this form edits; invalid fields keep their stored value."""
        kept, cleaned = self._initial(), self.cleaned_data

        def value(name):
            return cleaned[name] if name in cleaned else kept.get(name, "")

        return {
            "name": value("name"),
            "city": value("city"),
            "contact": {
                kind: {"value": value(kind), "show": bool(value(f"show_{kind}"))}
                for kind in contacts.KINDS
            },
            "words": {
                language: {key: value(f"{key}_{language}") for key in ("greeting", "story")}
                for language in content_languages()
            },
        }
