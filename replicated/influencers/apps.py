from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InfluencersConfig(AppConfig):
    name = "replicated.influencers"
    label = "influencers"
    verbose_name = _("Influencers' sites")

    def ready(self):
        from django.db.models import Q

        from cms.addresses import routing, sitemaps
        from people import privacy as people_privacy
        from people import roles

        from . import notices, privacy, receivers
        from .tree import own_page, site_paths

        # Before the consultants' page, which is the home page of all other sites.
        routing.register_overlay(own_page, first=True)
        sitemaps.register_site_paths(site_paths)
        receivers.connect()
        notices.register_mails()
        roles.register_rights("Consultant desk", "influencers.*")
        roles.register_kept(Q(influencer_site__isnull=False))
        people_privacy.register_exporter("influencer_pages", privacy.pages_of)
        people_privacy.register_eraser("influencer_pages", privacy.forget_pages)
