"""Customer groups and their members in the back office."""

import django_filters
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic

from people.models import CustomerGroup, GroupMembership
from people.undeletable import UndeletableViewSet

from .forms import CustomerGroupForm, MembershipForm
from .querysets import valid_at
from .services import join_group

# The group of the menu (cms.back_office.menu), which stands above people.
SALES = "register_sales_menu_item"


class _Screens(UndeletableViewSet):
    """A group is emptied and a membership ends: orders and the audit log name them."""

    add_to_reference_index = False
    copy_view_enabled = False
    search_backend_name = None
    list_per_page = 50


class GroupIndexView(generic.IndexView):
    def get_base_queryset(self):
        now = valid_at(prefix="memberships__")
        members = Count("memberships", filter=Q(now))
        return super().get_base_queryset().annotate(members=members)


class CustomerGroupViewSet(_Screens):
    model = CustomerGroup
    name = "customer-groups"
    url_prefix = "customer-groups"
    icon = "group"
    menu_label = _("Customer groups")
    menu_hook = SALES
    menu_order = 30
    index_view_class = GroupIndexView
    search_fields = ["name", "code"]
    ordering = ["-priority", "code"]
    list_display = [
        "name",
        Column("code", label=_("Code"), sort_key="code"),
        Column("priority", label=_("Priority"), sort_key="priority"),
        Column("members", label=_("Members now"), sort_key="members"),
    ]

    def get_form_class(self, for_update=False):
        return CustomerGroupForm


class _Joins:
    """Saving goes through the service: it writes who did it."""

    def save_instance(self):
        form = self.form
        return join_group(
            person=form.instance.person,
            group=form.cleaned_data["group"],
            starts_at=form.cleaned_data["starts_at"],
            ends_at=form.cleaned_data["ends_at"],
            by=self.request.user,
        )


class MembershipCreateView(_Joins, generic.CreateView):
    pass


class MembershipEditView(_Joins, generic.EditView):
    pass


class MembershipIndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("person", "group")


class MembershipFilterSet(WagtailFilterSet):
    group = django_filters.ModelChoiceFilter(
        label=_("Customer group"), queryset=CustomerGroup.objects.order_by("name")
    )

    class Meta:
        model = GroupMembership
        fields = []


class MembershipViewSet(_Screens):
    model = GroupMembership
    name = "group-members"
    url_prefix = "group-members"
    icon = "user"
    menu_label = _("Members of customer groups")
    menu_hook = SALES
    menu_order = 31
    index_view_class = MembershipIndexView
    add_view_class = MembershipCreateView
    edit_view_class = MembershipEditView
    filterset_class = MembershipFilterSet
    search_fields = ["person__first_name", "person__last_name", "person__email"]
    ordering = ["-starts_at", "-pk"]
    list_display = [
        "person",
        Column("email", label=_("Email"), accessor="person.email"),
        Column("group", label=_("Customer group"), sort_key="group"),
        DateColumn("starts_at", label=_("Since"), sort_key="starts_at"),
        DateColumn("ends_at", label=_("Until"), sort_key="ends_at"),
        Column("get_source_display", label=_("Source"), sort_key="source"),
    ]

    def get_form_class(self, for_update=False):
        return MembershipForm
