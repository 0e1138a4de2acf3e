"""The answers to a form on a page, mailed to whom the form names."""

from django.core.mail import EmailMessage
from django.utils import translation

from background.retries import retrying_task

from .models import FormSubmission


@retrying_task()
def mail_submission(submission_id: int, to: str) -> None:
    submission = FormSubmission.objects.get(pk=submission_id)
    with translation.override(submission.edition):
        submission_mail(submission, to).send()


def submission_mail(submission: FormSubmission, to: str) -> EmailMessage:
    lines = [f"{label}: {answer}" for label, answer in submission.answers]
    return EmailMessage(subject=submission.form_title, body="\n".join(lines), to=[to])
