"""What the list of users offers for several at once, as ``authority`` lets whoever is asking."""

from django.shortcuts import get_list_or_404
from wagtail.users.views.bulk_actions import (
    AssignRoleBulkAction,
    DeleteBulkAction,
    SetActiveStateBulkAction,
)

from ..signals import users_changed
from .authority import WithAuthority
from .forms import OfferedRoleForm


class _OnManaged(WithAuthority):
    """Only on users whom they may manage: the others are listed as left out."""

    @classmethod
    def get_queryset(cls, model, object_ids):
        users = model.objects.prefetch_related("groups", "user_permissions")
        return get_list_or_404(users, pk__in=object_ids)

    def check_perm(self, obj):
        return super().check_perm(obj) and self.authority.may_manage(obj)


class AssignRole(_OnManaged, AssignRoleBulkAction):
    form_class = OfferedRoleForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "authority": self.authority}


class Delete(_OnManaged, DeleteBulkAction):
    pass


class SetActiveState(_OnManaged, SetActiveStateBulkAction):
    @classmethod
    def execute_action(cls, objects, **kwargs):
        done = super().execute_action(objects, **kwargs)
        users_changed.send(sender=cls, users=objects)
        return done
