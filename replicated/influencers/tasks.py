"""Background tasks: create sites, and mail approvers and authors."""

from background.retries import retrying_task
from replicated.consultants.models import Consultant

from . import notices, services


@retrying_task(max_attempts=4)
def sync_site(consultant_id: int) -> None:
    consultant = Consultant.objects.filter(pk=consultant_id).first()
    if consultant is not None:
        services.sync_site(consultant)


@retrying_task(max_attempts=4)
def mail_submitted(task_state_id: int, user_id: int) -> None:
    """Mail an approver about a submitted change. Not idempotent: mails on each run."""
    notices.mail_submitted(task_state_id, user_id)


@retrying_task(max_attempts=4)
def mail_decided(workflow_state_id: int, user_id: int) -> None:
    """Mail the decision to who submitted the change. Not idempotent: mails on each run."""
    notices.mail_decided(workflow_state_id, user_id)
