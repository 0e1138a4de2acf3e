"""Create and change consultants and their sites. Each change writes one audit log entry."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from background.locks import locked
from people.models import Person

from . import aliases, reserved
from .models import Consultant, SiteAlias, SiteHost
from .signals import consultant_changed

State, SiteType = Consultant.State, Consultant.SiteType


class AliasTaken(Exception):
    """The alias, or one that looks like it, is or was used by another site. ``message`` for
    users."""

    message = _("This name, or one that looks like it, is taken. Choose another one.")


class AlreadyConsultant(Exception):
    """The person is a consultant already."""


def new_code() -> str:
    """A random code of seven digits, so that it does not reveal the number of consultants."""
    return str(secrets.randbelow(9_000_000) + 1_000_000)


@transaction.atomic
def create_consultant(
    *,
    person: Person,
    market: str,
    alias: str = "",
    code: str = "",
    site_type: str = SiteType.STANDARD,
    site_active: bool = True,
    by=None,
) -> Consultant:
    """Create a consultant for a person, with a site under ``alias`` (by default from their name).

    Raises ValidationError (the alias is not allowed), AliasTaken or AlreadyConsultant.
    """
    wanted = reserved.alias_of(alias, owner_name=person.name) if alias else ""
    consultant = Consultant(
        person=person, market=market, site_type=site_type, site_active=site_active
    )
    candidates = [wanted] if wanted else _free_names(person)
    for candidate in candidates:
        consultant.alias = candidate
        consultant.code = code or new_code()
        try:
            with transaction.atomic():
                consultant.save(force_insert=True)
                _take(consultant, candidate)
        except IntegrityError:
            if Consultant.objects.filter(person=person).exists():
                raise AlreadyConsultant(person.pseudonym) from None
            consultant.pk = None
            continue
        log(consultant, "consultants.create", user=by, title=consultant.code)
        if consultant.is_influencer:
            _tell(consultant)  # their pages are made; a standard site has nothing to make
        return consultant
    raise AliasTaken


def _free_names(person: Person) -> list[str]:
    """Names to try: the person's own, then with digits behind it."""
    base = aliases.suggest(person.name) or "sitio"
    digits = [f"{base[:23]}-{secrets.randbelow(9000) + 1000}" for _attempt in range(6)]
    found = []
    for name in (base, *digits):
        try:
            found.append(reserved.alias_of(name, owner_name=person.name))
        except aliases.ValidationError:
            continue
    return found or [f"sitio-{secrets.randbelow(900_000) + 100_000}"]


def _take(consultant: Consultant, alias: str) -> SiteAlias:
    return SiteAlias.objects.create(
        consultant=consultant, alias=alias, skeleton=aliases.skeleton(alias)
    )


def _current(consultant: Consultant) -> Consultant:
    """Lock and reload a consultant, with their person."""
    return locked(Consultant.objects.select_related("person")).get(pk=consultant.pk)


@transaction.atomic
def rename_site(*, consultant: Consultant, alias: str, by=None) -> Consultant:
    """Change a site's alias; the former one redirects to it.

    A former alias of the same site can be used again. Raises ValidationError or AliasTaken.
    """
    alias = aliases.clean(alias)
    current = _current(consultant)
    if current.alias == alias:
        return current
    own = SiteAlias.objects.filter(consultant=current, alias=alias).exists()
    if not own:
        reserved.alias_of(alias, owner_name=current.person.name)
        similar = SiteAlias.objects.filter(skeleton=aliases.skeleton(alias)).first()
        if similar is not None and similar.consultant_id != current.pk:
            raise AliasTaken
        try:
            with transaction.atomic():
                if similar is not None:
                    # Its own former alias, which looks alike: only the newest row has the skeleton.
                    similar.skeleton = None
                    similar.save(update_fields=["skeleton"])
                _take(current, alias)
        except IntegrityError:
            raise AliasTaken from None
    former, current.alias = current.alias, alias
    current.save(update_fields=["alias", "updated_at"])
    log(current, "consultants.rename", user=by, title=current.code, data={"former": former})
    consultant.alias = alias
    _tell(current)
    return current


@transaction.atomic
def set_site(
    *,
    consultant: Consultant,
    state: str | None = None,
    site_type: str | None = None,
    site_active: bool | None = None,
    by=None,
) -> Consultant:
    """Change a consultant's state, kind of site, or open or close the site (RS-07). In effect from
    the next request."""
    current = _current(consultant)
    wanted = {"state": state, "site_type": site_type, "site_active": site_active}
    changes = {
        name: [getattr(current, name), value]
        for name, value in wanted.items()
        if value is not None and value != getattr(current, name)
    }
    if not changes:
        return current
    for name, (_old, new) in changes.items():
        setattr(current, name, new)
        setattr(consultant, name, new)
    current.save(update_fields=[*changes, "updated_at"])
    log(current, "consultants.change", user=by, title=current.code, data={"changes": changes})
    _tell(current)
    return current


@transaction.atomic
def set_hosts(*, consultant: Consultant, hosts: list[str], by=None) -> None:
    """Replace the site's own host names. Raises IntegrityError if another site has one of them."""
    present = set(consultant.hosts.values_list("host", flat=True))
    wanted = set(hosts)
    if present == wanted:
        return
    consultant.hosts.filter(host__in=present - wanted).delete()
    for host in sorted(wanted - present):
        SiteHost.objects.create(consultant=consultant, host=host)
    log(consultant, "consultants.change", user=by, title=consultant.code, data={"hosts": hosts})
    _tell(consultant)


def _tell(consultant: Consultant) -> None:
    transaction.on_commit(
        lambda: consultant_changed.send(sender=Consultant, consultant=consultant), robust=True
    )


@dataclass(frozen=True)
class LoadRow:
    """A consultant to import. ``alias`` and ``code`` must be valid and free."""

    email: str
    first_name: str
    last_name: str
    market: str
    edition: str
    alias: str
    code: str


@transaction.atomic
def load_consultants(rows: Iterable[LoadRow], *, batch: int = 2000) -> int:
    """Create many consultants, for imports and benchmarks. Returns their number.

    Takes linear time and sends no mails; a duplicate fails the whole import (IntegrityError).
    """
    count, chunk = 0, []
    for row in rows:
        chunk.append(row)
        if len(chunk) == batch:
            count += _load(chunk)
            chunk = []
    return count + (_load(chunk) if chunk else 0)


def _load(rows: list[LoadRow]) -> int:
    people = Person.objects.bulk_create(
        Person(
            email=row.email.lower(),
            first_name=row.first_name,
            last_name=row.last_name,
            edition=row.edition,
            source=Person.Source.LOAD,
        )
        for row in rows
    )
    made = Consultant.objects.bulk_create(
        Consultant(person=person, code=row.code, alias=row.alias, market=row.market)
        for row, person in zip(rows, people, strict=True)
    )
    SiteAlias.objects.bulk_create(
        SiteAlias(
            consultant=consultant,
            alias=consultant.alias,
            skeleton=aliases.skeleton(consultant.alias),
        )
        for consultant in made
    )
    return len(made)
