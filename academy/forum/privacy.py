"""What is kept about a member, and how they are forgotten: posts stay, without their name."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from . import text as texts
from .models import Follow, Like, Member, Mention, Notice, PostVersion


def _member(person) -> Member | None:
    return Member.objects.filter(person=person).first()


def written_by(person) -> dict | None:
    """What a person wrote, likes and follows, and what moderators wrote to them."""
    member = _member(person)
    if member is None:
        return None
    return {
        "name": member.name,
        "since": member.created_at.isoformat(),
        "posts": [
            {
                "written": post.created_at.isoformat(),
                "edited": post.edited_at and post.edited_at.isoformat(),
                "thread": post.thread.title,
                "text": post.text,
                "state": post.state,
                "pictures": len(post.gallery),
            }
            for post in member.posts.select_related("thread").iterator()
        ],
        "likes": [
            {"post": like.post_id, "at": like.created_at.isoformat()} for like in member.likes.all()
        ],
        "follows": [
            {"what": str(follow.thread or follow.board), "mails": follow.mode}
            for follow in member.follows.select_related("thread", "board")
        ],
        "reports": [
            {"at": one.created_at.isoformat(), "reason": one.reason, "note": one.note}
            for one in member.reports.all()
        ],
        "warnings": [
            {"at": warning.created_at.isoformat(), "text": warning.text}
            for warning in member.warnings.all()
        ],
    }


@transaction.atomic
def forget_member(person) -> None:
    """Their posts stay, by "Former member"; their name goes from their membership and from posts
    that mention them, their pictures from the storage. Likes keep counting, for nobody."""
    member = _member(person)
    if member is None:
        return
    _forget_mentions(member)
    PostVersion.objects.filter(post__author=member).delete()
    for model in (Follow, Like, Notice):
        model.objects.filter(member=member).delete()
    member.warnings.all().delete()
    member.reports.update(reporter=None)
    _forget_pictures(member)
    member.name, member.name_key, member.mails_about_me = "", None, False
    member.save(update_fields=["name", "name_key", "mails_about_me"])


def _forget_mentions(member: Member) -> None:
    for mention in Mention.objects.filter(member=member).select_related("post__thread__board"):
        post = mention.post
        with translation.override(post.thread.board.locale.language_code):
            instead = gettext("Former member")
        post.text = texts.without_name(post.text, member.name, instead)
        others = post.mentions.exclude(member=member).values_list("member__name", flat=True)
        post.html = texts.render(post.text, list(others))
        post.folded = texts.folded(post.html, post.thread.title if post.opens else "")
        post.save(update_fields=["text", "html", "folded"])
        PostVersion.objects.filter(post=post).delete()
        mention.delete()


def _forget_pictures(member: Member) -> None:
    for picture in member.pictures.select_related("post"):
        if picture.post is not None and picture.post.gallery:
            picture.post.gallery = []
            picture.post.save(update_fields=["gallery"])
        picture.file.delete(save=False)
        picture.delete()
