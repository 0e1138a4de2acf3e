from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from background.retries import retrying_task
from background.schedule import daily
from markets.sellers import address_at
from people.mails import send_mail

from .models import ConsultantMessage
from .replies import Reply

# How long messages are stored, as the privacy page says.
KEEP_MESSAGES = timedelta(days=730)


@retrying_task()
def mail_consultant(message_id: int) -> None:
    """Mail a message to the consultant in their language, with Reply-To set to the writer."""
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
    """Mail a confirmation to the writer, in the language and with links to the site of their
    message.
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
    """Delete messages older than ``KEEP_MESSAGES``."""
    before = timezone.now() - KEEP_MESSAGES
    ConsultantMessage.objects.filter(created_at__lt=before).delete()
