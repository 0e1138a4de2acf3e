"""By which channels somebody may register (RG-01): what pages, forms and mails ask."""

from markets.sellers import base_of

from .models import RegistrationPolicy


def is_open_at(base: str) -> bool:
    """Whether one may register on a site (``markets.sellers``): "" is the company's own."""
    policy = _policy()
    return policy.replicated_open if base else policy.corporate_open


def is_open_by_contact() -> bool:
    """Whether writing through the contact page makes a person."""
    return _policy().contact_open


def _policy() -> RegistrationPolicy:
    # Not ``load()``, which writes the row that is missing: a page is only read.
    return RegistrationPolicy.objects.first() or RegistrationPolicy()


def is_open(request) -> bool:
    """Whether one may register on the site that a request came to. One query a request."""
    if not hasattr(request, "registration_open"):
        request.registration_open = is_open_at(base_of(request))
    return request.registration_open
