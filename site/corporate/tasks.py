from datetime import timedelta

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from background.retries import retrying_task
from background.schedule import daily
from cms.models import FormSubmission
from markets.lookup import edition_for_language
from markets.storefront_urls import absolute
from people.mails import send_mail

from .mails import confirmation_words
from .models.messages import ContactMessage

# What the privacy page promises.
KEEP_MESSAGES = timedelta(days=730)


@retrying_task()
def mail_confirmation(message_id: int) -> None:
    """Tell whoever wrote that their message arrived, in the language they wrote in."""
    contact = ContactMessage.objects.get(pk=message_id)
    send_mail(
        template="corporate/mail/confirmation",
        to=contact.email,
        edition=contact.edition,
        base=contact.base,
        context=confirmation_words(contact),
    )


@retrying_task()
def mail_staff(message_id: int) -> None:
    """Mail the message to the page's staff, in the default language; a reply goes to whoever
    wrote.
    """
    contact = ContactMessage.objects.select_related("page").get(pk=message_id)
    to = contact.page.mail_to if contact.page else ""
    address = absolute(reverse("contact_messages:edit", args=[contact.pk]))
    send_mail(
        template="corporate/mail/staff",
        to=to or settings.DEFAULT_FROM_EMAIL,
        edition=edition_for_language(settings.LANGUAGE_CODE),
        context={"contact": contact, "admin_url": address},
        reply_to=[contact.email],
    )


@daily(at="03:30")
@retrying_task(max_attempts=3)
def forget_old_messages() -> None:
    """Delete messages, and answers to forms, two years after they came."""
    before = timezone.now() - KEEP_MESSAGES
    ContactMessage.objects.filter(created_at__lt=before).delete()
    FormSubmission.objects.filter(created_at__lt=before).delete()
