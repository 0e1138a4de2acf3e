from wagtail import hooks

from .viewsets import ArrangementViewSet, ThemedDayViewSet


@hooks.register("register_admin_viewset")
def arrangement_viewsets():
    return [ArrangementViewSet(), ThemedDayViewSet()]
