from wagtail import hooks

from . import of_person
from .access import may_look
from .bulk import PrepareOrders, PrintSlips
from .panels import WaitingPanel
from .viewset import OrderViewSet


@hooks.register("register_admin_viewset")
def order_desk():
    return OrderViewSet()


@hooks.register("construct_homepage_panels")
def waiting_orders(request, panels):
    if may_look(request.user):
        panels.append(WaitingPanel())


hooks.register("register_bulk_action", PrintSlips)
hooks.register("register_bulk_action", PrepareOrders)

of_person.register()
