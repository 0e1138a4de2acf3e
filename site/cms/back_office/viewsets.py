"""The back office of what frames the pages, and of answered forms."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from ..content.models import Footer, FormSubmission, HeaderMenu
from . import menu
from .announcement_list import AnnouncementViewSet


class HeaderMenuViewSet(SnippetViewSet):
    model = HeaderMenu
    icon = "list-ul"
    menu_label = _("Main menu")
    menu_hook = menu.CONTENT
    menu_order = 210


class FooterViewSet(SnippetViewSet):
    model = Footer
    icon = "list-ol"
    menu_label = _("Footer")
    menu_hook = menu.CONTENT
    menu_order = 220


for viewset in (HeaderMenuViewSet, FooterViewSet, AnnouncementViewSet):
    register_snippet(viewset)


class WrittenByVisitors(ModelPermissionPolicy):
    """Rows that visitors wrote: staff read and delete them, and neither add nor reword any."""

    def user_has_permission(self, user, action):
        return action not in ("add", "change") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


register_permission_policy(FormSubmission, WrittenByVisitors(FormSubmission))


class FormSubmissionViewSet(ModelViewSet):
    """Answers are read, exported and deleted; nobody rewrites them."""

    model = FormSubmission
    name = "form_answers"
    url_prefix = "form-answers"
    icon = "form"
    menu_label = _("Answers")
    menu_hook = menu.SERVICE
    menu_order = 20
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_fields = ["form_title", "page", "summary", "edition", "created_at"]
    inspect_template_name = "cms/admin/inspect_submission.html"
    form_fields = ["form_title"]
    list_display = [
        TitleColumn("form_title", label=_("Form"), url_name="form_answers:inspect"),
        Column("summary", label=_("Answers")),
        Column("edition", label=_("Language and market")),
        DateColumn("created_at", label=_("Received"), sort_key="created_at"),
    ]
    list_filter = ["form_title", "edition", "created_at"]
    export_filename = "form-answers"
    list_export = ["form_title", "created_at", "edition", "summary"]
    search_fields = ["form_title", "email"]
    search_backend_name = None
