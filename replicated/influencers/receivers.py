"""Signal receivers: keep influencers' sites in line with the consultant, and mail about changes."""

from django.db.models.signals import post_save
from wagtail.admin import mail as wagtail_mail
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)
from wagtail.users.models import UserProfile

from background.outbox import queue
from people.models import Person
from replicated.consultants.signals import consultant_changed

from . import notices, services
from .models import InfluencerSite


def connect() -> None:
    """Connect the receivers, in ``AppConfig.ready()``."""
    consultant_changed.connect(sync_site_after_consultant, dispatch_uid="influencers.follow")
    post_save.connect(admit_new_user, sender=Person, dispatch_uid="influencers.admit")
    task_submitted.connect(notify_approvers, dispatch_uid="influencers.submitted")
    for signal in (workflow_approved, workflow_rejected):
        signal.connect(notify_submitter, dispatch_uid="influencers.decided")
    _replace_notifiers()


def sync_site_after_consultant(sender, consultant, **kwargs) -> None:
    from .tasks import sync_site

    if services.may_curate(consultant):
        sync_site.enqueue(consultant_id=consultant.pk)
    elif InfluencerSite.objects.filter(consultant_id=consultant.pk).exists():
        # Close at once, without a worker, so that access ends with the next request.
        services.sync_site(consultant)


def admit_new_user(sender, instance, update_fields=None, raw=False, **kwargs) -> None:
    """Give access to a person who became an influencer before they had a user account."""
    if raw or not instance.user_id or "user" not in (update_fields or ()):
        return
    sites = InfluencerSite.objects.filter(consultant__person=instance, is_open=True)
    for site in sites.select_related("consultant__person"):
        services.admit(site)


def notify_approvers(sender, instance, user=None, **kwargs) -> None:
    from .tasks import mail_submitted

    if notices.page_of(instance.workflow_state) is None:
        return
    for approver in notices.approvers_of(instance, but=user):
        queue(mail_submitted, task_state_id=instance.pk, user_id=approver.pk)


def notify_submitter(sender, instance, user=None, **kwargs) -> None:
    from .tasks import mail_decided

    submitter = instance.requested_by
    if submitter is None or submitter == user or notices.page_of(instance) is None:
        return
    profile = UserProfile.get_for_user(submitter)
    approved = instance.status == WorkflowState.STATUS_APPROVED
    if profile.approved_notifications if approved else profile.rejected_notifications:
        queue(mail_decided, workflow_state_id=instance.pk, user_id=submitter.pk)


# --- Replacements of Wagtail's own mails


class _ForOtherPages:
    def can_handle(self, instance, **kwargs):
        if not super().can_handle(instance, **kwargs):
            return False
        return notices.page_of(getattr(instance, "workflow_state", instance)) is None


class TaskSubmitted(_ForOtherPages, wagtail_mail.GroupApprovalTaskStateSubmissionEmailNotifier):
    pass


class WorkflowSubmitted(_ForOtherPages, wagtail_mail.WorkflowStateSubmissionEmailNotifier):
    pass


class WorkflowApproved(_ForOtherPages, wagtail_mail.WorkflowStateApprovalEmailNotifier):
    pass


class WorkflowRejected(_ForOtherPages, wagtail_mail.WorkflowStateRejectionEmailNotifier):
    pass


# Keep references: signals hold their receivers weakly.
_notifiers = []


def _replace_notifiers() -> None:
    """Replace Wagtail's notifiers. With the same dispatch uids, so that Wagtail's are not connected
    again, whichever comes first."""
    for signal, sender, uid, notifier in (
        (task_submitted, TaskState, "group_approval_task_submitted", TaskSubmitted()),
        (workflow_submitted, WorkflowState, "workflow_state_submitted", WorkflowSubmitted()),
        (workflow_approved, WorkflowState, "workflow_state_approved", WorkflowApproved()),
        (workflow_rejected, WorkflowState, "workflow_state_rejected", WorkflowRejected()),
    ):
        uid = f"{uid}_email_notification"
        _notifiers.append(notifier)
        signal.disconnect(sender=sender, dispatch_uid=uid)
        signal.connect(notifier, sender=sender, dispatch_uid=uid)
