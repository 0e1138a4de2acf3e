"""For whom something is: audiences that apps register, and which of them somebody is in.

    # in AppConfig.ready()
    audiences.register_audience(audiences.Audience("stylists", _("Stylists"), includes=is_stylist))

What is for an audience keeps its codes (``AudienceField``); an empty list is everybody. Every
customer group is an audience by itself, ``group:<code>``. Whoever changes what ``includes`` answers
for somebody says so with ``changed``: which audiences a visitor is in is kept in a signed token.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.dispatch import Signal
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import CustomerGroup, Person, User

REGISTERED = "registered"
GROUP = "group:"
# Whoever may read what is for any audience: those who write it.
EVERYTHING = "*"

# Sent with ``user_ids`` in the transaction that changes who is in which audience.
audiences_changed = Signal()


@dataclass(frozen=True)
class Audience:
    """``code``: kept with what is for it, so it never changes. ``includes``: whether a person is
    in it now; one query at most."""

    code: str
    label: str | Promise
    includes: Callable[[Person], bool]


_audiences: dict[str, Audience] = {}


def register_audience(audience: Audience) -> None:
    """Registering a code again replaces the audience."""
    _audiences[audience.code] = audience


def register_own_audiences() -> None:
    register_audience(Audience(REGISTERED, _("Everybody with an account"), lambda person: True))


def audiences_of(user: User | None) -> frozenset[str]:
    """The codes of all audiences that a user is in now; none for nobody. Four queries (their
    rights, person and groups), and what the registered ones ask."""
    if user is None or not user.is_active:
        return frozenset()
    codes = {EVERYTHING} if user.has_perm("people.see_every_audience") else set()
    person = Person.objects.filter(user=user).first()
    if person is not None:
        groups = CustomerGroup.objects.of_user(user.pk).values_list("code", flat=True)
        codes |= {f"{GROUP}{code}" for code in groups}
        codes |= {code for code, audience in _audiences.items() if audience.includes(person)}
    return frozenset(codes)


def changed(*user_ids: int | None) -> None:
    """These users may be in other audiences now; called in the transaction that makes it so."""
    if found := [user_id for user_id in user_ids if user_id]:
        audiences_changed.send(sender=Audience, user_ids=found)


def is_for(audience: Iterable[str], codes: Iterable[str]) -> bool:
    """Whether what is for ``audience`` is for somebody who is in the audiences ``codes``."""
    audience, codes = set(audience), set(codes)
    return not audience or EVERYTHING in codes or not audience.isdisjoint(codes)


# --- The field --------------------------------------------------------------------------


def audience_choices() -> list[tuple[str, str]]:
    """Every audience with its name: the registered ones, then the customer groups."""
    groups = CustomerGroup.objects.order_by("name").values_list("code", "name")
    return [
        *((code, str(audience.label)) for code, audience in _audiences.items()),
        *((f"{GROUP}{code}", name) for code, name in groups),
    ]


def names_of(audience: Iterable[str]) -> list[str]:
    """What people read of an audience; codes that nobody knows any more are left out."""
    labels = dict(audience_choices())
    return [labels[code] for code in audience if code in labels]


def validate_audience(value) -> None:
    """Raises ValidationError unless the value is a list of codes of audiences."""
    if not isinstance(value, list) or not set(value) <= {code for code, _ in audience_choices()}:
        raise ValidationError(_("Choose audiences that there are."))


class AudienceField(models.JSONField):
    """For whom something is, as a list of codes; empty means everybody."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("verbose_name", _("For whom"))
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("help_text", _("Leave empty for everybody, also without an account."))
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, validate_audience]

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=audience_choices,
            required=False,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )
