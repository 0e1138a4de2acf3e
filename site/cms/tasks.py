from django.utils import translation

from background.retries import retrying_task

from .models import FormSubmission


@retrying_task()
def mail_submission(submission_id: int, to: str) -> None:
    """Mail the answers to a form to whom the form names."""
    from .form_blocks import submission_mail

    submission = FormSubmission.objects.get(pk=submission_id)
    with translation.override(submission.variant):
        submission_mail(submission, to).send()
