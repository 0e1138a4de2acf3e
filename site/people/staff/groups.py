"""Wagtail's screens for groups: a group is changed by those who may do all that it may."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import TitleColumn
from wagtail.users.views import groups as wagtail_groups

from .. import roles
from .authority import WithAuthority


class BeyondOwnRights(Exception):
    """The group would get rights that whoever is saving it has not."""


class IndexView(wagtail_groups.IndexView):
    columns = [
        TitleColumn(
            "name",
            accessor=roles.label_of,
            label=gettext_lazy("Name"),
            sort_key="name",
            url_name="wagtailusers_groups:edit",
        ),
    ]

    def get_base_queryset(self):
        return roles.offered(super().get_base_queryset())


class _Weighed(WithAuthority):
    """Saves all (permissions, pages, collections), looks at what came of it, and takes it back
    where it is more than one has: so no part of the form, nor one added later, is a way around.
    """

    def save_instance(self):
        with transaction.atomic():
            group = super().save_instance()
            for panel in self.permission_panel_forms:
                panel.save()
            self.authority.forget()
            if not self.authority.may_give(group):
                raise BeyondOwnRights
        return group

    def process_form(self):
        key = self.object.pk
        try:
            return super().process_form()
        except BeyondOwnRights:
            # A new one was given a key, and it was taken back with everything else.
            self.object.pk, self.object._state.adding = key, key is None
            self.form.add_error(None, _("You can only give a group rights that you have yourself."))
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(self.form)


class CreateView(_Weighed, wagtail_groups.CreateView):
    pass


class _OnOneGroup(WithAuthority):
    def dispatch(self, request, *args, **kwargs):
        allowed = self.user_has_permission(self.permission_required)
        if allowed and not self.authority.may_give(self.get_object()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class EditView(_Weighed, _OnOneGroup, wagtail_groups.EditView):
    pass


class DeleteView(_OnOneGroup, wagtail_groups.DeleteView):
    pass


class GroupViewSet(wagtail_groups.GroupViewSet):
    index_view_class = IndexView
    add_view_class = CreateView
    edit_view_class = EditView
    delete_view_class = DeleteView
