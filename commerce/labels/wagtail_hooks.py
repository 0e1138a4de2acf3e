from wagtail import hooks

from .viewsets import LabelPolicyViewSet, LabelViewSet


@hooks.register("register_admin_viewset")
def labels_viewsets():
    return [LabelViewSet(), LabelPolicyViewSet()]
