from datetime import timedelta

from django.utils import timezone

from background.outbox import queue
from background.retries import retrying_task
from background.schedule import daily

from . import sending
from .models import Follow, MemberWarning, Notice, Picture, Post, PostVersion, Report
from .telling import note_answer, note_post, still_holds

# As docs/forum.md and the privacy page say.
KEEP_NOTICES = timedelta(days=90)
KEEP_VERSIONS = timedelta(days=365)
KEEP_WARNINGS = KEEP_REPORTS = timedelta(days=730)
KEEP_UNUSED_PICTURES = timedelta(days=1)
# A digest leaves out what is older: nobody wants a month of it after an outage.
OLDEST_IN_DIGEST = timedelta(days=7)
MOST_IN_DIGEST = 50

NOTICES = Notice.objects.select_related(
    "member__person__user", "post__author", "post__thread__board__locale"
)


@retrying_task()
def tell_of_post(post_id: int, only_mentions: bool = False) -> None:
    """Note who is told of a post, and queue the mails that go at once."""
    post = Post.objects.shown().filter(pk=post_id).select_related("thread").first()
    if post is not None:
        _queue_mails(note_post(post, only_mentions=only_mentions))


@retrying_task()
def tell_of_answer(post_id: int) -> None:
    """Tell the author of a post that it is the answer, if it still is."""
    post = Post.objects.shown().filter(pk=post_id).select_related("author", "thread").first()
    if post is not None and post.thread.answer_id == post.pk:
        _queue_mails(note_answer(post))


def _queue_mails(notices: list[int]) -> None:
    for pk in notices:
        queue(mail_notice, notice_id=pk)


@retrying_task()
def mail_notice(notice_id: int) -> None:
    """Mail one notice, once, unless it does not hold any more."""
    notice = NOTICES.filter(pk=notice_id).to_mail(Follow.Mode.EACH).first()
    if notice is None or not _claim([notice]):
        return
    try:
        if still_holds(notice):
            sending.send_notice(notice)
    except Exception:
        _release([notice])
        raise


@daily(at="07:00")
@retrying_task(max_attempts=3)
def mail_digests() -> None:
    """Queue one mail for each member who has something in their digest."""
    waiting = Notice.objects.all().to_mail(Follow.Mode.DIGEST)
    for member in waiting.order_by("member").values_list("member", flat=True).distinct():
        queue(mail_digest, member_id=member)


@retrying_task()
def mail_digest(member_id: int) -> None:
    """Mail what waits for a member's digest: each post once, whatever comes meanwhile."""
    notices = list(NOTICES.filter(member=member_id).to_mail(Follow.Mode.DIGEST).order_by("pk"))
    notices = _claim(notices)
    try:
        young = timezone.now() - OLDEST_IN_DIGEST
        told = [one for one in notices if one.created_at > young and still_holds(one)]
        if told:
            sending.send_digest(told[0].member, told[:MOST_IN_DIGEST])
    except Exception:
        _release(notices)
        raise


def _claim(notices: list[Notice]) -> list[Notice]:
    """Note them as mailed, before they are: of two runs each gets what the other does not."""
    now = timezone.now()
    unclaimed = Notice.objects.filter(mailed_at=None)
    return [one for one in notices if unclaimed.filter(pk=one.pk).update(mailed_at=now)]


def _release(notices: list[Notice]) -> None:
    """The mail did not go out: the task comes back to them."""
    Notice.objects.filter(pk__in=[one.pk for one in notices]).update(mailed_at=None)


@retrying_task()
def mail_warning(warning_id: int) -> None:
    warning = MemberWarning.objects.select_related("member__person", "post__thread").get(
        pk=warning_id
    )
    person = warning.member.person
    if person.email and not person.erased_at:
        sending.send_warning(warning)


@daily(at="03:50")
@retrying_task(max_attempts=3)
def forget_old_forum_data() -> None:
    """Delete what is kept for a time only, and pictures of forms that nobody sent."""
    now = timezone.now()
    Notice.objects.filter(created_at__lt=now - KEEP_NOTICES).delete()
    PostVersion.objects.filter(replaced_at__lt=now - KEEP_VERSIONS).delete()
    MemberWarning.objects.filter(created_at__lt=now - KEEP_WARNINGS).delete()
    settled = Report.objects.exclude(state=Report.State.OPEN)
    settled.filter(decided_at__lt=now - KEEP_REPORTS).delete()
    unused = Picture.objects.filter(post=None, created_at__lt=now - KEEP_UNUSED_PICTURES)
    for picture in unused.iterator():
        picture.file.delete(save=False)
        picture.delete()
