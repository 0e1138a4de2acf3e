"""Choices and headings of the offer form."""

from django.utils.translation import gettext_lazy
from oscar.core.loading import get_model

Benefit = get_model("offer", "Benefit")
Condition = get_model("offer", "Condition")
Voucher = get_model("voucher", "Voucher")

# Fields of the form that are attributes of the plan unchanged.
PLAIN = [
    *("when", "gives", "gives_most", "first_day", "last_day", "is_coupon", "code", "usage"),
    *("per_order", "per_customer", "in_all", "priority", "combinable", "is_active", "is_listed"),
]
WHEN = [
    (Condition.COUNT, gettext_lazy("a number of products")),
    (Condition.COVERAGE, gettext_lazy("a number of different products")),
    (Condition.VALUE, gettext_lazy("products worth an amount")),
]
GIVES = [
    (Benefit.PERCENTAGE, gettext_lazy("a percentage off")),
    (Benefit.FIXED, gettext_lazy("an amount off, once")),
    (Benefit.FIXED_UNIT, gettext_lazy("an amount off each product")),
    (Benefit.MULTIBUY, gettext_lazy("the lowest-priced one free (3 for 2)")),
    (Benefit.FIXED_PRICE, gettext_lazy("the products in the condition for a fixed price")),
    (Benefit.SHIPPING_PERCENTAGE, gettext_lazy("a percentage off shipping (100: free)")),
    (Benefit.SHIPPING_ABSOLUTE, gettext_lazy("an amount off shipping")),
    (Benefit.SHIPPING_FIXED_PRICE, gettext_lazy("shipping for a fixed price")),
]
PERCENT = {Benefit.PERCENTAGE, Benefit.SHIPPING_PERCENTAGE}
USAGES = [
    (Voucher.MULTI_USE, gettext_lazy("by everyone, any number of times")),
    (Voucher.ONCE_PER_CUSTOMER, gettext_lazy("once per customer (signed in)")),
    (Voucher.SINGLE_USE, gettext_lazy("once in total, by whoever is first")),
]
SECTIONS = [
    (gettext_lazy("What it is called"), ["name_*", "description_*"]),
    (gettext_lazy("What the customer does"), ["when", "when_value", "goods_*", "without"]),
    (gettext_lazy("What the customer gets"), ["gives", "gives_value", "gives_most", "gift_*"]),
    (gettext_lazy("Where, when and for whom"), ["markets", "first_day", "last_day", "groups"]),
    (gettext_lazy("Coupon"), ["is_coupon", "code", "usage"]),
    (
        gettext_lazy("How often, and beside what"),
        ["per_order", "per_customer", "in_all", "budget", "priority", "combinable"],
    ),
    (gettext_lazy("Visibility"), ["is_active", "is_listed"]),
]
