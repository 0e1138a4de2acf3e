"""Products that are not sold yet have names too: choosers are for whoever works with them."""

import pytest
from django.test import Client

from people.roles import grant
from tests.replicated.factories import make_person

pytestmark = pytest.mark.one_database

ADDRESSES = [
    "/admin/corporate_product_chooser/",
    "/admin/corporate_product_chooser/results/",
    "/admin/shop_product_chooser/",
    "/admin/shop_product_chooser/chosen-multiple/?id=1",
]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("Marketer", True),
        ("Merchandiser", True),
        ("Administrator", True),
        ("Order desk", False),
        ("Consultant desk", False),
    ],
)
def test_products_are_chosen_by_whoever_works_with_them(role, may):
    user = make_person(role, registered=True).user
    grant(user, role)
    browser = Client()
    browser.force_login(user)
    for address in ADDRESSES:
        assert (browser.get(address).status_code == 200) is may, address
