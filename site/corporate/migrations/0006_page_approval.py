"""Moderation leads to people: the pages' workflow asks our roles instead of Wagtail's empty group.

Only the workflow as Wagtail makes it is touched. Where a company has renamed it, given it other
groups or put people into "Moderators", it stays as it is.
"""

from django.conf import settings
from django.db import migrations
from django.utils import translation
from django.utils.translation import gettext as _

WAGTAILS_NAME = "Moderators approval"
WAGTAILS_GROUP = "Moderators"
APPROVERS = ("Marketer", "Administrator")


def _asks(task, names) -> bool:
    return set(task.groups.values_list("name", flat=True)) == set(names)


def _names() -> tuple[str, str]:
    # Data: everybody in the back office reads it in the company's first language.
    with translation.override(settings.LANGUAGE_CODE):
        return _("Page approval"), _("Approval by marketing")


def ask_our_roles(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Task = apps.get_model("wagtailcore", "GroupApprovalTask")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    workflow_name, task_name = _names()
    moderators = Group.objects.filter(name=WAGTAILS_GROUP).first()
    if moderators is None or moderators.user_set.exists():
        return
    groups = [Group.objects.get_or_create(name=name)[0] for name in APPROVERS]
    for task in Task.objects.filter(name=WAGTAILS_NAME):
        if _asks(task, [WAGTAILS_GROUP]):
            task.groups.set(groups)
            task.name = task_name
            task.save()
            Workflow.objects.filter(name=WAGTAILS_NAME, workflow_tasks__task=task.pk).update(
                name=workflow_name
            )


def ask_moderators(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    Task = apps.get_model("wagtailcore", "GroupApprovalTask")
    Workflow = apps.get_model("wagtailcore", "Workflow")
    workflow_name, task_name = _names()
    for task in Task.objects.filter(name=task_name):
        if _asks(task, APPROVERS):
            task.groups.set([Group.objects.get_or_create(name=WAGTAILS_GROUP)[0]])
            task.name = WAGTAILS_NAME
            task.save()
            Workflow.objects.filter(name=workflow_name, workflow_tasks__task=task.pk).update(
                name=WAGTAILS_NAME
            )


class Migration(migrations.Migration):
    dependencies = [
        ("corporate", "0005_content_plan"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(ask_our_roles, ask_moderators)]
