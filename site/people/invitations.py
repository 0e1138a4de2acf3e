"""The link by which a new user chooses their own password (``services.invite`` has it mailed).

The link says who, and proves that whoever opens it reads the mails of the address. It works for
some days, until a password is chosen or the address is changed; who comes later asks for a code
like everybody who forgot a password.
"""

from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator

from .models import User


class _Tokens(PasswordResetTokenGenerator):
    key_salt = "people.invitations"


_tokens = _Tokens()


def days() -> int:
    return settings.PASSWORD_RESET_TIMEOUT // 86400


def token_for(user: User) -> str:
    return f"{user.pk}-{_tokens.make_token(user)}"


def user_of(token: str) -> User | None:
    """Whom the link of a mail is for; None where it does not work, or not any more."""
    key, _dash, rest = token.partition("-")
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        return None
    user = User.objects.filter(pk=key, is_active=True).first()
    return user if user and _tokens.check_token(user, rest) else None
