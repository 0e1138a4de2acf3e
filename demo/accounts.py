"""Who can sign in to the demo company."""

from functools import cache

from django.contrib.auth.hashers import make_password

from demo.company import CUSTOMERS, STAFF
from demo.company.consultants import CONSULTANTS, INFLUENCERS

PASSWORD = "raiz-demo-2026"
"""Everybody's. The demo refuses to run where the world could use it."""


@cache
def password_hash() -> str:
    """The same for everybody: it protects a password that stands above, and takes a second."""
    return make_password(PASSWORD)


def who_can_sign_in() -> list[str]:
    """Lines for whoever has just set the shop up."""
    people = [(person.email, f"back office: {person.role}") for person in STAFF]
    people += [(person.email, f"consultant, /@{person.alias}") for person in CONSULTANTS[:1]]
    people += [(person.email, f"influencer, /@{person.alias}") for person in INFLUENCERS[:1]]
    people += [(person.email, f"customer in {person.address.country}") for person in CUSTOMERS]
    width = max(len(email) for email, _role in people)
    return [
        f"Everybody signs in with the password {PASSWORD}",
        *(f"  {email:{width}}  {role}" for email, role in people),
    ]
