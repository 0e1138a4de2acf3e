"""Letting somebody in who proved, by a mailed code, that an address is theirs.

The login goes through allauth's stages, so that a second factor is asked for whichever way somebody
came. ``record_authentication`` is the one name that allauth has for itself only.
"""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.http import HttpResponse

from . import services
from .codes import VerifiedCode
from .models import Person, User


def user_for(verified: VerifiedCode) -> User | None:
    """The user of a proven address. A guest becomes one now, without a usable password.

    None where nobody is known by the address.
    """
    user = User.objects.filter(email=verified.email).first()
    if user:
        services.mark_verified(user)
        return user
    person = Person.objects.with_email(verified.email).guests().first()
    if person is None:
        return None
    try:
        return services.register(
            email=verified.email,
            edition=person.edition,
            source=person.source,
            first_name=person.first_name,
            last_name=person.last_name,
        )
    except services.AlreadyRegistered:
        # The same guest, in another window, a moment ago.
        return User.objects.get(email=verified.email)


def sign_up(verified: VerifiedCode) -> User:
    """The user that a sign-up form described. Never changes one that exists by now."""
    details = dict(verified.payload)
    try:
        return services.register(email=verified.email, edition=verified.edition, **details)
    except services.AlreadyRegistered:
        return User.objects.get(email=verified.email)


def sign_in(request, user: User, *, redirect_url: str | None = None) -> HttpResponse:
    """Start a login by code: the answer is the next page, or the second factor's."""
    record_authentication(request, user, method="code", email=user.email)
    return perform_login(request, user, email=user.email, redirect_url=redirect_url)
