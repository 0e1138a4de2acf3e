"""Who works in the back office and who shops: people with a way in, addresses proven."""

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from commerce.addresses.formats import regions
from demo.accounts import password_hash
from demo.company import CUSTOMERS, STAFF
from demo.company.schema import AddressSeed, CustomerSeed
from markets.lookup import default_market, get_market
from people.models import Person, User
from people.roles import grant
from people.services import register

from .sellers import provenance_of

UserAddress = apps.get_model("address", "UserAddress")


@transaction.atomic
def build_staff() -> dict[str, User]:
    """Everybody who works there, by role."""
    found = {}
    for seed in STAFF:
        user = User.objects.filter(email=seed.email).first()
        if user is None:
            user = register(
                email=seed.email,
                edition=default_market().default_edition,
                source=Person.Source.BACKOFFICE,
                password_hash=password_hash(),
                first_name=seed.first_name,
                last_name=seed.last_name,
            )
            grant(user, seed.role)
        found[seed.role] = user
    return found


@transaction.atomic
def build_customers() -> dict[str, User]:
    """One shopper for each market, with a saved address, by market."""
    found = {}
    for seed in CUSTOMERS:
        user = User.objects.filter(email=seed.email).first()
        if user is None:
            user = _customer(seed)
        found[seed.market] = user
    return found


def _customer(seed: CustomerSeed) -> User:
    user = register(
        email=seed.email,
        edition=get_market(seed.market).edition(seed.language),
        source=Person.Source.CORPORATE,
        password_hash=password_hash(),
        first_name=seed.first_name,
        last_name=seed.last_name,
        phone=seed.phone,
        terms_accepted_at=timezone.now(),
        provenance=provenance_of(seed.email),
    )
    UserAddress.objects.create(
        user=user,
        first_name=seed.first_name,
        last_name=seed.last_name,
        country_id=seed.address.country,
        phone_number=seed.phone,
        is_default_for_shipping=True,
        **address_columns(seed.address),
    )
    return user


def address_columns(seed: AddressSeed) -> dict[str, str]:
    """An address in the columns of Oscar's addresses, the state as the address form writes it."""
    known = regions(seed.country)
    state = next(
        (code for code, name in known if seed.state_code == code or seed.state in (code, name)),
        seed.state,
    )
    return {
        "line1": seed.line1,
        "line2": seed.line2,
        "line3": "",
        "line4": seed.city,
        "state": state,
        "postcode": seed.postcode,
    }
