"""What happens after the answer: making sites, and telling who has to know of a change."""

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
    """Ask one approver. Run again it mails again."""
    notices.mail_submitted(task_state_id, user_id)


@retrying_task(max_attempts=4)
def mail_decided(workflow_state_id: int, user_id: int) -> None:
    """Tell who submitted a change how it was decided. Run again it mails again."""
    notices.mail_decided(workflow_state_id, user_id)
