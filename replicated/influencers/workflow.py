"""The approval workflow for influencers' pages: marketers approve changes."""

from collections.abc import Collection

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

APPROVERS = "Marketer"


def ensure_workflow(indexes: Collection[Page]) -> Workflow:
    """The workflow of these pages and those below them; created if they have none.

    Changes by staff (name, approvers, steps, another workflow on the pages) are kept.
    """
    present = (
        WorkflowPage.objects.filter(page__in=[page.pk for page in indexes])
        .select_related("workflow")
        .first()
    )
    workflow = present.workflow if present else _make()
    for page in indexes:
        WorkflowPage.objects.get_or_create(page_id=page.pk, defaults={"workflow": workflow})
    return workflow


def _make() -> Workflow:
    # Its name is stored, so it is in the default language for everyone.
    with translation.override(settings.LANGUAGE_CODE):
        workflow = Workflow.objects.create(name=_("Influencer pages"))
        task = GroupApprovalTask.objects.create(name=_("Influencer pages: approval"))
    group, _made = Group.objects.get_or_create(name=APPROVERS)
    task.groups.add(group)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow
