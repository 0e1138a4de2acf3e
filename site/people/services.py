"""Writing people: find or make, register, invite, link, change, export, erase."""

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from background.locks import locked
from background.outbox import queue
from markets.lookup import current_edition, edition_for_language

from . import naming, privacy
from .models import Person, User
from .signals import address_proven, person_registered, person_renamed
from .tasks import mail_invitation

NAMES = {"first_name", "last_name"}


class AlreadyRegistered(Exception):
    """There is a user with this address. Never show it to whoever asked: mail it."""


class PersonHasUser(Exception):
    """The person has another way in already, or the user is another person's."""


class CannotErase(Exception):
    """The person cannot be erased now. ``str()`` says why, translated."""


def record(person: Person, action: str, *, by: User | None = None, **data: Any) -> None:
    """One audit row in Wagtail's log, under the person's pseudonym.

    ``action`` is one of those registered in ``people.wagtail_hooks``; ``data`` holds names of
    fields and other facts, never personal values.
    """
    log(person, action, user=by, title=person.pseudonym, data=data)


@transaction.atomic
def person_for_email(
    email: str,
    *,
    edition: str,
    source: str,
    first_name: str = "",
    last_name: str = "",
    phone: str = "",
) -> Person:
    """The person of an address, made if there is none. Case does not matter; races end in one.

    What is known about somebody is not overwritten by what a visitor types: only the blank
    fields of a guest are filled in. Raises ValueError without an address.
    """
    email = email.strip().lower()
    if not email:
        raise ValueError("A person is found by an address.")
    details = {"first_name": first_name, "last_name": last_name, "phone": phone}
    person = Person.objects.with_email(email).first()
    if person is None:
        try:
            with transaction.atomic():
                person = Person.objects.create(
                    email=email, edition=edition, source=source, **details
                )
        except IntegrityError:
            # Another request made it between the look and the leap.
            person = Person.objects.with_email(email).get()
        else:
            record(person, "people.create", source=source)
            return person
    if person.is_guest:
        filled = [name for name, value in details.items() if value and not getattr(person, name)]
        for name in filled:
            setattr(person, name, details[name])
        if filled:
            person.save(update_fields=[*filled, "updated_at"])
        if NAMES & set(filled):
            person_renamed.send(sender=Person, person=person)
    return person


@transaction.atomic
def register(
    *,
    email: str,
    edition: str,
    source: str,
    password: str | None = None,
    password_hash: str = "",
    first_name: str = "",
    last_name: str = "",
    phone: str = "",
    terms_accepted_at: datetime | None = None,
    provenance: dict[str, Any] | None = None,
) -> User:
    """Make a user whose address is proven, and link the person of that address.

    Call it only once the address is verified (a mailed code) or vouched for (a load, the demo):
    an earlier guest with this address, orders included, becomes theirs. Without ``password``
    and ``password_hash`` (an encoded one) the user signs in by mailed codes. ``provenance`` is
    what their request proved (``people.provenance``). Raises AlreadyRegistered.
    """
    email = email.strip().lower()
    user = User(email=email, first_name=first_name, last_name=last_name, last_login=None)
    if password_hash:
        user.password = password_hash
    else:
        user.set_password(password)  # None makes it unusable
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError as error:
        raise AlreadyRegistered(email) from error
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    person = person_for_email(
        email,
        edition=edition,
        source=source,
        first_name=first_name,
        last_name=last_name,
        phone=phone,
    )
    if terms_accepted_at:
        person.terms_accepted_at = terms_accepted_at
        person.save(update_fields=["terms_accepted_at", "updated_at"])
    attach_user(person, user)
    address_proven.send(sender=Person, person=person)
    person_registered.send(sender=Person, person=person, provenance=provenance or {})
    return user


def invite(user: User, *, by: User) -> None:
    """Have a link mailed by which ``user`` chooses a password (``people.invitations``), in the
    language that ``by`` works in. Call it in the transaction that makes the user.
    """
    queue(
        mail_invitation,
        user_id=user.pk,
        edition=edition_for_language(get_language() or settings.LANGUAGE_CODE),
        by=by.get_full_name(),
    )


@transaction.atomic
def attach_user(person: Person, user: User) -> Person:
    """Give a person a way in. What hangs on the person need not move. Raises PersonHasUser."""
    current = locked(Person.objects.filter(pk=person.pk)).get()
    if current.user_id == user.pk:
        return current
    if current.user_id or Person.objects.filter(user=user).exists():
        raise PersonHasUser(current.pseudonym)
    current.user = user
    current.save(update_fields=["user", "updated_at"])
    person.user = user
    record(current, "people.link", by=user)
    return current


@transaction.atomic
def link_user(user: User, *, edition: str | None = None) -> Person | None:
    """The person behind a user: found, linked or made. Called at every sign-in.

    A guest of the same address is taken over only by a user whose address is verified. Until
    then the answer is None, and the account page offers to verify it. What was done with a
    verified address before becomes theirs (``signals.address_proven``).
    """
    person = _linked(user, edition=edition)
    if person is not None and user.is_active and is_verified(user):
        address_proven.send(sender=Person, person=person)
    return person


def _linked(user: User, *, edition: str | None) -> Person | None:
    person = Person.objects.filter(user=user).first()
    if person or not user.is_active:
        return person
    person = Person.objects.with_email(user.email).first()
    if person is None:
        person = person_for_email(
            user.email,
            edition=edition or current_edition(),
            source=Person.Source.BACKOFFICE,
            first_name=user.first_name[:120],
            last_name=user.last_name[:120],
        )
        return attach_user(person, user)
    if person.user_id or not is_verified(user):
        return None
    return attach_user(person, user)


def person_of(user) -> Person | None:
    """The person behind a user, or None (anonymous, or an address still to be verified)."""
    if not user.is_authenticated:
        return None
    return Person.objects.filter(user=user).first()


def proven_person(user) -> Person | None:
    """The person behind a user who has proven that their address is theirs: what they write now
    they write themselves. None for everybody else, whatever address they type.
    """
    person = person_of(user)
    return person if person and is_verified(user) else None


def is_verified(user: User) -> bool:
    """Whether the user has proven that the address they sign in with is theirs."""
    return EmailAddress.objects.filter(user=user, email=user.email, verified=True).exists()


@transaction.atomic
def mark_verified(user: User) -> None:
    """The user has proven their address (they read a code that was mailed to it)."""
    EmailAddress.objects.update_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )


@transaction.atomic
def set_password(user: User, password: str) -> None:
    """A new password. Every session of the user ends, and earlier wrong tries are forgiven."""
    from .lockout import unlock

    user.set_password(password)
    user.save(update_fields=["password"])
    unlock(user.email)


@transaction.atomic
def update_person(person: Person, *, by: User | None, **fields: Any) -> Person:
    """Change a person's own facts. The audit row names the fields, not their values.

    Raises ValidationError for a name that they may not give themselves (nothing is written).
    """
    changed = [name for name, value in fields.items() if getattr(person, name) != value]
    if not changed:
        return person
    for name in changed:
        setattr(person, name, fields[name])
    is_renamed = bool(NAMES & set(changed))
    if is_renamed and by is not None and by.pk == person.user_id:
        naming.check_name(person, person.name)
    person.save(update_fields=[*changed, "updated_at"])
    if is_renamed:
        person_renamed.send(sender=Person, person=person)
    if person.user_id and is_renamed:
        User.objects.filter(pk=person.user_id).update(
            first_name=person.first_name, last_name=person.last_name
        )
    record(person, "people.change", by=by, fields=changed)
    return person


def export_person(person: Person, *, by: User | None = None) -> dict[str, Any]:
    """Everything the company keeps about a person, by section, ready for JSON."""
    export = {section: exporter(person) for section, exporter in privacy.exporters().items()}
    record(person, "people.export", by=by)
    return export


@transaction.atomic
def erase_person(person: Person, by: User | None) -> Person:
    """Forget a person: every app erases its part, the row stays as a pseudonym. Idempotent.

    Raises CannotErase for somebody who works in the back office.
    """
    list(locked(User.objects.filter(person=person), keeps_key=True))
    for lock in privacy.lockers().values():
        lock(person)
    person = locked(Person.objects.filter(pk=person.pk)).get()
    if person.erased_at:
        return person
    user = person.user
    if user and (user.is_superuser or user.has_perm("wagtailadmin.access_admin")):
        raise CannotErase(_("Someone who works in the back office has to leave it first."))
    for eraser in privacy.erasers().values():
        eraser(person)
    person.email = person.first_name = person.last_name = person.phone = ""
    person.erased_at = timezone.now()
    person.save()
    person_renamed.send(sender=Person, person=person)
    record(person, "people.erase", by=by)
    return person
