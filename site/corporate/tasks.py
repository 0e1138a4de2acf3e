from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation
from django_tasks import task

from cms import chrome
from markets.storefront_urls import absolute

from .models import ContactMessage


@task()
def mail_contact_message(message_id: int) -> None:
    """Mail a message to staff, in the default language, and confirm it to whoever wrote."""
    contact = ContactMessage.objects.select_related("page").get(pk=message_id)
    with translation.override(contact.variant):
        brand = chrome.current().frame(contact.variant).brand
        context = {"contact": contact, "brand": brand}
        EmailMessage(
            subject=render_to_string("corporate/mail/confirmation_subject.txt", context).strip(),
            body=render_to_string("corporate/mail/confirmation.txt", context),
            to=[contact.email],
        ).send()
    to = contact.page.mail_to if contact.page else ""
    with translation.override(settings.LANGUAGE_CODE):
        context["admin_url"] = absolute(_edit_path(contact))
        EmailMessage(
            subject=render_to_string("corporate/mail/staff_subject.txt", context).strip(),
            body=render_to_string("corporate/mail/staff.txt", context),
            to=[to or settings.DEFAULT_FROM_EMAIL],
            reply_to=[contact.email],
        ).send()


def _edit_path(contact: ContactMessage) -> str:
    from .viewsets import contact_messages

    from django.urls import reverse

    return reverse(contact_messages.get_url_name("edit"), args=[contact.pk])
