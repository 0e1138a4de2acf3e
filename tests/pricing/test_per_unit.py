"""What something costs by the measure, in what people of the market compare by."""

from decimal import Decimal

import pytest
from django.utils import translation

from commerce.pricing.per_unit import Content, price_per_unit


@pytest.mark.parametrize(
    ("edition", "price", "content", "said"),
    [
        ("es-co", "49000", ("30", "ml"), "$163.333 / 100 ml"),
        ("es-co", "49000", ("0.03", "l"), "$163.333 / 100 ml"),
        ("es-mx", "489", ("180", "g"), "$271.67 / 100 g"),
        ("en-us", "17", ("30", "ml"), "$16.76 / fl oz"),
        ("es-us", "24", ("180", "g"), "$3.78 / oz"),
        ("es-co", "90000", ("1.5", "l"), "$60.000 / l"),
        ("es-mx", "500", ("2", "kg"), "$250.00 / kg"),
        ("es-co", "24000", ("20", "piece"), "$1.200 / unidad"),
        ("en-us", "6", ("12", "piece"), "$0.50 / piece"),
        # It would only repeat the price.
        ("es-co", "49000", ("100", "ml"), ""),
        ("es-co", "49000", ("1", "piece"), ""),
        ("es-co", "49000", ("0", "ml"), ""),
        ("es-co", "0", ("30", "ml"), ""),
    ],
)
def test_a_price_by_the_measure(edition, price, content, said):
    with translation.override(edition):
        amount = Content(Decimal(content[0]), content[1])
        assert price_per_unit(Decimal(price), amount, edition) == said


def test_nothing_is_said_where_nobody_said_how_much_is_in_it():
    assert price_per_unit(Decimal(10), None, "es-co") == ""
