"""What is written: threads, their posts and pictures, and what others say of them."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..querysets import PostQuerySet, ThreadQuerySet
from .boards import Board
from .members import Member


class Thread(models.Model):
    """A topic with its posts; the one with the lowest key opens it.

    ``post_count``, ``last_post_at`` and ``last_author`` are of the posts that are shown, and are
    written under the thread's lock.
    """

    LONGEST_TITLE = 150

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        CLOSED = "closed", pgettext_lazy("of a thread", "Closed")
        HIDDEN = "hidden", _("Hidden")
        WAITING = "waiting", _("Waiting for approval")

    board = models.ForeignKey(
        Board, verbose_name=_("Board"), related_name="threads", on_delete=models.PROTECT
    )
    title = models.CharField(_("Title"), max_length=LONGEST_TITLE)
    author = models.ForeignKey(
        Member, verbose_name=_("Author"), related_name="threads", on_delete=models.PROTECT
    )
    state = models.CharField(_("State"), max_length=8, choices=State, default=State.OPEN)
    pinned = models.BooleanField(_("Pinned"), default=False)
    answer = models.ForeignKey(
        "Post", null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )
    post_count = models.PositiveIntegerField(_("Posts"), default=0, editable=False)
    last_post_at = models.DateTimeField(_("Last post"), default=timezone.now, editable=False)
    last_author = models.ForeignKey(
        Member, null=True, related_name="+", on_delete=models.PROTECT, editable=False
    )
    created_at = models.DateTimeField(_("Started"), default=timezone.now, editable=False)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("Thread")
        verbose_name_plural = _("Threads")
        ordering = ["-pk"]
        default_permissions = ("view",)
        permissions = [("moderate_forum", _("Can moderate the forum"))]
        indexes = [
            models.Index(
                fields=["board", "state", "-pinned", "-last_post_at", "-id"],
                name="forum_thread_by_activity",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def slug(self) -> str:
        return slugify(self.title)[:60].strip("-") or "-"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class Post(models.Model):
    """``text`` is what was typed (a subset of Markdown), ``html`` what of it is shown (``text``
    module), ``folded`` what search looks in; the opening post's begins with the thread's title."""

    LONGEST_TEXT = 20_000

    class State(models.TextChoices):
        SHOWN = "shown", _("Shown")
        HIDDEN = "hidden", _("Hidden")
        WAITING = "waiting", _("Waiting for approval")

    thread = models.ForeignKey(Thread, related_name="posts", on_delete=models.CASCADE)
    author = models.ForeignKey(
        Member, verbose_name=_("Author"), related_name="posts", on_delete=models.PROTECT
    )
    text = models.TextField(_("Text"), max_length=LONGEST_TEXT)
    html = models.TextField(editable=False)
    folded = models.TextField(editable=False)
    # Of its pictures, [[public id, width, height], …]: a page of posts reads no picture.
    gallery = models.JSONField(default=list, blank=True, editable=False)
    state = models.CharField(_("State"), max_length=8, choices=State, default=State.SHOWN)
    opens = models.BooleanField(default=False, editable=False)
    # The key of the form that it came from: sent twice it is one post.
    form_key = models.UUIDField(default=uuid.uuid4, editable=False)
    like_count = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("Written"), default=timezone.now, editable=False)
    edited_at = models.DateTimeField(_("Edited"), null=True, blank=True, editable=False)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("Post")
        verbose_name_plural = _("Posts")
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["author", "form_key"], name="forum_post_once"),
            models.UniqueConstraint(
                fields=["thread"], condition=models.Q(opens=True), name="forum_one_opening_post"
            ),
        ]
        indexes = [
            # A page of a thread, from any post on.
            models.Index(fields=["thread", "id"], name="forum_post_in_thread"),
            # Who is trusted, and what waits.
            models.Index(fields=["author", "state"], name="forum_post_by_author"),
            models.Index(fields=["state", "id"], name="forum_post_by_state"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"


class PostVersion(models.Model):
    """What stood in a post before it was edited, for moderators."""

    post = models.ForeignKey(Post, related_name="versions", on_delete=models.CASCADE)
    title = models.CharField(max_length=Thread.LONGEST_TITLE, blank=True)
    text = models.TextField()
    replaced_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("Earlier version of a post")
        verbose_name_plural = _("Earlier versions of posts")
        ordering = ["-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.post_id} {self.replaced_at:%Y-%m-%d}"


def picture_path(picture, filename: str) -> str:
    # No answer comes by this path (``cms.content.uploads.serving``): a view asks who may see it.
    return f"forum/{picture.public_id}.webp"


class Picture(models.Model):
    """A picture of a post, drawn anew from what was uploaded (``pictures``). Without a post it
    belongs to a form that is not sent yet, and is deleted after a day."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(Member, related_name="pictures", on_delete=models.CASCADE)
    post = models.ForeignKey(Post, null=True, related_name="pictures", on_delete=models.CASCADE)
    file = models.FileField(upload_to=picture_path)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("Picture of a post")
        verbose_name_plural = _("Pictures of posts")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.public_id)


class Like(models.Model):
    post = models.ForeignKey(Post, related_name="likes", on_delete=models.CASCADE)
    member = models.ForeignKey(Member, related_name="likes", on_delete=models.CASCADE)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("Like")
        verbose_name_plural = _("Likes")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["post", "member"], name="forum_like_once")]

    def __str__(self) -> str:
        return f"{self.post_id} {self.member_id}"


class Mention(models.Model):
    """A post names a member, who has written in the same thread."""

    post = models.ForeignKey(Post, related_name="mentions", on_delete=models.CASCADE)
    member = models.ForeignKey(Member, related_name="mentions", on_delete=models.CASCADE)

    class Meta:
        verbose_name = _("Mention")
        verbose_name_plural = _("Mentions")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["post", "member"], name="forum_mention_once")
        ]

    def __str__(self) -> str:
        return f"{self.post_id} {self.member_id}"


class Report(models.Model):
    """Somebody asks moderators to look at a post."""

    class Reason(models.TextChoices):
        OFFENSIVE = "offensive", _("It offends or threatens someone")
        SPAM = "spam", _("It is advertising or spam")
        FALSE = "false", _("It makes false promises or gives dangerous advice")
        PRIVATE = "private", _("It shows private data")
        OTHER = "other", _("Something else")

    class State(models.TextChoices):
        OPEN = "open", _("Open")
        ACTED = "acted", _("The post was hidden")
        DISMISSED = "dismissed", _("Nothing to object to")

    post = models.ForeignKey(Post, related_name="reports", on_delete=models.CASCADE)
    # Who reported it is known to moderators only; None once they were erased.
    reporter = models.ForeignKey(
        Member, null=True, related_name="reports", on_delete=models.SET_NULL
    )
    reason = models.CharField(_("Reason"), max_length=12, choices=Reason)
    note = models.CharField(_("What is wrong with it"), max_length=500, blank=True)
    state = models.CharField(_("State"), max_length=10, choices=State, default=State.OPEN)
    created_at = models.DateTimeField(_("Reported"), default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, related_name="+", on_delete=models.SET_NULL
    )

    class Meta:
        verbose_name = _("Report of a post")
        verbose_name_plural = _("Reports of posts")
        ordering = ["pk"]
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["post", "reporter"],
                condition=models.Q(state="open"),
                name="forum_report_once",
            )
        ]
        indexes = [models.Index(fields=["state", "id"], name="forum_report_by_state")]

    def __str__(self) -> str:
        return f"#{self.post_id} {self.reason}"
