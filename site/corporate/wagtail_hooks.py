from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.back_office import menu

from .choosers import product_chooser
from .content_plan import ContentPlanView
from .viewsets import contact_messages


@hooks.register("register_admin_viewset")
def contact_messages_viewset():
    return contact_messages


@hooks.register("register_admin_viewset")
def product_chooser_viewset():
    return product_chooser


@hooks.register("register_admin_urls")
def content_plan_urls():
    return [
        path("reports/content-plan/", ContentPlanView.as_view(), name="content_plan"),
        path(
            "reports/content-plan/results/",
            ContentPlanView.as_view(results_only=True),
            name="content_plan_results",
        ),
    ]


class ContentPlanItem(MenuItem):
    def is_shown(self, request):
        return policy_registry.get_by_type(Page).user_has_any_permission(
            request.user, ContentPlanView.any_permission_required
        )


@hooks.register(menu.REPORTS)
def content_plan_item():
    return ContentPlanItem(
        _("Content plan"), reverse("content_plan"), name="content-plan", icon_name="tasks", order=90
    )
