"""What somebody is called in the forum."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from markets.folding import fold
from people import naming
from people.models import Person
from people.services import is_verified

from ..access import Viewer
from ..models import Member
from .refusing import NotPossible, record


def suggested_name(person: Person) -> str:
    """First name and the initial of the last: "Ana D."; free at the moment."""
    initial = f"{person.last_name[:1].upper()}." if person.last_name else ""
    stem = f"{person.first_name} {initial}".strip()[: Member.LONGEST_NAME - 4]
    if not stem:
        return ""
    alike = Member.objects.filter(name_key__startswith=fold(stem))
    taken = set(alike.values_list("name_key", flat=True))
    tries = (stem, *(f"{stem} {number}" for number in range(2, 1000)))
    return next((name for name in tries if fold(name) not in taken), "")


def check_name(person: Person, name: str) -> str:
    """The name as it is kept. Raises ValidationError for one that cannot be taken."""
    name = " ".join(name.split())
    if not any(char.isalpha() for char in name):
        raise ValidationError(_("Enter a name with letters."))
    if any(char in name for char in "@<>[]()*_`\\"):
        raise ValidationError(_("Use letters, numbers, spaces and points only."))
    naming.check_name(person, name)
    if Member.objects.filter(name_key=fold(name)).exclude(person=person).exists():
        raise _taken()
    return name


def _taken() -> ValidationError:
    return ValidationError(_("Someone in the forum is called that already. Choose another name."))


@transaction.atomic
def take_part(*, by: Viewer, name: str) -> Member:
    """Make the viewer a member, once, with the name that others see. Raises ValidationError."""
    if by.person is None or not is_verified(by.user):
        raise NotPossible(_("Sign in and confirm your email to take part."))
    if by.member is not None:
        return by.member
    name = check_name(by.person, name)
    try:
        with transaction.atomic():
            member = Member.objects.create(person=by.person, name=name, name_key=fold(name))
    except IntegrityError:
        # Another request made it between the look and the leap, of this person or of that name.
        member = Member.objects.filter(person=by.person).first()
        if member is None:
            raise _taken() from None
        by.forget()
        return member
    record(member, "forum.join", by=by)
    by.forget()
    return by.member


@transaction.atomic
def rename(*, by: Viewer, name: str) -> Member:
    """Another name, from now on also above what the member has written. Raises ValidationError."""
    name = check_name(by.person, name)
    member = by.member
    if name == member.name:
        return member
    member.name, member.name_key = name, fold(name)
    try:
        with transaction.atomic():
            member.save(update_fields=["name", "name_key"])
    except IntegrityError:
        raise _taken() from None
    record(member, "forum.rename", by=by)
    return member
