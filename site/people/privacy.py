"""What is kept about a person, and how it is forgotten: each app registers its own part.

    # in AppConfig.ready()
    privacy.register_exporter("orders", orders_of)     # (person) -> JSON-able value
    privacy.register_eraser("orders", forget_orders, locks=lock_orders)   # (person) -> None

Erasers run inside the transaction of ``services.erase_person``, before the person's own fields
are blanked, and must be safe to run twice. Ledgers keep their rows: they replace what identifies
somebody by ``person.pseudonym``. An eraser that writes rows which stand before people in
``settings.LOCK_ORDER`` names who locks them: that is asked before the person is locked.
"""

from collections.abc import Callable
from typing import Any

from .models import Person

Exporter = Callable[[Person], Any]
Eraser = Callable[[Person], None]

_exporters: dict[str, Exporter] = {}
_erasers: dict[str, Eraser] = {}
_lockers: dict[str, Eraser] = {}


def register_exporter(section: str, exporter: Exporter) -> None:
    """Adds a section to every export. Registering a section again replaces it."""
    _exporters[section] = exporter


def register_eraser(section: str, eraser: Eraser, *, locks: Eraser | None = None) -> None:
    """Adds a step to every erasure. Registering a section again replaces it."""
    _erasers[section] = eraser
    _lockers.pop(section, None)
    if locks:
        _lockers[section] = locks


def exporters() -> dict[str, Exporter]:
    return dict(_exporters)


def erasers() -> dict[str, Eraser]:
    return dict(_erasers)


def lockers() -> dict[str, Eraser]:
    """Who locks what an erasure writes, for the sections that need it."""
    return dict(_lockers)


def _own_facts(person: Person) -> dict[str, Any]:
    return {
        "id": str(person.public_id),
        "email": person.email,
        "first_name": person.first_name,
        "last_name": person.last_name,
        "phone": person.phone,
        "language_and_market": person.edition,
        "source": person.source,
        "created_at": person.created_at.isoformat(),
        "terms_accepted_at": person.terms_accepted_at and person.terms_accepted_at.isoformat(),
    }


def _way_in(person: Person) -> dict[str, Any] | None:
    user = person.user
    if user is None:
        return None
    from allauth.mfa.utils import is_mfa_enabled

    return {
        "email": user.email,
        "joined_at": user.date_joined.isoformat(),
        "last_login_at": user.last_login and user.last_login.isoformat(),
        "has_password": user.has_usable_password(),
        "second_factor": is_mfa_enabled(user),
    }


def _forget_way_in(person: Person) -> None:
    """The user's row stays (ledgers point at it) and says nothing; no session survives it."""
    user = person.user
    if user is None:
        return
    from allauth.account.models import EmailAddress
    from allauth.mfa.models import Authenticator

    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    user.groups.clear()
    user.user_permissions.clear()
    user.email = f"{person.public_id}@erased.invalid"
    user.first_name = user.last_name = ""
    user.is_active = False
    user.set_unusable_password()
    user.save()


def _forget_codes(person: Person) -> None:
    from .models import MailCode

    if person.email:
        MailCode.objects.filter(email=person.email).delete()


def _groups(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "group": membership.group.name,
            "since": membership.starts_at.isoformat(),
            "until": membership.ends_at and membership.ends_at.isoformat(),
        }
        for membership in person.group_memberships.select_related("group")
    ]


def _forget_groups(person: Person) -> None:
    for membership in person.group_memberships.all():
        membership.delete()


def _forget_audit_labels(person: Person) -> None:
    """The back office's log keeps what was done and when, not to whom by name."""
    from wagtail.models import ModelLogEntry

    for subject in filter(None, (person, person.user)):
        entries = ModelLogEntry.objects.for_instance(subject)
        entries.update(label=person.pseudonym)


def register_own_sections() -> None:
    register_exporter("person", _own_facts)
    register_exporter("account", _way_in)
    register_exporter("customer_groups", _groups)
    register_eraser("customer_groups", _forget_groups)
    register_eraser("audit", _forget_audit_labels)
    register_eraser("codes", _forget_codes)
    register_eraser("account", _forget_way_in)
