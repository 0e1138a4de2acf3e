import pytest

from commerce.cart.forms import AddForm
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def variants():
    return list(make.lipstick().children.order_by("pk"))


@pytest.mark.parametrize(
    ("options", "number"),
    [
        ({}, 0),
        ({"colour": "colour-fig", "size": "size-s"}, 0),
        ({"colour": "colour-clay", "size": "size-s"}, 2),
        ({"colour": "colour-clay", "size": "size-l"}, 3),
        ({"size": "size-l"}, 1),
        ({"colour": "", "unknown": "x"}, 0),
    ],
)
def test_the_radios_decide_which_variant_goes_into_the_cart(variants, options, number):
    form = AddForm({"product": variants[0].pk, "quantity": "1", **options})

    assert form.is_valid()
    assert form.cleaned_data["product"] == variants[number]


@pytest.mark.parametrize("missing", ["nonsense", "private"])
def test_a_combination_that_is_not_made_is_refused(variants, missing):
    wanted = {"colour": "colour-clay", "size": "size-l"}
    if missing == "nonsense":
        wanted["size"] = "size-xxl"
    else:
        variants[3].is_public = False
        variants[3].save()

    assert not AddForm({"product": variants[0].pk, **wanted}).is_valid()


def test_a_product_without_variants_ignores_options(assert_max_queries):
    product = make.product(photos=0)

    with assert_max_queries(1):
        form = AddForm({"product": product.pk, "colour": "colour-fig"})
        assert form.is_valid() and form.cleaned_data["product"] == product
