"""What waits for moderators: posts of new members, and reports."""

from django.db.models import Count, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.back_office.start_page import Waiting

from .access import MODERATE
from .models import Post, Report


def may_decide(user) -> bool:
    return user.has_perm(MODERATE)


def to_decide(request) -> list[Waiting]:
    """Both in one query."""
    kinds = {
        "waiting": Post.objects.filter(state=Post.State.WAITING),
        "reported": Post.objects.filter(reports__state=Report.State.OPEN),
    }
    counts = [
        rows.order_by().values(kind=Value(kind)).annotate(count=Count("pk", distinct=True))
        for kind, rows in kinds.items()
    ]
    found = {row["kind"]: row["count"] for row in counts[0].union(counts[1])}
    return [
        Waiting(
            found.get("waiting", 0), _("Posts in the forum to approve"), reverse("forum_queue")
        ),
        Waiting(
            found.get("reported", 0),
            _("Reported posts in the forum"),
            f"{reverse('forum_queue')}#reported",
        ),
    ]
