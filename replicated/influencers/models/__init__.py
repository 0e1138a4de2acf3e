from .index import InfluencersIndexPage
from .pages import InfluencerPage, homes_of
from .site import InfluencerSite

__all__ = ["InfluencerPage", "InfluencerSite", "InfluencersIndexPage", "homes_of"]
