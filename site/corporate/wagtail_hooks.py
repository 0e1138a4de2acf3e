from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.back_office import menu

from .choosers import product_chooser
from .content_plan import ContentPlanView
from .start_page import PagesPanel
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


# What PagesPanel shows in one query; Wagtail asks several for each.
INSTEAD_OF = {"user_objects_in_workflow_moderation", "recent_edits", "locked_pages"}


@hooks.register("construct_homepage_panels", order=10)
def one_panel_of_pages(request, panels):
    if any(isinstance(panel, PagesPanel) for panel in panels):
        panels[:] = [one for one in panels if getattr(one, "name", "") not in INSTEAD_OF]
