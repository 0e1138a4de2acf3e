"""Page permissions of influencers, in addition to those of Wagtail's groups."""

from wagtail.models import PagePermissionTester

from . import access


class OwnPagePermissionTester(PagePermissionTester):
    """Influencers may neither copy nor move their pages, as they would leave the site."""

    @property
    def _is_influencer(self) -> bool:
        return access.curation_of(self.user) is not None

    def can_copy(self):
        return not self._is_influencer and super().can_copy()

    def can_copy_to(self, destination, recursive=False):
        return not self._is_influencer and super().can_copy_to(destination, recursive)

    def can_move(self):
        return not self._is_influencer and super().can_move()

    def can_move_to(self, destination):
        return not self._is_influencer and super().can_move_to(destination)
