"""What mailed codes are for. Other apps register purposes of their own, in ``ready()``:

register_purpose(Purpose("order", "orders/mail/code", instead=no_order_mail))

The mail with the code is registered by that; one that is sent instead is registered as any mail.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from .code_digits import LIFETIME
from .mails import CUSTOMER, SAMPLE_ADDRESS, Mail, full_name, register_mail
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
    register_mail(Mail(full_name(purpose.template), to=CUSTOMER, sample=_sample))


def code_words(code: str) -> dict[str, object]:
    """What a mail says of a code: the code, easy to read, and for how many minutes it works."""
    minutes = int(LIFETIME.total_seconds() // 60)
    return {"code": f"{code[:3]} {code[3:]}", "minutes": minutes}


def _sample(edition: str) -> dict[str, object]:
    return {"email": SAMPLE_ADDRESS, **code_words("123456")}


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
