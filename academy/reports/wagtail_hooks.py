from wagtail import hooks

from .viewsets import ReportViewSet


@hooks.register("register_admin_viewset")
def report_viewset():
    return ReportViewSet()
