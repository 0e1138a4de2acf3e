"""Access to the consultants' part of the account."""

from .models import Consultant


def consultant_of(user) -> Consultant | None:
    """The active consultant of a user; None if there is none."""
    if not user.is_authenticated:
        return None
    return Consultant.objects.active().filter(person__user=user).select_related("person").first()


def is_consultant(request) -> bool:
    """Permission for the portal's tiles (``people.portal.Tile.permission``). One query per
    request."""
    return current_consultant(request) is not None


def current_consultant(request) -> Consultant | None:
    """The consultant of the request's user, cached on the request."""
    if not hasattr(request, "consultant"):
        request.consultant = consultant_of(request.user)
    return request.consultant
