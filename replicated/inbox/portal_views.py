"""The consultant's inbox in their account."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from people.portal import page
from replicated.consultants.access import current_consultant

from . import services
from .models import ConsultantMessage
from .replies import Reply

PER_PAGE = 20


def _own(request):
    """The consultant's own messages. All views of the inbox must query through here."""
    return ConsultantMessage.objects.to(current_consultant(request))


@page("messages")
@require_safe
def inbox(request):
    paginator = Paginator(_own(request).unread_first(), PER_PAGE)
    shown = paginator.get_page(request.GET.get("page"))
    page_range = paginator.get_elided_page_range(shown.number)
    context = {"inbox": shown, "page": shown, "page_range": page_range}
    return render(request, "inbox/list.html", context)


@page("messages")
@require_safe
def detail(request, public_id):
    message = get_object_or_404(_own(request), public_id=public_id)
    if request.method == "GET":
        services.mark_read(message=message)
    return render(request, "inbox/detail.html", {"message": message, "reply": Reply(message)})


ACTIONS = {
    "unread": (services.mark_unread, _("Marked as unread.")),
    "answered": (services.mark_answered, _("Marked as answered.")),
    "unanswered": (services.mark_unanswered, _("Marked as not answered yet.")),
}


@page("messages")
@require_POST
def act(request, public_id, action: str):
    """Run one of ACTIONS on a message (POST)."""
    message = get_object_or_404(_own(request), public_id=public_id)
    service, said = ACTIONS[action]
    service(message=message)
    messages.success(request, said)
    if action == "unread":
        return redirect("inbox:list")
    return redirect("inbox:detail", public_id=message.public_id)
