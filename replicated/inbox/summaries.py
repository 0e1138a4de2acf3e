from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from people.overview import Reminder
from replicated.consultants.access import current_consultant

from .models import ConsultantMessage


def unread_summary(request) -> str:
    """The text of the account's tile: the number of unread messages."""
    count = ConsultantMessage.objects.to(current_consultant(request)).unread().count()
    if not count:
        return ""
    return ngettext("%(count)d new message", "%(count)d new messages", count) % {"count": count}


def reminders(request) -> list[Reminder]:
    """Reminders for the account's overview: messages that were not answered yet."""
    consultant = current_consultant(request)
    if consultant is None:
        return []
    rows = ConsultantMessage.objects.to(consultant).unanswered()
    count = rows.count()
    if not count:
        return []
    if count == 1:
        text = _("%(name)s wrote to you and is waiting for a reply.") % {"name": rows.get().name}
    else:
        text = ngettext(
            "%(count)d person wrote to you and is waiting for a reply.",
            "%(count)d people wrote to you and are waiting for a reply.",
            count,
        ) % {"count": count}
    return [Reminder(text=text, url=reverse("inbox:list"), action=_("Read and reply"))]
