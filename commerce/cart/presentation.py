"""Template context of the cart: for components/cart_line.html, totals.html, coupon.html."""

from django.urls import reverse
from django.utils.translation import gettext as _

from commerce.charges.rows import charge_rows
from commerce.delivery.options import free_delivery_from
from commerce.offers.public_codes import public_codes
from commerce.offers.words import hint_text
from markets.storefront_urls import in_edition

from .cart import Cart
from .coupons import MOST, problem_of


def line_values(cart: Cart) -> list[dict]:
    return [
        {
            "id": line.pk,
            "title": line.title,
            "url": in_edition(line.path, cart.edition) if line.path else "",
            "options_text": ", ".join(line.options),
            "image": line.image,
            "quantity": line.quantity,
            "min": 1,
            "max": max(line.limit, line.quantity),
            "total": line.amount_text if line.unit is not None else "",
            "amount": line.amount_text if line.unit is not None else "",
            "was_total": line.compare_text,
            "was": line.compare_text,
            "tier": line.tier,
            "message": line.problem,
            "update_url": reverse("cart:update", kwargs={"line_id": line.pk}),
            "remove_url": reverse("cart:remove", kwargs={"line_id": line.pk}),
        }
        for line in cart.lines
    ]


def sum_rows(cart: Cart) -> list[dict]:
    """The rows above the total: subtotal, discounts, charges and tax, as far as they are known."""
    group = cart.priced_for
    label = _("Subtotal (%(tier)s price)") % {"tier": group} if group else _("Subtotal")
    rows = [
        {"label": label, "amount": cart.goods_text},
        *discount_rows(cart),
        *charge_rows([(line.name, line.shown) for line in cart.quote.charges], money=cart.money),
    ]
    if not cart.market.prices_include_tax:
        if cart.quote.tax_known:
            rows.append({"label": _("Sales tax"), "amount": cart.tax_text})
        else:
            rows.append({"label": _("Sales tax"), "amount": _("Calculated at checkout")})
    return rows


def discount_rows(cart: Cart) -> list[dict]:
    """One row for each discount: on the items, and the name of the one on shipping."""
    rows = []
    delivery = cart.quote.delivery
    for one in cart.offers.applied:
        if one.offer.is_on_delivery and delivery and not delivery.discount:
            # Shipping is free already: an offer that takes nothing off has no row.
            continue
        code = one.offer.coupon.code if one.offer.coupon else ""
        amount = cart.money(-one.amount) if one.amount else _("On shipping")
        if one.offer.is_on_delivery and delivery:
            amount = _("On shipping: %(amount)s") % {"amount": cart.money(-delivery.discount)}
        rows.append({"label": one.offer.name, "note": code, "amount": amount, "is_offer": True})
    return rows


def coupon_values(cart: Cart) -> list[dict]:
    """The coupons in the basket, each with the problem that keeps it from applying, if any."""
    return [
        {
            "id": state.coupon.pk,
            "code": state.coupon.code,
            "name": state.name,
            "problem": problem_of(state, edition=cart.edition),
            "remove_url": reverse("cart:coupon-remove", args=[state.coupon.pk]),
        }
        for state in cart.offers.coupons
    ]


def public_code_values(cart: Cart) -> list[dict]:
    """Public coupon codes that this basket does not have yet, for the review step. The cart page
    does not show them: its query budget is used up."""
    carried = {state.coupon.code for state in cart.offers.coupons}
    if cart.is_empty or len(carried) >= MOST:
        return []
    return [
        {
            "code": one.code,
            "name": one.name,
            "note": _("For customers with an account.") if one.needs_account else "",
        }
        for one in public_codes(cart.edition)
        if one.code not in carried
    ]


def hint_values(cart: Cart) -> list[str]:
    """Hints of offers within reach, such as ``Add 1 more to get “3 for 2”``."""
    return [hint_text(lacks, edition=cart.edition) for lacks in cart.offers.hints]


def sum_total(cart: Cart) -> dict:
    tax = cart.quote.total.tax
    note = ""
    if cart.market.prices_include_tax and tax:
        note = _("Including %(tax)s in taxes") % {"tax": cart.tax_text}
    label = _("Total") if cart.quote.delivery else _("Estimated total")
    return {"label": label, "amount": cart.total_text, "note": note}


def free_shipping(cart: Cart) -> dict | None:
    """The progress bar to free shipping; None if the market has none."""
    threshold = free_delivery_from(cart.market.code)
    if not threshold or cart.is_empty:
        return None
    goods = cart.quote.goods_shown
    reached = goods >= threshold
    text = (
        _("You've got free shipping.")
        if reached
        else _("You're %(amount)s away from free shipping.")
        % {"amount": cart.money(threshold - goods)}
    )
    return {
        "text": text,
        "value": f"{min(goods, threshold):.2f}",
        "max": f"{threshold:.2f}",
        "reached": reached,
    }


def cart_values(cart: Cart, *, coupon: dict | None = None) -> dict:
    """The context of components/cart_drawer.html and of the cart page.

    ``coupon``: ``value`` (as typed) and ``error`` of a code that was just refused.
    """
    return {
        "lines": line_values(cart),
        "free_shipping": free_shipping(cart),
        "rows": sum_rows(cart),
        "discount_rows": discount_rows(cart),
        "total": sum_total(cart),
        "url": reverse("cart:summary"),
        "checkout_url": reverse("checkout:index"),
        "can_be_ordered": cart.can_be_ordered,
        "hints": hint_values(cart),
        "coupons": coupon_values(cart),
        "coupon": coupon or {"value": "", "error": ""},
        "coupon_url": reverse("cart:coupon"),
        "count": cart.count,
    }
