"""Who may open the consultant's part of the account. Each rule is one function, used everywhere."""

from .models import Consultant


def consultant_of(user) -> Consultant | None:
    """The consultant behind a user, while they sell; None for everybody else."""
    if not user.is_authenticated:
        return None
    return Consultant.objects.active().filter(person__user=user).select_related("person").first()


def is_consultant(request) -> bool:
    """For the portal's tiles and pages (``people.portal.Tile.permission``). One query a request."""
    return current_consultant(request) is not None


def current_consultant(request) -> Consultant | None:
    """The consultant who asks, kept on the request."""
    if not hasattr(request, "consultant"):
        request.consultant = consultant_of(request.user)
    return request.consultant
