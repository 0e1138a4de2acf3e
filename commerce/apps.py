"""Oscar's applications that only lend their tables and rules.

Oscar's own configurations load every view of theirs at start: ours are the only screens, so
``ready`` connects the receivers and leaves the views alone.
"""

from oscar.apps.analytics.apps import AnalyticsConfig as OscarAnalyticsConfig
from oscar.apps.catalogue.reviews.apps import CatalogueReviewsConfig as OscarReviewsConfig
from oscar.apps.customer.apps import CustomerConfig as OscarCustomerConfig
from oscar.apps.dashboard.apps import DashboardConfig as OscarDashboardConfig
from oscar.apps.offer.apps import OfferConfig as OscarOfferConfig
from oscar.apps.wishlists.apps import WishlistsConfig as OscarWishlistsConfig
from oscar.config import Shop


class ShopConfig(Shop):
    def ready(self):
        import oscar.checks  # noqa: F401


class CatalogueReviewsConfig(OscarReviewsConfig):
    def ready(self):
        pass


class CustomerConfig(OscarCustomerConfig):
    def ready(self):
        pass


class OfferConfig(OscarOfferConfig):
    def ready(self):
        from oscar.apps.offer import receivers  # noqa: F401


class WishlistsConfig(OscarWishlistsConfig):
    def ready(self):
        pass


class DashboardConfig(OscarDashboardConfig):
    """Installed for its import path only: Oscar's template tags look it up. No screen is served."""

    def ready(self):
        pass


class AnalyticsConfig(OscarAnalyticsConfig):
    """Installed for its migrations, which Oscar's own depend on. It counts every product view
    with a write inside the request: its receivers stay off."""

    def ready(self):
        pass
