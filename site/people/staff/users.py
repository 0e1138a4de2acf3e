"""Wagtail's screens for users, as ``authority`` lets whoever is asking use them."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect
from wagtail.users.views import users as wagtail_users

from .. import roles, services
from .authority import WithAuthority
from .forms import NewUserForm, UserForm

ACCESS = "access_admin"


class UserFilterSet(wagtail_users.UserFilterSet):
    """Customers and consultants are users too: this tells them from who works here."""

    works_here = django_filters.BooleanFilter(
        label=gettext_lazy("Works in the back office"),
        widget=BooleanRadioSelect,
        method="who_works_here",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        group = self.filters["group"]
        group.queryset = roles.offered(group.queryset)

    def who_works_here(self, queryset, name, value):
        in_a_group = Q(groups__permissions__codename=ACCESS)
        by_themselves = Q(user_permissions__codename=ACCESS)
        here = queryset.model.objects.filter(
            Q(is_superuser=True) | in_a_group | by_themselves
        ).values("pk")
        return queryset.filter(pk__in=here) if value else queryset.exclude(pk__in=here)


class IndexView(WithAuthority, wagtail_users.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("groups", "user_permissions")

    def get_edit_url(self, instance):
        return super().get_edit_url(instance) if self.authority.may_manage(instance) else None

    def get_delete_url(self, instance):
        return super().get_delete_url(instance) if self.authority.may_manage(instance) else None


class CreateView(WithAuthority, wagtail_users.CreateView):
    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "authority": self.authority}

    def save_instance(self):
        user = super().save_instance()
        if not user.has_usable_password() and user.is_active:
            services.invite(user, by=self.request.user)
        return user

    def save_action(self):
        response = super().save_action()
        if not self.object.has_usable_password():
            messages.info(
                self.request,
                _("We emailed %(email)s a link to choose a password.")
                % {"email": self.object.email},
            )
        return response


class _OnOneUser(WithAuthority):
    """Nobody opens the form, or the question, of a user who may more than they do."""

    def dispatch(self, request, *args, **kwargs):
        allowed = self.user_has_permission(self.permission_required)
        if allowed and not self.authority.may_manage(self.get_object()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class EditView(_OnOneUser, wagtail_users.EditView):
    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "authority": self.authority}


class DeleteView(_OnOneUser, wagtail_users.DeleteView):
    pass


class UserViewSet(wagtail_users.UserViewSet):
    filterset_class = UserFilterSet
    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView
    delete_view_class = DeleteView
    # Wagtail's own shows the box for superusers without asking whether the form has it.
    create_template_name = "wagtailusers/users/edit.html"
    # A copy would have the password of the first.
    copy_view_enabled = False

    def get_form_class(self, for_update=False):
        return UserForm if for_update else NewUserForm
