"""Write the rows of a new order: address, number, lines, charges. For ``placing`` only."""

from decimal import Decimal

from django.db import IntegrityError, transaction
from oscar.core.loading import get_model

from commerce.addresses.book import country_row
from commerce.cart.cart import Cart
from commerce.delivery.options import DeliveryOption
from commerce.pricing.quote import DELIVERY
from commerce.pricing.tax import tax_amount
from markets.money import round_money
from markets.reference_numbers import new_number

from .terms import Terms

Line = get_model("order", "Line")
Order = get_model("order", "Order")
ShippingAddress = get_model("order", "ShippingAddress")
Surcharge = get_model("order", "Surcharge")


def write_order(basket, cart: Cart, option: DeliveryOption, terms: Terms):
    """Write a pending order with its address, lines and charges. Stock is not reserved yet.

    The shipping charge is in the order's own columns, where Oscar reads it."""
    address = ShippingAddress.objects.create(
        first_name=terms.first_name,
        last_name=terms.last_name,
        country=country_row(cart.market.country),
        phone_number="",
        notes=terms.notes,
        **terms.address,
    )
    quote = cart.quote
    order = Order(
        basket=basket,
        # Never the user of a typed email address: nobody has proven that it is theirs.
        user=terms.user,
        currency=quote.currency,
        total_incl_tax=quote.total.incl,
        total_excl_tax=quote.total.excl,
        shipping_incl_tax=quote.delivery.taxed.incl,
        shipping_excl_tax=quote.delivery.taxed.excl,
        shipping_address=address,
        shipping_method=option.name,
        shipping_code=option.code,
        status="pending",
        guest_email="" if terms.user else terms.email,
        site=None,
    )
    _save_with_number(order)
    lines = []
    for line in cart.lines:
        taxed = quote.lines[line.pk]
        before = tax_amount(
            line.before_offers,
            rate=line.rate or Decimal(0),
            included=cart.market.prices_include_tax,
        )
        lines.append(
            Line(
                order=order,
                partner=line.stockrecord.partner,
                partner_name=line.stockrecord.partner.name,
                partner_sku=line.stockrecord.partner_sku,
                stockrecord=line.stockrecord,
                product=line.product,
                title=line.full_title[:255],
                upc=line.sku or None,
                quantity=line.quantity,
                line_price_incl_tax=taxed.incl,
                line_price_excl_tax=taxed.excl,
                line_price_before_discounts_incl_tax=before.incl,
                line_price_before_discounts_excl_tax=before.excl,
                unit_price_incl_tax=round_money(before.incl / line.quantity),
                unit_price_excl_tax=round_money(before.excl / line.quantity),
                tax_code=str(line.rate),
                status="pending",
                num_allocated=line.quantity,
            )
        )
    Line.objects.bulk_create(lines)
    Surcharge.objects.bulk_create(
        Surcharge(
            order=order,
            code=line.code,
            name=str(line.name)[:128],
            incl_tax=line.taxed.incl,
            excl_tax=line.taxed.excl,
            tax_code=str(line.rate),
        )
        for line in quote.charges
        if line.code != DELIVERY
    )
    return order, lines


def _save_with_number(order) -> None:
    for _attempt in range(5):
        order.number = new_number()
        try:
            with transaction.atomic():
                order.save(force_insert=True)
            return
        except IntegrityError:
            order.pk = None
    raise RuntimeError("no free order number found")
