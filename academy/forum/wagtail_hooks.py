from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from cms.back_office import menu

from .views.desk import PostView, QueueView, ThreadView, WarnView
from .viewsets import BoardViewSet, members, threads
from .waiting import may_decide

register_snippet(BoardViewSet)


@hooks.register("register_admin_viewset")
def forum_viewsets():
    return [threads, members]


@hooks.register("register_admin_urls")
def forum_urls():
    return [
        path("forum/", QueueView.as_view(), name="forum_queue"),
        path("forum/post/<int:pk>/", PostView.as_view(), name="forum_post"),
        path("forum/thread/<int:pk>/", ThreadView.as_view(), name="forum_thread"),
        path("forum/warn/<int:pk>/", WarnView.as_view(), name="forum_warn"),
    ]


class QueueItem(MenuItem):
    def is_shown(self, request):
        return may_decide(request.user)


@hooks.register(menu.ACADEMY)
def queue_item():
    return QueueItem(
        _("Forum posts to look at"),
        reverse("forum_queue"),
        name="queue",
        icon_name="comment",
        order=60,
    )


@hooks.register("register_log_actions")
def forum_actions(actions):
    """What ``services`` writes to the audit log."""
    for code, label, message in (
        ("join", _("Take part in the forum"), _("Took part in the forum")),
        ("rename", _("Change the name in the forum"), _("Changed the name in the forum")),
        ("open_thread", _("Start a thread"), _("Started a thread")),
        ("reply", _("Reply in a thread"), _("Replied")),
        ("edit", _("Change a post"), _("Changed a post")),
        ("report", _("Report a post"), _("Reported a post")),
        ("mark_answer", _("Mark the answer"), _("Marked the answer")),
        ("unmark_answer", _("Unmark the answer"), _("Unmarked the answer")),
        ("approve", _("Approve a post"), _("Approved a post")),
        ("hide", _("Hide a post"), _("Hid a post")),
        ("show", _("Show a hidden post"), _("Showed a hidden post")),
        ("dismiss", _("Dismiss reports"), _("Dismissed reports")),
        ("hide_thread", _("Hide a thread"), _("Hid a thread")),
        ("show_thread", _("Show a hidden thread"), _("Showed a hidden thread")),
        ("close", _("Close a thread"), _("Closed a thread")),
        ("reopen", _("Reopen a thread"), _("Reopened a thread")),
        ("pin", _("Pin a thread"), _("Pinned a thread")),
        ("unpin", _("Unpin a thread"), _("Unpinned a thread")),
        ("move", _("Move a thread"), _("Moved a thread")),
        ("warn", _("Warn a member"), _("Warned a member")),
    ):
        actions.register_action(f"forum.{code}", label, message)
