"""The index page above influencers' sites in one language."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class InfluencersIndexPage(Page):
    """The parent of all sites in a language. It has no URL, and is created by services."""

    parent_page_types: list[str] = []
    subpage_types = ["influencers.InfluencerPage"]
    promote_panels: list = []
    settings_panels: list = []

    class Meta:
        verbose_name = _("Influencers' sites")
        verbose_name_plural = _("Influencers' sites")

    @classmethod
    def can_create_at(cls, parent):
        return False

    def get_url_parts(self, request=None):
        return None

    def is_previewable(self):
        return False

    def serve(self, request, *args, **kwargs):
        raise Http404
