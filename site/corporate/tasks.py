from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from background.retries import retrying_task
from background.schedule import daily
from cms.frame import chrome
from cms.models import FormSubmission
from markets.storefront_urls import absolute
from people.mails import send_mail

from .models.messages import ContactMessage

# What the privacy page promises.
KEEP_MESSAGES = timedelta(days=730)


@retrying_task()
def mail_confirmation(message_id: int) -> None:
    """Tell whoever wrote that their message arrived, in the language they wrote in."""
    contact = ContactMessage.objects.get(pk=message_id)
    with translation.override(contact.edition):
        brand = chrome.current().frame(contact.edition).brand
    send_mail(
        template="corporate/mail/confirmation",
        to=contact.email,
        edition=contact.edition,
        base=contact.base,
        context={"contact": contact, "brand": brand, "site_name": brand.name},
    )


@retrying_task()
def mail_staff(message_id: int) -> None:
    """Mail the message to the page's staff, in the default language; a reply goes to whoever
    wrote.
    """
    contact = ContactMessage.objects.select_related("page").get(pk=message_id)
    to = contact.page.mail_to if contact.page else ""
    address = absolute(reverse("contact_messages:edit", args=[contact.pk]))
    with translation.override(settings.LANGUAGE_CODE):
        context = {"contact": contact, "admin_url": address}
        subject = render_to_string("corporate/mail/staff.subject.txt", context)
        EmailMessage(
            subject=" ".join(subject.split()),
            body=render_to_string("corporate/mail/staff.txt", context),
            to=[to or settings.DEFAULT_FROM_EMAIL],
            reply_to=[contact.email],
            headers={"Auto-Submitted": "auto-generated"},
        ).send()


@daily(at="03:30")
@retrying_task(max_attempts=3)
def forget_old_messages() -> None:
    """Delete messages, and answers to forms, two years after they came."""
    before = timezone.now() - KEEP_MESSAGES
    ContactMessage.objects.filter(created_at__lt=before).delete()
    FormSubmission.objects.filter(created_at__lt=before).delete()
