"""Start page panel of the consultant desk: messages that consultants have not read yet."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.back_office.start_page import Waiting

from .models import ConsultantMessage

READ = "inbox.view_consultantmessage"


def may_read(user) -> bool:
    return user.has_perm(READ)


def unread_messages(request) -> list[Waiting]:
    count = ConsultantMessage.objects.all().unread().count()
    url = f"{reverse('consultant_messages:index')}?state=unread"
    return [Waiting(count, _("Messages that consultants have not read"), url)]
