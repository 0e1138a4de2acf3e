"""What mailed codes are for. Other apps register purposes of their own, in ``ready()``:

register_purpose(Purpose("order", "orders/mail/code", instead=no_order_mail))
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from .models import Person, User

SIGN_IN, SIGN_UP, RESET, CONFIRM = "sign-in", "sign-up", "reset", "confirm"


@dataclass(frozen=True)
class Purpose:
    """What a code is for.

    ``template``: the mail with the code (``people/mail/<template>``, or any prefix with a
    slash). ``instead``: given the address, the template of the mail that is sent without a code,
    or None to send the code; it runs in the task, never in the request.
    """

    name: str
    template: str
    instead: Callable[[str], str | None] = field(default=lambda email: None)


_purposes: dict[str, Purpose] = {}


def register_purpose(purpose: Purpose) -> None:
    _purposes[purpose.name] = purpose


def get_purpose(name: str) -> Purpose:
    """Raises KeyError for a purpose that nobody registered."""
    return _purposes[name]


def _unless_known(email: str) -> str | None:
    known = (
        User.objects.filter(email=email, is_active=True).exists()
        or Person.objects.with_email(email).guests().exists()
    )
    return None if known else "unknown_address"


def _unless_registered(email: str) -> str | None:
    return "already_registered" if User.objects.filter(email=email).exists() else None


def register_own_purposes() -> None:
    register_purpose(Purpose(SIGN_IN, "sign_in_code", instead=_unless_known))
    register_purpose(Purpose(SIGN_UP, "sign_up_code", instead=_unless_registered))
    register_purpose(Purpose(RESET, "reset_code", instead=_unless_known))
    register_purpose(Purpose(CONFIRM, "confirm_code"))
