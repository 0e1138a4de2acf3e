"""Consultants as audiences (``people.audiences``), and what changes who is one."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from people import audiences
from people.models import Person

from .models import Consultant

CONSULTANTS, INFLUENCERS = "consultants", "influencers"


def _is_consultant(person: Person) -> bool:
    return Consultant.objects.active().filter(person=person).exists()


def _is_influencer(person: Person) -> bool:
    influencers = Consultant.objects.active().filter(site_type=Consultant.SiteType.INFLUENCER)
    return influencers.filter(person=person).exists()


def register_audiences() -> None:
    audiences.register_audience(audiences.Audience(CONSULTANTS, _("Consultants"), _is_consultant))
    audiences.register_audience(audiences.Audience(INFLUENCERS, _("Influencers"), _is_influencer))


@receiver(post_save, sender=Consultant)
def renew_audiences_after_consultant(sender, instance, **kwargs):
    audiences.changed(instance.person.user_id)
