"""For whom something is: audiences that apps register, and which of them somebody is in.

    # in AppConfig.ready()
    stylists = audiences.Audience("stylists", _("Stylists"), people=Q(stylist__state="active"))
    audiences.register_audience(stylists)

What is for an audience keeps its codes (``AudienceField``); an empty list is everybody. Every
customer group is an audience by itself, ``group:<code>``. Whoever writes what an audience's
``people`` hangs on says so with ``changed``: which audiences a visitor is in is kept in a signed
token.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.dispatch import Signal
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .customer_groups.querysets import valid_at
from .models import CustomerGroup, GroupMembership, Person, User

REGISTERED = "registered"
GROUP = "group:"
# Whoever may read what is for any audience: those who write it.
EVERYTHING = "*"

# Sent with ``user_ids`` in the transaction that changes who is in which audience.
audiences_changed = Signal()


@dataclass(frozen=True)
class Audience:
    """``code``: kept with what is for it, so it never changes. ``people``: the condition by which
    a ``Person`` is in it; of users without a way in and of erased people nobody is asked."""

    code: str
    label: str | Promise
    people: Q


_audiences: dict[str, Audience] = {}


def register_audience(audience: Audience) -> None:
    """Registering a code again replaces the audience."""
    _audiences[audience.code] = audience


def register_own_audiences() -> None:
    register_audience(
        Audience(REGISTERED, _("Everyone with an account"), people=Q(user__isnull=False))
    )


def with_audiences(users: QuerySet[User]) -> QuerySet[User]:
    """The users, read together with what ``audiences_of`` has to know: no query more."""
    rights = Permission.objects.filter(
        Q(user=OuterRef("pk")) | Q(group__user=OuterRef("pk")),
        codename="see_every_audience",
        content_type__app_label="people",
    )
    found = {
        _column(number): Exists(Person.objects.filter(audience.people, user=OuterRef("pk")))
        for number, audience in enumerate(_audiences.values())
    }
    return users.annotate(sees_every_audience=Exists(rights), **found)


def audiences_of(user: User | None, groups: Iterable[CustomerGroup]) -> frozenset[str]:
    """The codes of all audiences that a user of ``with_audiences`` is in, who is in these customer
    groups; none for nobody. No query."""
    if user is None or not user.is_active:
        return frozenset()
    codes = {f"{GROUP}{group.code}" for group in groups}
    codes |= {code for number, code in enumerate(_audiences) if getattr(user, _column(number))}
    if user.sees_every_audience or user.is_superuser:
        codes.add(EVERYTHING)
    return frozenset(codes)


def codes_of(user: User) -> frozenset[str]:
    """As ``audiences_of``, of whoever asks. Two queries, none for who is not signed in."""
    if not user.is_authenticated:
        return frozenset()
    found = with_audiences(User.objects.filter(pk=user.pk)).first()
    return audiences_of(found, CustomerGroup.objects.of_user(user.pk))


def _column(number: int) -> str:
    return f"in_audience_{number}"


def people_in(audience: Iterable[str]) -> QuerySet[Person]:
    """Everybody with a way in who is in one of these audiences now; all of them where it is
    empty."""
    codes = list(audience)
    people = Person.objects.filter(user__is_active=True, erased_at=None)
    if not codes:
        return people
    group_codes = [code.removeprefix(GROUP) for code in codes if code.startswith(GROUP)]
    condition = Q(
        pk__in=GroupMembership.objects.filter(valid_at(), group__code__in=group_codes).values(
            "person"
        )
    )
    for code in codes:
        if code in _audiences:
            condition |= Q(pk__in=Person.objects.filter(_audiences[code].people).values("pk"))
    return people.filter(condition)


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
        kwargs.setdefault("help_text", _("Leave empty for everyone, also without an account."))
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
