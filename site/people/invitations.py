"""A new user who chooses their own password: a mail with a link that works for some days.

The link says who, and proves that whoever opens it reads the mails of the address. It works
until a password is chosen, the address is changed or its time is over; who comes later asks for
a code like everybody who forgot a password.
"""

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.utils.translation import get_language

from background.outbox import queue
from markets.lookup import variant_for_language

from .models import User


class _Tokens(PasswordResetTokenGenerator):
    key_salt = "people.invitations"


_tokens = _Tokens()


def days() -> int:
    return settings.PASSWORD_RESET_TIMEOUT // 86400


def invite(user: User, *, by: User) -> None:
    """Have the invitation mailed, in the language that ``by`` works in. Call it in the
    transaction that makes the user.
    """
    from .tasks import mail_invitation

    queue(
        mail_invitation,
        user_id=user.pk,
        variant=variant_for_language(get_language() or settings.LANGUAGE_CODE),
        by=by.get_full_name(),
    )


def token_for(user: User) -> str:
    return f"{user.pk}-{_tokens.make_token(user)}"


def user_of(token: str) -> User | None:
    """Whom the link of a mail is for; None where it does not work, or not any more."""
    key, _dash, rest = token.partition("-")
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        return None
    user = User.objects.filter(pk=key, is_active=True).first()
    return user if user and _tokens.check_token(user, rest) else None
