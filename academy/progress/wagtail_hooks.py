from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .viewsets import EnrolmentViewSet


@hooks.register("register_admin_viewset")
def learners_viewset():
    return EnrolmentViewSet()


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action("academy.enrol", _("Enroll"), _("Enrolled in a course"))
