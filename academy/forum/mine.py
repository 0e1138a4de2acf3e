"""The forum in somebody's account: the tile, and how much is new."""

from django.utils.translation import gettext_lazy as _

from people import portal
from people.models import Person

from .access import Viewer
from .models import Member, Notice, Post


def unread_of(member: Member, viewer: Viewer):
    """What they were told and have not read, of what they may still read."""
    readable = Post.objects.visible_to(viewer)
    return Notice.objects.unread().filter(member=member, post__in=readable)


def count_unread(person: Person) -> int:
    member = Member.objects.filter(person=person).first()
    if member is None or not Notice.objects.unread().filter(member=member).exists():
        return 0
    return unread_of(member, Viewer.of_person(person)).count()


TILE = portal.Tile(
    key="forum",
    label=_("Forum"),
    url_name="forum_mine",
    icon="message",
    order=55,
    count=count_unread,
)
