"""The forms of users and groups, for whoever fills them in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.bulk_actions.assign_role import RoleForm

from .. import roles
from .authority import Authority


class _ByStaff:
    """A user's form as ``authority`` lets its holder fill it in.

    Groups that are not offered (``roles.offered``) stay as they are.
    """

    fields: dict[str, forms.Field]
    instance: Any
    cleaned_data: dict[str, Any]

    def __init__(self, *args, authority: Authority, **kwargs):
        super().__init__(*args, **kwargs)
        if not authority.may_make_superusers:
            self.fields.pop("is_superuser", None)
        self.offered = roles.offered(authority.groups())
        self.fields["groups"].queryset = self.offered

    def _save_m2m(self):
        kept = []
        if self.instance.pk:
            kept = list(self.instance.groups.exclude(pk__in=self.offered))
        super()._save_m2m()  # type: ignore[misc]
        self.instance.groups.add(*kept)


class NewUserForm(_ByStaff, UserCreationForm):
    """Without a password the new user is invited by mail, and chooses their own."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].help_text = _(
            "Leave it blank and we'll email this person a link to choose their own."
        )

    def save(self, commit=True):
        if not self.cleaned_data["password1"]:
            self.instance.set_unusable_password()
        return super().save(commit)


class UserForm(_ByStaff, UserEditForm):
    pass


class OfferedRoleForm(RoleForm):
    """What a role may be given to several users at once."""

    def __init__(self, *args, authority: Authority, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].label = _("Role")
        self.fields["role"].queryset = roles.offered(authority.groups())
