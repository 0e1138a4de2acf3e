"""The grid is saved while shoppers order what stands in it, on PostgreSQL with real connections."""

import pytest
from oscar.core.loading import get_model

from commerce.inventory.models import StockMovement
from commerce.inventory.services import OutOfStock, reserve
from commerce.merchandising.services.variants import GridRow, save_grid
from tests import factories as make
from tests.at_once import at_once

StockRecord = get_model("partner", "StockRecord")

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
ROUNDS = 4


def records_of(product):
    return list(StockRecord.objects.filter(product__parent=product).order_by("pk"))


def grid(product, *, stock: int):
    """The product's variants with their stock in Colombia, from the last to the first."""
    own = GridRow(product=product, sku=product.upc)
    partner = make.warehouse("co").partner
    rows = [
        GridRow(product=variant, sku=variant.upc, stock={partner: stock})
        for variant in product.children.order_by("-pk")
    ]
    return lambda: save_grid(
        product=product, own=own, variants=rows, removed=(), reason="Conteo", by=None
    )


def test_counting_and_ordering_the_same_variants_do_not_block_each_other(transactional_db):
    product = make.lipstick()
    for number in range(ROUNDS):
        wanted = {record.pk: 1 for record in records_of(product)}

        at_once(
            grid(product, stock=20 + number),
            *[lambda wanted=wanted: reserve(quantities=wanted, order=None)] * 3,
            refused=OutOfStock,
        )

    counted = {row.num_in_stock for row in records_of(product) if "co" in row.partner.name}
    assert counted == {20 + ROUNDS - 1}


def test_two_counts_of_one_grid_leave_one_of_them_whole(transactional_db):
    product = make.lipstick()
    for number in range(ROUNDS):
        first, second = 30 + 2 * number, 31 + 2 * number

        at_once(grid(product, stock=first), grid(product, stock=second))

        records = [row for row in records_of(product) if "co" in row.partner.name]
        assert {row.num_in_stock for row in records} in ({first}, {second})
        # What is written down of it adds up to what is there.
        for row in records:
            moves = StockMovement.objects.filter(stockrecord=row, kind="adjusted")
            assert sum(move.in_stock for move in moves) + row_began(row) == row.num_in_stock


def row_began(record) -> int:
    """As ``make.lipstick`` made it."""
    return {"1": 3, "4": 0}.get(record.partner_sku[-1], 20)
