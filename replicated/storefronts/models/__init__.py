from .pages import ConsultantPage
from .policy import SitePolicy
from .profiles import SitePhoto, SiteProfile

__all__ = ["ConsultantPage", "SitePhoto", "SitePolicy", "SiteProfile"]
