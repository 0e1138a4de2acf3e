"""Who asks for changes says which: a comment is needed, whatever page it is about.

Wagtail's step "group approval" takes an empty one; whoever wrote the page then knows nothing.
"""

from django import forms
from django.core.exceptions import BadRequest
from django.utils.translation import gettext_lazy as _
from wagtail.forms import TaskStateCommentForm
from wagtail.models import GroupApprovalTask, Task

REQUEST_CHANGES = "reject"


class RequestChangesForm(TaskStateCommentForm):
    comment = forms.CharField(
        label=_("What has to change"),
        help_text=_("The author sees this next to the page and in an email."),
        error_messages={"required": _("Write what has to change.")},
        widget=forms.Textarea({"rows": 4}),
    )


def form_for_action(self, action):
    return (
        RequestChangesForm if action == REQUEST_CHANGES else Task.get_form_for_action(self, action)
    )


def on_action(self, task_state, user, action_name, **kwargs):
    """The editor hands a comment on that a form has seen: without one it comes from elsewhere."""
    if action_name == REQUEST_CHANGES and not str(kwargs.get("comment", "")).strip():
        raise BadRequest("Asking for changes needs a comment.")
    return Task.on_action(self, task_state, user, action_name, **kwargs)


def install() -> None:
    """Called when the apps are ready."""
    GroupApprovalTask.get_form_for_action = form_for_action
    GroupApprovalTask.on_action = on_action
