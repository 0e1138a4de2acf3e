"""What waits for moderators: posts of new members, and reports."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.back_office.start_page import Waiting

from .access import MODERATE
from .models import Post, Report


def may_decide(user) -> bool:
    return user.has_perm(MODERATE)


def to_decide(request) -> list[Waiting]:
    waiting = Post.objects.filter(state=Post.State.WAITING).count()
    reported = Report.objects.filter(state=Report.State.OPEN).values("post").distinct().count()
    return [
        Waiting(waiting, _("Posts in the forum to approve"), reverse("forum_queue")),
        Waiting(reported, _("Reported posts in the forum"), f"{reverse('forum_queue')}#reported"),
    ]
