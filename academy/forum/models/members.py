"""Who takes part: what they are called, follow, are told, and were warned about."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Person, shown_name_of

from ..querysets import MemberQuerySet, NoticeQuerySet


class Member(models.Model):
    """A person in the forum, from when they first write or follow."""

    LONGEST_NAME = 40

    person = models.OneToOneField(
        Person, verbose_name=_("Person"), related_name="forum_member", on_delete=models.PROTECT
    )
    # Empty for somebody who was erased: what they wrote stays, by "Former member".
    name = models.CharField(_("Name in the forum"), max_length=LONGEST_NAME, blank=True)
    # The name as it is compared (``markets.folding``): nobody takes another's. None without one.
    name_key = models.CharField(max_length=80, unique=True, null=True, editable=False)
    # Whether mails come about what is theirs: mentions, and posts marked as the answer.
    mails_about_me = models.BooleanField(_("Emails about mentions and answers"), default=True)
    created_at = models.DateTimeField(_("Since"), default=timezone.now, editable=False)

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("Member of the forum")
        verbose_name_plural = _("Members of the forum")
        ordering = ["name", "pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        return self.name or str(_("Former member"))


class Follow(models.Model):
    """A member follows a thread or a board: the mails about it that they get.

    Of a board one hears of new threads, of a thread of new posts.
    """

    class Mode(models.TextChoices):
        EACH = "each", _("An email for each")
        DIGEST = "digest", _("One email a day")
        NONE = "none", _("No emails")

    member = models.ForeignKey(Member, related_name="follows", on_delete=models.CASCADE)
    thread = models.ForeignKey(
        "Thread", null=True, blank=True, related_name="follows", on_delete=models.CASCADE
    )
    board = models.ForeignKey(
        "Board", null=True, blank=True, related_name="follows", on_delete=models.CASCADE
    )
    mode = models.CharField(max_length=8, choices=Mode, default=Mode.EACH)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("Followed thread or board")
        verbose_name_plural = _("Followed threads and boards")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["member", "thread"],
                condition=Q(thread__isnull=False),
                name="forum_follow_thread_once",
            ),
            models.UniqueConstraint(
                fields=["member", "board"],
                condition=Q(board__isnull=False),
                name="forum_follow_board_once",
            ),
            models.CheckConstraint(
                condition=Q(thread__isnull=False, board__isnull=True)
                | Q(thread__isnull=True, board__isnull=False),
                name="forum_follow_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member_id} {self.thread_id or self.board_id} {self.mode}"


class Notice(models.Model):
    """What a member is told of one post, once, by the most important reason.

    A notice that is to be mailed has a ``mode``; ``mailed_at`` is when it was, so that no mail
    is sent twice. Deleted after ``tasks.KEEP_NOTICES``.
    """

    class Kind(models.TextChoices):
        REPLY = "reply", _("New post in a thread that you follow")
        THREAD = "thread", _("New thread in a board that you follow")
        MENTION = "mention", _("You were mentioned")
        ANSWER = "answer", _("Your post was marked as the answer")

    member = models.ForeignKey(Member, related_name="notices", on_delete=models.CASCADE)
    post = models.ForeignKey("Post", related_name="notices", on_delete=models.CASCADE)
    kind = models.CharField(max_length=8, choices=Kind)
    mode = models.CharField(max_length=8, choices=Follow.Mode, default=Follow.Mode.NONE)
    created_at = models.DateTimeField(default=timezone.now)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("Notice to a member")
        verbose_name_plural = _("Notices to members")
        ordering = ["-pk"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["member", "post"], name="forum_notice_once")]
        indexes = [
            models.Index(fields=["member", "read_at"], name="forum_notice_unread"),
            models.Index(fields=["created_at"], name="forum_notice_by_age"),
            models.Index(
                fields=["mode", "member"],
                condition=Q(mailed_at__isnull=True),
                name="forum_notice_to_mail",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.post_id} {self.member_id}"


class MemberWarning(models.Model):
    """What a moderator wrote to a member about what they did. Deleted after two years."""

    member = models.ForeignKey(
        Member, verbose_name=_("Member"), related_name="warnings", on_delete=models.CASCADE
    )
    post = models.ForeignKey(
        "Post", null=True, blank=True, related_name="warnings", on_delete=models.SET_NULL
    )
    text = models.TextField(_("What the member reads"), max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="+", on_delete=models.SET_NULL
    )
    created_at = models.DateTimeField(_("Written"), default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("Warning")
        verbose_name_plural = _("Warnings")
        ordering = ["-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.member} · {shown_name_of(self.by)}"
