from .brand import BrandSettings, SocialLink, SocialNetwork
from .for_audience import ForAudience
from .navigation import Announcement, Footer, HeaderMenu
from .pages import StorefrontPage
from .plan import InContentPlan, JourneyStage
from .submissions import FormSubmission

__all__ = [
    "Announcement",
    "BrandSettings",
    "Footer",
    "ForAudience",
    "FormSubmission",
    "HeaderMenu",
    "InContentPlan",
    "JourneyStage",
    "SocialLink",
    "SocialNetwork",
    "StorefrontPage",
]
