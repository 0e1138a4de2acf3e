"""Who looks after orders: the order desk."""

from django.utils.translation import gettext_lazy as _

from people.roles import ADMIN, Role, register_rights, register_role


def register() -> None:
    register_role(Role(group="Order desk", label=_("Order desk"), order=30))
    register_rights(
        "Order desk",
        ADMIN,
        "order.*",
        "-order.delete_*",  # an order is cancelled, never deleted
        "payment.*",
        "-payment.delete_*",
        "orders.*",
        "gateways.*",
        "books.*",
        "-books.delete_*",
        "-books.add_*",
        "-gateways.*_paymentmethod",
        "catalogue.view_*",
        "inventory.view_*",
        "people.view_person",
        "people.change_person",
    )
