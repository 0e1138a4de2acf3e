from .brand import BrandSettings, SocialLink, SocialNetwork
from .navigation import Announcement, Footer, HeaderMenu
from .pages import StorefrontPage
from .plan import InContentPlan, JourneyStage
from .submissions import FormSubmission

__all__ = [
    "Announcement",
    "BrandSettings",
    "Footer",
    "FormSubmission",
    "HeaderMenu",
    "InContentPlan",
    "JourneyStage",
    "SocialLink",
    "SocialNetwork",
    "StorefrontPage",
]
