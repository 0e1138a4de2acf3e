"""Learners in the back office: who is in which course, and how far."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from cms.back_office import menu

from .desk import ASSIGN, AssignView
from .filters import FINISHED, EnrolmentFilterSet, state_name, state_of
from .models import Enrolment


class EnrolmentIndexView(generic.IndexView):
    any_permission_required = ["view"]

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("person", "course", "assigned_by")

    @property
    def header_buttons(self):
        if not self.request.user.has_perm(ASSIGN):
            return []
        url = reverse("learners:assign")
        return [HeaderButton(_("Assign a course"), url=url, icon_name="plus")]


class EnrolmentViewSet(ModelViewSet):
    """Nobody writes a row of a learner: they take the course, or it is assigned to them."""

    model = Enrolment
    name = "learners"
    url_prefix = "academy/learners"
    icon = "user"
    menu_label = _("Learners")
    menu_hook = menu.ACADEMY
    menu_order = 40
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = EnrolmentIndexView
    filterset_class = EnrolmentFilterSet
    search_backend_name = None
    search_fields = ["person__first_name", "person__last_name", "person__email"]
    list_per_page = 50
    ordering = ["-created_at", "-pk"]
    form_fields = ["due_on"]
    list_display = [
        Column("person", label=_("Person"), sort_key="person__first_name"),
        Column("course", label=_("Course"), sort_key="course__title"),
        StatusTagColumn(
            state_name, label=_("State"), primary=lambda row: state_of(row) == FINISHED
        ),
        Column("percent", label=_("Percent"), sort_key="percent"),
        Column("get_origin_display", label=_("How they came to it")),
        DateColumn("due_on", label=_("Due"), sort_key="due_on"),
        DateColumn("created_at", label=_("Enrolled"), sort_key="created_at"),
        DateColumn("finished_at", label=_("Finished"), sort_key="finished_at"),
    ]

    def get_urlpatterns(self):
        kept = [url for url in super().get_urlpatterns() if url.name in ("index", "index_results")]
        return [*kept, path("assign/", AssignView.as_view(), name="assign")]

    def get_common_view_kwargs(self, **kwargs):
        common = super().get_common_view_kwargs(**kwargs)
        for name in ("add", "edit", "delete", "copy", "inspect", "history", "usage"):
            common.pop(f"{name}_url_name", None)
        return common

    def register_admin_url_finder(self):
        """None: a learner's row has no page of its own."""
