from django.utils.translation import ngettext

from replicated.consultants.access import current_consultant

from .models import ConsultantMessage


def unread_summary(request) -> str:
    """The tile's line: how many messages wait to be read."""
    count = ConsultantMessage.objects.to(current_consultant(request)).unread().count()
    if not count:
        return ""
    return ngettext("%(count)d new message", "%(count)d new messages", count) % {"count": count}
