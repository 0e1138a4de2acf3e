from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from background.retries import retrying_task
from background.schedule import daily
from markets.sellers import address_at
from people.mails import send_mail

from .models import ConsultantMessage
from .replies import Reply

# What the privacy page promises.
KEEP_MESSAGES = timedelta(days=730)


@retrying_task()
def mail_consultant(message_id: int) -> None:
    """Tell the consultant, in the language of their own; a reply goes to whoever wrote."""
    message = ConsultantMessage.objects.select_related("consultant__person").get(pk=message_id)
    person = message.consultant.person
    if not person.email:
        return
    path = reverse("inbox:detail", args=[message.public_id])
    send_mail(
        template="inbox/mail/received",
        to=person.email,
        edition=person.edition,
        context={
            "message": message,
            "reply": Reply(message),
            "first_name": person.first_name or message.consultant.name,
            "message_url": address_at("", path, person.edition),
        },
        reply_to=[message.email],
    )


@retrying_task()
def mail_confirmation(message_id: int) -> None:
    """Tell whoever wrote that their message arrived, in the language they wrote in; its links
    lead back to the site they wrote on.
    """
    message = ConsultantMessage.objects.select_related("consultant__person").get(pk=message_id)
    send_mail(
        template="inbox/mail/confirmation",
        to=message.email,
        edition=message.edition,
        base=message.base,
        context={"message": message, "consultant_name": message.consultant.name},
    )


@daily(at="03:35")
@retrying_task(max_attempts=3)
def forget_old_messages() -> None:
    """Delete messages two years after they came."""
    before = timezone.now() - KEEP_MESSAGES
    ConsultantMessage.objects.filter(created_at__lt=before).delete()
