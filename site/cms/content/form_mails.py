"""The answers to a form on a page, mailed to whom the form names."""

from background.retries import retrying_task
from people.mails import STAFF, Mail, send_mail

from .models import FormSubmission


def _sample(edition: str) -> dict:
    answers = [["…", "Ana"], ["…", "…"]]
    return {"submission": FormSubmission(form_title="…", answers=answers, edition=edition)}


ANSWERS = Mail("cms/mail/form_answers", to=STAFF, sample=_sample, text_only=True)


@retrying_task()
def mail_submission(submission_id: int, to: str) -> None:
    submission = FormSubmission.objects.get(pk=submission_id)
    send_mail(
        template=ANSWERS.template,
        to=to,
        edition=submission.edition,
        context={"submission": submission},
    )
