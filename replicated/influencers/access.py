"""Access of influencers in the back office: which pages, images and documents are theirs.

Used by ``admin_allowlist``, choosers and forms.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from cms.addresses import routing

from . import tree
from .models.site import InfluencerSite

ACCESS = "access_admin"


@dataclass(frozen=True)
class Curation:
    """What a user who is only an influencer may see and edit in the back office."""

    sites: tuple[InfluencerSite, ...]
    # Tree paths of the home pages, in every language.
    paths: tuple[str, ...]

    def pages(self):
        """The influencer's own pages."""
        own = Q(pk__in=[])
        for path in self.paths:
            own |= Q(path__startswith=path)
        return Page.objects.filter(own)

    def link_targets(self):
        """Pages to link to: their own and the company's public ones, with the index pages above
        them, for browsing.
        """
        shown = Q(pk__in=self.pages().values("pk"))
        for root in routing.roots().values():
            shown |= Q(url_path__startswith=root, live=True)
        shown |= Q(depth=tree.INDEX_DEPTH, path__in={path[:8] for path in self.paths})
        return Page.objects.filter(shown).public()

    def images(self):
        return get_image_model().objects.filter(collection_id__in=self._collections())

    def documents(self):
        return get_document_model().objects.filter(collection_id__in=self._collections())

    def _collections(self) -> list[int]:
        return [site.collection_id for site in self.sites]

    def owns_pages(self, ids: Iterable[int]) -> bool:
        return _all_in(self.pages(), ids)

    def owns_images(self, ids: Iterable[int]) -> bool:
        return _all_in(self.images(), ids)

    def owns_documents(self, ids: Iterable[int]) -> bool:
        return _all_in(self.documents(), ids)

    def may_link_to(self, ids: Iterable[int]) -> bool:
        return _all_in(self.link_targets(), ids)

    def home(self, language: str) -> Page | None:
        """The home page of their site in a language, else in its original language."""
        homes = self.pages().filter(depth=tree.HOME_DEPTH).select_related("locale").order_by("path")
        found = {home.locale.language_code: home for home in homes}
        return found.get(language) or next(iter(found.values()), None)


def _all_in(queryset, ids: Iterable[int]) -> bool:
    wanted = set(ids)
    return not wanted or queryset.filter(pk__in=wanted).count() == len(wanted)


def curation_of(user) -> Curation | None:
    """The curation of a user who is only an influencer; None for staff and for users without access
    to the back office. Cached on the user.
    """
    if not hasattr(user, "_curation"):
        user._curation = _find(user)
    return user._curation


def _find(user) -> Curation | None:
    if not user.is_authenticated or user.is_superuser:
        return None
    sites = tuple(
        InfluencerSite.objects.filter(group__user=user, is_open=True).select_related("collection")
    )
    if not sites or _is_staff(user):
        return None
    keys = [site.home_key for site in sites]
    homes = Page.objects.filter(translation_key__in=keys, depth=tree.HOME_DEPTH)
    return Curation(sites=sites, paths=tuple(homes.values_list("path", flat=True)))


def _is_staff(user) -> bool:
    """Whether a user has access to the back office by anything besides their own sites."""
    other = Group.objects.filter(
        user=user, permissions__codename=ACCESS, influencer_site__isnull=True
    )
    return other.exists() or user.user_permissions.filter(codename=ACCESS).exists()
