from wagtail import hooks

from . import of_person
from .bulk import PrepareOrders, PrintLabels, PrintPickingList, PrintSlips
from .reconciliation.viewset import DifferenceViewSet
from .refund_limits import RefundLimitViewSet
from .statements.viewset import StatementViewSet
from .viewset import OrderViewSet


@hooks.register("register_admin_viewset")
def order_desk():
    return OrderViewSet()


@hooks.register("register_admin_viewset")
def reconciliation():
    return DifferenceViewSet()


@hooks.register("register_admin_viewset")
def statements():
    return StatementViewSet()


@hooks.register("register_admin_viewset")
def refund_limits():
    return RefundLimitViewSet()


hooks.register("register_bulk_action", PrintSlips)
hooks.register("register_bulk_action", PrintLabels)
hooks.register("register_bulk_action", PrintPickingList)
hooks.register("register_bulk_action", PrepareOrders)

of_person.register()
