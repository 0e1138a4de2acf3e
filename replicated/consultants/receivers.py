"""Consultants as audiences (``people.audiences``), and what changes who is one."""

from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from people import audiences

from .models import Consultant

CONSULTANTS, INFLUENCERS = "consultants", "influencers"


def register_audiences() -> None:
    active = Q(consultant__state=Consultant.State.ACTIVE, erased_at=None)
    influencers = active & Q(consultant__site_type=Consultant.SiteType.INFLUENCER)
    audiences.register_audience(audiences.Audience(CONSULTANTS, _("Consultants"), active))
    audiences.register_audience(audiences.Audience(INFLUENCERS, _("Influencers"), influencers))


@receiver(post_save, sender=Consultant)
def renew_audiences_after_consultant(sender, instance, **kwargs):
    audiences.changed(instance.person.user_id)
