"""Boards with threads of posts; who writes, follows and reports; what they are told."""

from .boards import Board
from .members import Follow, Member, MemberWarning, Notice
from .policy import ForumPolicy
from .threads import Like, Mention, Picture, Post, PostVersion, Report, Thread

__all__ = [
    "Board",
    "Follow",
    "ForumPolicy",
    "Like",
    "Member",
    "MemberWarning",
    "Mention",
    "Notice",
    "Picture",
    "Post",
    "PostVersion",
    "Report",
    "Thread",
]
