"""Writing the forum: each service one transaction with one audit row, refused with words.

Who acts is a ``Viewer`` (``access``); what they may not see is not there for them
(``DoesNotExist``), what they may not do now raises ``NotPossible``. Likes and what somebody
follows are their own affair, and leave no audit row.
"""

from .following import end_mails, follow, read_everything, set_mails_about_me, unfollow
from .membership import rename, take_part
from .moderating import (
    approve,
    close,
    dismiss_reports,
    hide,
    hide_thread,
    move,
    pin,
    reopen,
    show,
    show_thread,
    unpin,
    warn,
)
from .reacting import like, mark_as_answer, report, unlike, unmark_answer
from .refusing import NotPossible
from .writing import edit_post, open_thread, reply

__all__ = [
    "NotPossible",
    "approve",
    "close",
    "dismiss_reports",
    "edit_post",
    "end_mails",
    "follow",
    "hide",
    "hide_thread",
    "like",
    "mark_as_answer",
    "move",
    "open_thread",
    "pin",
    "read_everything",
    "rename",
    "reopen",
    "reply",
    "report",
    "set_mails_about_me",
    "show",
    "show_thread",
    "take_part",
    "unfollow",
    "unlike",
    "unmark_answer",
    "unpin",
    "warn",
]
