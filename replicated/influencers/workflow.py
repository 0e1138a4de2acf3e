"""The way of an influencer's change to the public: marketers approve it."""

from collections.abc import Iterable

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

NAME = "Influencer pages"
TASK_NAME = "Influencer pages: approval"
APPROVERS = "Marketer"


def ensure_workflow(indexes: Iterable[Page]) -> Workflow:
    """The workflow, on these pages and what is below them. What staff changed in it (other
    approvers, more steps, another workflow on the pages) stays.
    """
    workflow, is_new = Workflow.objects.get_or_create(name=NAME)
    if is_new:
        task = GroupApprovalTask.objects.create(name=TASK_NAME)
        group, _made = Group.objects.get_or_create(name=APPROVERS)
        task.groups.add(group)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for page in indexes:
        WorkflowPage.objects.get_or_create(page_id=page.pk, defaults={"workflow": workflow})
    return workflow
